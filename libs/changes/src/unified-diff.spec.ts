import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arbitraryText } from '@ffsd/edits/arbitrary-edits';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { FileStep } from './change-set.ts';
import { unifiedDiff } from './unified-diff.ts';

const folder = mkdtempSync(join(tmpdir(), 'unified-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (patch: string, ...options: string[]): void => {
  execFileSync('git', ['apply', '--whitespace=nowarn', '--unidiff-zero', ...options, '-'], {
    cwd: folder,
    input: patch,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
};
const put = (path: string, text: string | undefined): void => {
  if (text === undefined) rmSync(join(folder, path), { force: true });
  else writeFileSync(join(folder, path), text);
};
const get = (path: string): string | undefined =>
  existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined;

function roundTrip(step: FileStep): void {
  const { path, to = path, before, after } = step;
  put(to, undefined);
  put(path, before);
  const patch = unifiedDiff(step);
  if (patch === '') expect(before).toBe(after);
  else git(patch);
  expect(get(to)).toBe(after);
  if (to !== path) expect(get(path)).toBeUndefined();
  if (patch !== '') git(patch, '-R');
  expect(get(path)).toBe(before);
  if (to !== path) expect(get(to)).toBeUndefined();
  put(path, undefined);
}

it('is taken by git apply, forwards and back', () => {
  const side = fc.option(arbitraryText(25), { nil: undefined });
  fc.assert(
    fc.property(side, side, fc.constantFrom('a.ts', 'a b.ts', 'é "q"\\.ts', 'tab\there.ts'), (before, after, path) => {
      roundTrip({ path, before, after, edits: [] });
    }),
    { numRuns: 40 },
  );
});

it('is taken for renames with and without an edit, and for empty files', () => {
  const before = 'one\r\ntwo\r\nthree';
  roundTrip({ path: 'old name.ts', to: 'new.ts', before, after: before, edits: [] });
  roundTrip({ path: 'old.ts', to: 'new name.ts', before, after: 'one\r\n2\r\nthree\r\n', edits: [] });
  roundTrip({ path: 'empty.ts', before: undefined, after: '', edits: [] });
  roundTrip({ path: 'empty.ts', before: '', after: undefined, edits: [] });
});

it('says with which mode a file comes', () => {
  git(unifiedDiff({ path: 'run.sh', before: undefined, after: '#!/bin/sh\n', edits: [] }, { mode: '100755' }));
  chmodSync(join(folder, 'run.sh'), 0o755);
  git(unifiedDiff({ path: 'run.sh', before: '#!/bin/sh\n', after: undefined, edits: [] }, { mode: '100755' }));
  expect(get('run.sh')).toBeUndefined();
});

it('looks as git writes it', () => {
  const step = { path: 'a.ts', before: 'a\nb\nc\nd\ne\nf\n', after: 'a\nb\nc\nd\nE\nf', edits: [] };
  expect(unifiedDiff(step)).toBe(`diff --git a/a.ts b/a.ts
--- a/a.ts
+++ b/a.ts
@@ -2,5 +2,5 @@
 b
 c
 d
-e
-f
+E
+f
\\ No newline at end of file
`);
  expect(unifiedDiff({ ...step, after: step.before })).toBe('');
  expect(unifiedDiff(step, { context: 0 })).toContain('@@ -5,2 +5,2 @@');
});

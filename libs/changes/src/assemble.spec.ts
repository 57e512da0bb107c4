import { apply, type Edit } from '@ffsd/edits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDrafts, type Files } from './arbitrary-drafts.ts';
import { assemble } from './assemble.ts';
import type { Change } from './change.ts';
import type { ChangeSet } from './change-set.ts';
import { dependenciesOf } from './dependencies.ts';
import type { Draft } from './draft.ts';
import { type Entry, separate, swapEntries } from './separate.ts';
import { sequence } from './sequence.ts';
import { subset } from './subset.ts';

const readFrom = (files: Files) => (path: string) => files[path];

function run(files: Files, set: ChangeSet): Files {
  const result: Record<string, string> = { ...files };
  for (const { path, to, before, after, edits } of set.steps.flatMap((step) => step.files)) {
    expect(result[path]).toBe(before);
    if (before !== undefined && after !== undefined) expect(apply(before, edits)).toBe(after);
    delete result[path];
    if (after !== undefined) result[to ?? path] = after;
  }
  return result;
}

function closedSubsets(changes: readonly Change[]): string[][] {
  const ids = changes.map(({ id }) => id);
  const all = Array.from({ length: 2 ** ids.length }, (_, mask) => ids.filter((_, index) => mask & (1 << index)));
  return all.filter((chosen) => dependenciesOf(changes, chosen).length === 0);
}

const draft = (key: string, edits: readonly Edit[], dependsOn: readonly string[] = []): Draft => ({
  key,
  codemod: 'sample',
  title: key,
  why: 'a test',
  safety: 'safe',
  evidence: [],
  files: [{ kind: 'edit', path: 'a.ts', edits }],
  dependsOn,
});

describe('assemble and sequence', () => {
  it('give the text that the drafts gave', () => {
    fc.assert(
      fc.property(arbitraryDrafts(), ({ base, drafts, result }) => {
        expect(run(base, sequence(readFrom(base), assemble(readFrom(base), drafts)))).toEqual(result);
      }),
      { numRuns: 300 },
    );
  });

  it('let every part that is closed under dependencies be applied alone, and be what is left when the rest is taken back', () => {
    let parts = 0;
    fc.assert(
      fc.property(arbitraryDrafts(), ({ base, drafts }) => {
        const changes = assemble(readFrom(base), drafts);
        const whole = sequence(readFrom(base), changes);
        for (const chosen of closedSubsets(changes)) {
          parts++;
          const part = run(base, sequence(readFrom(base), subset(changes, chosen)));
          const left = withoutStructure(whole) && takeBack(base, whole, (id) => chosen.includes(id));
          if (left) expect(part).toEqual(left);
        }
      }),
      { numRuns: 300 },
    );
    expect(parts).toBeGreaterThan(1500);
  });

  it('finds what touches and leaves apart what does not', () => {
    const files = { 'a.ts': 'one\ntwo\nthree\nfour\n' };
    const changes = assemble(readFrom(files), [
      draft('delete line 2', [{ start: 4, end: 8, text: '' }]),
      draft('delete line 3', [{ start: 4, end: 10, text: '' }]),
      draft('insert in the gap', [{ start: 4, end: 4, text: 'new\n' }]),
      draft('change line 1', [{ start: 0, end: 3, text: 'ONE' }]),
    ]);
    const [first, second, third, fourth] = changes;
    expect(first!.dependsOn).toEqual([]);
    expect(second!.dependsOn).toEqual([]);
    expect(second!.files).toEqual([{ kind: 'edit', path: 'a.ts', edits: [{ start: 8, end: 14, text: '' }] }]);
    expect(new Set(third!.dependsOn)).toEqual(new Set([first!.id, second!.id]));
    expect(fourth!.dependsOn).toEqual([]);
  });

  it('gives the edits on the text after the declared dependencies', () => {
    const files = { 'a.ts': 'aaa bbb ccc' };
    const changes = assemble(readFrom(files), [
      draft('1', [{ start: 0, end: 4, text: '' }]),
      draft('2', [{ start: 3, end: 4, text: ' - ' }]),
      draft('3', [{ start: 6, end: 9, text: 'CCC' }], ['1']),
    ]);
    expect(changes[2]!.files).toEqual([{ kind: 'edit', path: 'a.ts', edits: [{ start: 4, end: 7, text: 'CCC' }] }]);
  });

  it('names changes the same way every time, and no two alike', () => {
    const files = { 'a.ts': 'x x x' };
    const drafts = [0, 1, 2].map((n) => draft(`read ${n}`, [{ start: n * 2, end: n * 2 + 1, text: 'y' }]));
    const ids = assemble(readFrom(files), drafts).map(({ id }) => id);
    expect(ids).toEqual(assemble(readFrom(files), drafts).map(({ id }) => id));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-z]{8}$/);
    const moved = assemble(readFrom({ 'a.ts': '!x x x' }), [draft('read 0', [{ start: 1, end: 2, text: 'y' }])]);
    expect(moved[0]!.id).toBe(ids[0]);
  });

  it('refuses drafts that name what is not before them', () => {
    expect(() => assemble(readFrom({ 'a.ts': '' }), [draft('1', [], ['2']), draft('2', [])])).toThrow(/not before it/);
    expect(() => assemble(readFrom({ 'a.ts': '' }), [draft('1', []), draft('1', [])])).toThrow(/key 1/);
  });
});

const withoutStructure = (set: ChangeSet): boolean =>
  set.steps.every(({ files }) =>
    files.every(({ to, before, after }) => to === undefined && before !== undefined && after !== undefined),
  );

/** Undoes by letting what stays go to the front; returns the text after it. */
function takeBack(base: Files, set: ChangeSet, stays: (id: string) => boolean): Files {
  const result: Record<string, string> = { ...base };
  for (const path of Object.keys(base)) {
    const entries: Entry[] = set.steps.flatMap(({ change, files }) =>
      files.filter((file) => file.path === path).map(({ edits }) => ({ id: change.id, edits })),
    );
    const row = separate(entries, ({ id }) => stays(id), swapEntries);
    if ('stuck' in row) throw new Error(`${row.stuck.id} is stuck behind ${row.behind.id}`);
    for (const { edits } of row.front) result[path] = apply(result[path]!, edits);
  }
  return result;
}

import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sequence } from '@ffsd/changes';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildChild } from './build-child.ts';
import { ConflictError } from './errors/conflict-error.ts';
import { UnfinishedRunError } from './errors/unfinished-run-error.ts';
import { WriteFailedError } from './errors/write-failed-error.ts';
import { openJournal } from './open-journal.ts';
import { sampleFiles, sampleResult, sampleRun } from './sample-run.ts';
import { sampleChange, sampleWorkspace } from './sample-workspace.ts';

const child = buildChild();
afterAll(child.dispose);
const meta = { command: 'ffsd sample' };

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}

describe('a system that refuses', () => {
  it.each(['once', 'from then on'] as const)(
    '%s, at any step of an apply, leaves the tree as it was or as it should be',
    (how) => {
      let refusals = 0;
      for (let failAt = 1; ; failAt++) {
        const workspace = sampleWorkspace(sampleFiles);
        let step = 0;
        const onStep = (operation: string): void => {
          step++;
          // A full disk refuses what takes space; it does not refuse to remove.
          const takesSpace = ['write', 'make folder', 'sync', 'open'].includes(operation);
          if (how === 'once' ? step === failAt : step >= failAt && takesSpace) throw failure('ENOSPC');
        };
        const journal = openJournal(workspace.root, { onStep });
        const set = sequence(workspace.get, sampleRun(workspace.get));
        let refused: unknown;
        try {
          journal.apply(set, meta);
        } catch (error) {
          refused = error;
        }
        const said = `${how}, step ${failAt}: ${refused}`;
        const entries = openJournal(workspace.root).log();
        if (refused === undefined) expect(workspace.files(), said).toEqual(sampleResult);
        else if (refused instanceof UnfinishedRunError) {
          expect(workspace.files(), said).toEqual(sampleResult);
          expect(entries.map(({ state }) => state)).toEqual(['unfinished']);
          openJournal(workspace.root).resume();
        } else {
          refusals++;
          expect(refused, said).toBeInstanceOf(WriteFailedError);
          expect((refused as Error).message).toContain('the disk is full');
          if (entries.length > 0) openJournal(workspace.root).takeBack();
          expect(workspace.files(), said).toEqual(sampleFiles);
          expect(workspace.has('made'), said).toBe(false);
          // A lock that could not be removed ends with its process; this process goes on.
          if (workspace.has('.ffsd/journal/lock')) workspace.remove('.ffsd/journal/lock');
          openJournal(workspace.root).apply(set, meta);
          expect(workspace.files(), said).toEqual(sampleResult);
        }
        workspace.dispose();
        if (step < failAt) break;
      }
      expect(refusals).toBeGreaterThan(20);
    },
  );
});

describe('a file that vanishes', () => {
  it('before the run is a conflict', () => {
    const workspace = sampleWorkspace(sampleFiles);
    onTestFinished(workspace.dispose);
    const set = sequence(workspace.get, sampleRun(workspace.get));
    workspace.remove('bom.ts');
    expect(() => openJournal(workspace.root).apply(set, meta)).toThrow(/bom\.ts is gone/);
  });

  it('during the run is a conflict as well, and what was replaced is put back', () => {
    const workspace = sampleWorkspace(sampleFiles);
    onTestFinished(workspace.dispose);
    const set = sequence(workspace.get, sampleRun(workspace.get));
    const onStep = (operation: string, path: string): void => {
      if (operation === 'rename' && path.endsWith('bom.ts') && workspace.has('crlf.ts')) workspace.remove('crlf.ts');
    };
    expect(() => openJournal(workspace.root, { onStep }).apply(set, meta)).toThrow(ConflictError);
    const { 'crlf.ts': _, ...rest } = sampleFiles;
    expect(workspace.files()).toEqual(rest);
    expect(openJournal(workspace.root).log()).toEqual([]);
  });
});

describe('a folder that may not be written to', () => {
  const user = 65534;
  const isRoot = process.getuid?.() === 0;

  /** As root everything may be written, so the run is somebody else's. */
  function runAsUser(root: string) {
    chmodSync(join(child.script, '..'), 0o755);
    chmodSync(child.script, 0o644);
    const task = JSON.stringify({ root, action: 'apply' });
    const as = isRoot ? { uid: user, gid: user } : {};
    return spawnSync(process.execPath, [child.script, task], { encoding: 'utf8', cwd: '/', ...as });
  }

  it.each(['.', 'gone/deep'])('is told by its file, and nothing is changed: %s', (locked) => {
    const workspace = sampleWorkspace(sampleFiles);
    onTestFinished(() => {
      chmodSync(join(workspace.root, locked), 0o755);
      workspace.dispose();
    });
    for (const path of ['.', 'gone', 'gone/deep', ...Object.keys(sampleFiles)]) {
      if (isRoot) chownSync(join(workspace.root, path), user, user);
    }
    chmodSync(join(workspace.root, locked), 0o555);
    const { status, stderr, error } = runAsUser(workspace.root);
    if (error !== undefined || /EACCES.*node|Cannot find module/.test(stderr)) {
      console.warn(`skipped: another user cannot run node here (${error?.message ?? stderr.split('\n')[0]})`);
      return;
    }
    expect(stderr).toMatch(/WriteFailedError: .*permission denied/);
    expect(stderr).toContain(locked === '.' ? '.ffsd/journal' : 'gone/deep/gone.ts');
    expect(status).toBe(1);
    expect(workspace.files()).toEqual(sampleFiles);
  });
});

describe('a full disk', () => {
  it.each([
    { kilobytes: 64, meets: 'the journal', told: /\.ffsd\/journal\/0001-sample/ },
    { kilobytes: 440, meets: 'the files', told: /^b\.ts/ },
  ])('of $kilobytes KB stops at $meets, with a clear error and an intact tree', ({ kilobytes, told }) => {
    const mount = mkdtempSync(join(tmpdir(), 'journal-full-'));
    const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', mount], {
      encoding: 'utf8',
    });
    onTestFinished(() => {
      if (status === 0) spawnSync('umount', [mount]);
      rmSync(mount, { recursive: true, force: true });
    });
    if (status !== 0) {
      console.warn(`skipped: a small file system cannot be mounted here (${stderr?.trim()})`);
      return;
    }
    mkdirSync(join(mount, 'workspace'));
    const workspace = sampleWorkspace({ 'a.ts': 'a\n' }, join(mount, 'workspace'));
    const big = 'x'.repeat(60_000);
    const before = workspace.files();
    const set = sequence(workspace.get, [
      sampleChange('1', [{ kind: 'edit', path: 'a.ts', edits: [{ start: 0, end: 1, text: big }] }]),
      sampleChange('2', [{ kind: 'create', path: 'b.ts', text: big }]),
    ]);
    const journal = openJournal(workspace.root);
    expect(() => journal.apply(set, meta)).toThrow(WriteFailedError);
    expect(() => journal.apply(set, meta)).toThrow(told);
    expect(() => journal.apply(set, meta)).toThrow(/the disk is full\. No file was changed/);
    expect(workspace.files()).toEqual(before);
    expect(journal.log()).toEqual([]);
  });
});

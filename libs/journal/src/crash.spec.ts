import { spawn, spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { buildChild } from './build-child.ts';
import type { ChildTask } from './child.ts';
import type { Journal } from './journal.ts';
import { openJournal } from './open-journal.ts';
import { sampleFiles, sampleResult } from './sample-run.ts';
import { type SampleWorkspace, sampleWorkspace } from './sample-workspace.ts';

const child = buildChild();
afterAll(child.dispose);

function run(task: ChildTask): { killed: boolean } {
  const { signal, status, stderr } = spawnSync(process.execPath, [child.script, JSON.stringify(task)], {
    encoding: 'utf8',
  });
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(stderr);
  return { killed: signal === 'SIGKILL' };
}

type Files = Readonly<Record<string, string>>;

/** Each file is wholly as before or wholly as after; nothing else is there but what waits to be put in place. */
function expectWhole(workspace: SampleWorkspace, before: Files, after: Files): void {
  for (const [path, text] of Object.entries(workspace.files())) {
    if (/(^|\/)\.ffsd-[^/]*\.tmp$/.test(path)) continue;
    expect([before[path], after[path]], path).toContain(text);
  }
  for (const path of Object.keys(before)) if (path in after) expect(workspace.has(path), path).toBe(true);
}

/** What the log says of the interrupted run agrees with the files. */
function expectTold(workspace: SampleWorkspace, journal: Journal, before: Files, after: Files): boolean {
  const unfinished = journal.log().filter(({ state }) => state === 'unfinished');
  expect(unfinished.length).toBeLessThanOrEqual(1);
  for (const { path, progress } of unfinished[0]?.files ?? []) {
    if (before[path] === after[path]) continue;
    expect(workspace.get(path), path).toBe(progress === 'old' ? before[path] : after[path]);
    expect(['old', 'new']).toContain(progress);
  }
  return unfinished.length === 1;
}

/** Kills the action before its first step, its second and so on, until it comes to its end. Of what works like something else, some will do. */
function killEverywhere(
  prepared: SampleWorkspace,
  action: ChildTask['action'],
  check: (workspace: SampleWorkspace, stopAt: number) => void,
  stride = 1,
): number {
  for (let stopAt = 1; ; stopAt += stride) {
    const workspace = sampleWorkspace();
    try {
      cpSync(prepared.root, workspace.root, { recursive: true });
      if (!run({ root: workspace.root, action, stopAt }).killed) return stopAt;
      check(workspace, stopAt);
    } finally {
      workspace.dispose();
    }
  }
}

function prepare(...actions: ChildTask['action'][]): SampleWorkspace {
  const workspace = sampleWorkspace(sampleFiles);
  for (const action of actions) run({ root: workspace.root, action });
  return workspace;
}

describe.each([
  { action: 'apply', first: [], before: sampleFiles, after: sampleResult, stride: 1 },
  { action: 'undo', first: ['apply'], before: sampleResult, after: sampleFiles, stride: 1 },
  { action: 'redo', first: ['apply', 'undo'], before: sampleFiles, after: sampleResult, stride: 3 },
] as const)('$action, killed before every step', ({ action, first, before, after, stride }) => {
  it('leaves every file old or new, and can be finished or taken back', () => {
    const prepared = prepare(...first);
    let unfinished = 0;
    const steps = killEverywhere(
      prepared,
      action,
      (workspace, stopAt) => {
        expectWhole(workspace, before, after);
        const journal = openJournal(workspace.root);
        if (!expectTold(workspace, journal, before, after)) {
          // Not begun, or sealed: the tree is whole already.
          const sealed = journal.log().length > first.length;
          expect(workspace.files()).toEqual(sealed ? after : before);
          return;
        }
        unfinished++;
        const finishes = stopAt % 2 === 0;
        if (finishes) journal.resume();
        else journal.takeBack();
        expect(workspace.files()).toEqual(finishes ? after : before);
        expect(journal.log().length).toBe(first.length + (finishes ? 1 : 0));
        expect(journal.log().every(({ state }) => state !== 'unfinished')).toBe(true);
        // The journal goes on as if nothing had happened.
        if (workspace.has('crlf.ts') && workspace.get('crlf.ts') === sampleResult['crlf.ts']) journal.undo();
        expect(workspace.files()).toEqual(sampleFiles);
      },
      stride,
    );
    prepared.dispose();
    expect(unfinished).toBeGreaterThan(15 / stride);
    expect(steps).toBeGreaterThan(30);
  }, 300_000);
});

describe.each(['resume', 'takeBack'] as const)('%s, killed before every other step', (action) => {
  it('can be done again', () => {
    const prepared = prepare();
    expect(run({ root: prepared.root, action: 'apply', stopAt: 'rename new.ts' }).killed).toBe(true);
    expect(prepared.get('crlf.ts')).toBe(sampleResult['crlf.ts']);
    expect(prepared.get('old.ts')).toBe(sampleFiles['old.ts']);
    const steps = killEverywhere(
      prepared,
      action,
      (workspace) => {
        expectWhole(workspace, sampleFiles, sampleResult);
        const journal = openJournal(workspace.root);
        if (expectTold(workspace, journal, sampleFiles, sampleResult)) journal[action]();
        expect(workspace.files()).toEqual(action === 'resume' ? sampleResult : sampleFiles);
      },
      2,
    );
    prepared.dispose();
    expect(steps).toBeGreaterThan(15);
  }, 300_000);
});

it('takes an interrupted run back on undo, and finishes an interrupted undo', () => {
  const prepared = prepare();
  run({ root: prepared.root, action: 'apply', stopAt: 'rename new.ts' });
  expect(openJournal(prepared.root).undo()).toMatchObject({ run: '0001-sample', changes: [] });
  expect(prepared.files()).toEqual(sampleFiles);
  run({ root: prepared.root, action: 'apply' });
  expect(run({ root: prepared.root, action: 'undo', stopAt: 'rename gone.ts' }).killed).toBe(true);
  openJournal(prepared.root).undo();
  expect(prepared.files()).toEqual(sampleFiles);
  prepared.dispose();
});

it('survives being killed from outside at any time', async () => {
  const workspace = sampleWorkspace(sampleFiles);
  const { root } = workspace;
  const journal = openJournal(root);
  let interrupted = 0;
  for (let round = 0; round < 16; round++) {
    const isApplied = workspace.has('made/deep/made.ts');
    const task: ChildTask = { root, action: isApplied ? 'undo' : 'apply', pace: 1 };
    const other = spawn(process.execPath, [child.script, JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((resolve) => other.on('exit', resolve));
    await new Promise((resolve) => other.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, (round * 23) % 100));
    other.kill('SIGKILL');
    await ended;
    expectWhole(workspace, sampleFiles, sampleResult);
    const [before, after] = isApplied ? [sampleResult, sampleFiles] : [sampleFiles, sampleResult];
    if (expectTold(workspace, journal, before, after)) {
      interrupted++;
      journal.undo();
    }
    expect([sampleFiles, sampleResult]).toContainEqual(workspace.files());
  }
  workspace.dispose();
  // How often a run is hit in the middle is chance; that none was would say that this tests nothing.
  expect(interrupted).toBeGreaterThan(0);
}, 120_000);

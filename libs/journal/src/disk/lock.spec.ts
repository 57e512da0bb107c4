import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { sequence } from '@ffsd/changes';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { buildChild } from '../build-child.ts';
import type { ChildTask } from '../child.ts';
import { LockedError } from '../errors/locked-error.ts';
import { openJournal } from '../open-journal.ts';
import { sampleFiles, sampleRun } from '../sample-run.ts';
import { sampleWorkspace } from '../sample-workspace.ts';
import { openDisk } from './disk.ts';
import { acquireLock, lockOwner } from './lock.ts';

const child = buildChild();
afterAll(child.dispose);

function start(task: ChildTask) {
  return spawn(process.execPath, [child.script, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function open() {
  const workspace = sampleWorkspace(sampleFiles);
  onTestFinished(workspace.dispose);
  return { workspace, root: workspace.root, lock: join(workspace.root, 'lock') };
}

it('refuses a second run, names the first, and takes over when that is killed', async () => {
  const { root } = open();
  const other = start({ root, action: 'hold', with: '60000' });
  await once(other.stdout, 'data');
  const journal = openJournal(root, { wait: 100 });
  let refused: unknown;
  try {
    journal.takeBack();
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(LockedError);
  expect((refused as LockedError).owner).toMatchObject({ pid: other.pid, host: hostname() });
  expect(journal.log()[0]!.state).toBe('running');
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(journal.log()[0]!.state).toBe('unfinished');
  expect(journal.takeBack().run).toBe('0001-sample');
  expect(existsSync(join(root, '.ffsd/journal/lock'))).toBe(false);
});

it('waits for a run that ends in time', async () => {
  const { root, workspace } = open();
  const other = start({ root, action: 'hold', with: '300' });
  await once(other.stdout, 'data');
  openJournal(root, { wait: 20_000 }).takeBack();
  expect(workspace.files()).toEqual(sampleFiles);
});

it('lets several processes pass one after the other', async () => {
  const { root, workspace } = open();
  const names = ['1.ts', '2.ts', '3.ts', '4.ts', '5.ts'];
  const others = names.map((name) => start({ root, action: 'create', with: name, wait: 30_000 }));
  const codes = await Promise.all(others.map(async (other) => (await once(other, 'exit'))[0]));
  expect(codes).toEqual(names.map(() => 0));
  expect(names.every(workspace.has)).toBe(true);
  const runs = openJournal(root)
    .log()
    .map(({ id }) => id);
  expect(runs).toEqual(['0001-sample', '0002-sample', '0003-sample', '0004-sample', '0005-sample']);
});

it('is held before anything else is written, so that two first runs do not make the same file', () => {
  const { root, workspace } = open();
  const journal = join(root, '.ffsd/journal');
  const written: string[] = [];
  const unheld: string[] = [];
  const onStep = (operation: string, path: string): void => {
    if (operation !== 'open' || basename(path).startsWith('.lock-')) return;
    written.push(basename(path));
    if (!existsSync(join(journal, 'lock'))) unheld.push(path);
  };
  openJournal(root, { onStep }).apply(sequence(workspace.get, sampleRun(workspace.get)), { command: 'ffsd sample' });
  expect(written).toContain('.gitignore');
  expect(unheld).toEqual([]);
});

it('belongs to nobody when its owner is dead, or is another process with the pid of the dead', () => {
  const { workspace, root } = open();
  const disk = openDisk();
  const since = new Date().toISOString();
  const left = (owner: object) => workspace.put('lock', JSON.stringify({ host: hostname(), since, ...owner }));
  // Above the highest pid that Linux gives.
  left({ pid: 2 ** 30 });
  expect(lockOwner(disk, root)).toBeUndefined();
  acquireLock(disk, root, 0).release();
  left({ pid: process.pid, started: 'long ago' });
  if (existsSync('/proc/self/stat')) acquireLock(disk, root, 0).release();
  left({ pid: process.pid });
  expect(() => acquireLock(disk, root, 0)).toThrow(LockedError);
  expect(lockOwner(disk, root)?.pid).toBe(process.pid);
});

it('gives up on another host only after a minute of silence', () => {
  const { workspace, root, lock } = open();
  const disk = openDisk();
  workspace.put('lock', JSON.stringify({ pid: 1, host: 'elsewhere', since: 'yesterday' }));
  expect(() => acquireLock(disk, root, 0)).toThrow(/process 1 on elsewhere, since yesterday/);
  const longAgo = new Date(Date.now() - 120_000);
  utimesSync(lock, longAgo, longAgo);
  const held = acquireLock(disk, root, 0);
  expect(JSON.parse(readFileSync(lock, 'utf8')).pid).toBe(process.pid);
  held.release();
  expect(existsSync(lock)).toBe(false);
});

it('is not released by one from whom it was taken', () => {
  const { workspace, root, lock } = open();
  const disk = openDisk();
  const held = acquireLock(disk, root, 0);
  workspace.put('lock', JSON.stringify({ pid: process.pid, host: hostname(), since: 'later' }));
  held.release();
  expect(existsSync(lock)).toBe(true);
});

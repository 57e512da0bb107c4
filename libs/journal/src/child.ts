import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sequence } from '@ffsd/changes';
import { openJournal } from './open-journal.ts';
import { sampleRun } from './sample-run.ts';

/** What a child process is told to do, as JSON in its first argument. */
export interface ChildTask {
  readonly root: string;
  readonly action: 'apply' | 'undo' | 'redo' | 'resume' | 'takeBack' | 'hold' | 'create';
  /** The process kills itself before this step: its number, counted from 1, or its name, such as `rename a.ts`. */
  readonly stopAt?: number | string;
  /** Milliseconds to rest before each step. */
  readonly pace?: number;
  readonly wait?: number;
  /** Milliseconds for `hold`; the path for `create`. */
  readonly with?: string;
}

/**
 * The other process of the tests. It kills itself with SIGKILL before a given step: nothing is cleaned up, as when the machine takes
 * the process away. Says `ready` when it starts, or for `hold` when it holds the lock.
 */
function run({ root, action, stopAt, wait = 3000, pace, with: argument = '' }: ChildTask): void {
  let steps = 0;
  const onStep = (operation: string, path: string): void => {
    steps++;
    if (pace !== undefined) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pace);
    if (stopAt === steps || stopAt === `${operation} ${basename(path)}`) process.kill(process.pid, 'SIGKILL');
  };
  const journal = openJournal(root, { onStep, wait });
  const read = (path: string): string | undefined => {
    try {
      return readFileSync(join(root, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  if (action !== 'hold') process.stdout.write('ready\n');
  switch (action) {
    case 'apply':
      journal.apply(sequence(read, sampleRun(read)), { command: 'ffsd sample' });
      break;
    case 'create': {
      const change = {
        id: argument,
        codemod: 'sample',
        title: argument,
        why: '',
        safety: 'safe',
        evidence: [],
      } as const;
      const files = [{ kind: 'create', path: argument, text: 'x' } as const];
      journal.apply(sequence(read, [{ ...change, files, dependsOn: [] }]), { command: 'ffsd sample' });
      break;
    }
    case 'hold': {
      const external = journal.begin(sequence(read, sampleRun(read)), { command: 'ffsd sample' })!;
      process.stdout.write('ready\n');
      setTimeout(() => external.abandon(), Number(argument));
      return;
    }
    case 'undo':
      journal.undo();
      break;
    case 'redo':
      journal.redo();
      break;
    case 'resume':
      journal.resume();
      break;
    case 'takeBack':
      journal.takeBack();
      break;
    default:
      action satisfies never;
  }
}

try {
  run(JSON.parse(process.argv[2]!) as ChildTask);
} catch (error) {
  const { name, message } = error as Error;
  process.stderr.write(`${name}: ${message}\n`);
  process.exitCode = 1;
}

import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { chooseToRedo, chooseToUndo } from './choose-keys.ts';
import { makeFolders, openDisk } from './disk/disk.ts';
import { fileText } from './disk/file-text.ts';
import { locate } from './disk/locate.ts';
import { acquireLock, type Lock, lockOwner } from './disk/lock.ts';
import { checkFiles, replaceFiles, type Target } from './disk/replace-files.ts';
import { ConflictError } from './errors/conflict-error.ts';
import { LockedError } from './errors/locked-error.ts';
import { NothingToDoError } from './errors/nothing-to-do-error.ts';
import { OutsideError } from './errors/outside-error.ts';
import { UnfinishedRunError } from './errors/unfinished-run-error.ts';
import { WriteFailedError } from './errors/write-failed-error.ts';
import { findId } from './find-id.ts';
import type { ExternalRun, Journal, JournalOptions, MoveOptions, MoveSummary, RunSummary } from './journal.ts';
import { type LogEntry, logEntry } from './log.ts';
import { changeStates } from './plan/change-states.ts';
import type { Past } from './plan/current-rows.ts';
import type { Found, MovedChange, MovePlan } from './plan/move-plan.ts';
import { planRedo } from './plan/plan-redo.ts';
import { planUndo } from './plan/plan-undo.ts';
import { type Recording, type RunMeta, recordApply } from './record/record-apply.ts';
import { recordMove } from './record/record-move.ts';
import { runFolders, type StoredRun } from './record/run-folder.ts';
import type { RunRecord } from './record/run-record.ts';
import { finish, progressOf, type RecoverOptions, restore } from './recover.ts';

/** Opens the journal of a workspace. Nothing is read or written until something is asked of it. */
export function openJournal(workspaceRoot: string, { wait = 3000, onStep }: JournalOptions = {}): Journal {
  const disk = openDisk(onStep);
  const root = realpathSync(workspaceRoot);
  const folder = join(root, '.ffsd', 'journal');
  const folders = runFolders(disk, folder);

  function look(path: string): Found {
    const absolute = locate(disk, root, path);
    const stats = disk.stats(absolute);
    return { text: fileText(disk, absolute), ...(stats === undefined ? {} : { mode: stats.mode & 0o7777 }) };
  }
  function lock(): Lock {
    try {
      if (disk.stats(join(root, '.ffsd'))?.isSymbolicLink()) throw new OutsideError('.ffsd', 'it is a symbolic link');
      makeFolders(disk, folder);
      const held = acquireLock(disk, folder, wait);
      try {
        // Under the lock: of two first runs that both find no such file, the later would fail, because it is there.
        const ignore = join(root, '.ffsd', '.gitignore');
        if (disk.stats(ignore) === undefined) disk.create(ignore, '*\n', { lasting: false });
      } catch (error) {
        held.release();
        throw error;
      }
      return held;
    } catch (error) {
      if (error instanceof LockedError || error instanceof OutsideError) throw error;
      throw new WriteFailedError('.ffsd/journal', error);
    }
  }
  function locked<T>(act: (target: (run: string) => Target) => T): T {
    const held = lock();
    try {
      return act((run) => ({ disk, root, run, onProgress: held.touch }));
    } finally {
      held.release();
    }
  }
  /** The finished runs. */
  function finished(): readonly RunRecord[] {
    const runs = folders.list();
    const unfinished = runs.find((run) => run.unfinished);
    if (unfinished !== undefined) throw new UnfinishedRunError(unfinished.record.id);
    return runs.map(({ record }) => record);
  }
  function nextNumber(): number {
    return 1 + Math.max(0, ...disk.names(folder).map((name) => Number.parseInt(name, 10) || 0));
  }
  /** Records, writes, seals. */
  function perform(target: (run: string) => Target, { record, texts, patches }: Recording): void {
    checkFiles({ disk, root }, texts.effects);
    folders.begin(record, texts, patches);
    try {
      replaceFiles(target(record.id), texts.effects);
    } catch (error) {
      if (!(error instanceof WriteFailedError) || error.left.length === 0) folders.forget(record.id);
      throw error;
    }
    seal(record.id);
  }
  /** All files are written. When not even that can be noted, the run is left to be finished. */
  function seal(run: string): void {
    try {
      folders.seal(run);
    } catch (error) {
      throw new UnfinishedRunError(run, error);
    }
  }
  function external(held: Lock, { record, texts, patches }: Recording, changes: readonly MovedChange[]): ExternalRun {
    checkFiles({ disk, root }, texts.effects);
    folders.begin(record, texts, patches);
    return {
      run: record.id,
      paths: record.paths,
      changes,
      seal() {
        const untouched = texts.effects.filter(
          (effect) => effect.before !== effect.after && progressOf(disk, root, effect, true) === 'old',
        );
        if (untouched.length > 0) {
          held.release();
          const whole = { line: undefined, expected: undefined, found: undefined, because: 'was not written' };
          const hint = 'Finish with: ffsd undo --resume, or take it back with: ffsd undo';
          throw new ConflictError(
            `${record.id} is not finished:`,
            untouched.map(({ path }) => ({ path, ...whole })),
            hint,
          );
        }
        try {
          seal(record.id);
        } finally {
          held.release();
        }
      },
      abandon: () => held.release(),
    };
  }
  /** Keeps the lock when `act` succeeds. */
  function holding<T>(act: (held: Lock) => T): T {
    const held = lock();
    try {
      return act(held);
    } catch (error) {
      held.release();
      throw error;
    }
  }
  function pastOf(records: readonly RunRecord[]): Past {
    const known = new Map<string, ReturnType<typeof folders.texts>>();
    const textsOf = (run: string) => {
      const texts = known.get(run) ?? folders.texts(run);
      known.set(run, texts);
      return texts;
    };
    return { records, textsOf, look };
  }
  function plan(kind: 'undo' | 'redo', ids: readonly string[], withDependants: boolean): MovePlan {
    const records = finished();
    const states = changeStates(records);
    return kind === 'undo'
      ? planUndo(pastOf(records), states, chooseToUndo(records, states, ids), withDependants)
      : planRedo(pastOf(records), states, chooseToRedo(records, states, ids));
  }
  function metaOf(kind: 'undo' | 'redo', ids: readonly string[], options: MoveOptions): RunMeta {
    return { ...options, command: options.command ?? ['ffsd', kind, ...ids].join(' ') };
  }
  function move(
    kind: 'undo' | 'redo',
    ids: readonly string[],
    withDependants: boolean,
    options: MoveOptions,
  ): MoveSummary {
    if (options.dryRun) {
      const { moved, effects } = plan(kind, ids, withDependants);
      return { run: undefined, changes: moved, paths: effects.map(({ path }) => path) };
    }
    return locked((target) => {
      folders.sweep();
      const planned = plan(kind, ids, withDependants);
      const recording = recordMove(kind, planned, metaOf(kind, ids, options), {
        number: nextNumber(),
        external: false,
      });
      perform(target, recording);
      return { run: recording.record.id, changes: planned.moved, paths: recording.record.paths };
    });
  }
  function interrupted(): StoredRun | undefined {
    return folders.list().find((run) => run.unfinished);
  }
  function recover(how: typeof finish, options: RecoverOptions, end: (run: string) => void): RunSummary {
    return locked((target) => {
      const run = interrupted();
      if (run === undefined) throw new NothingToDoError('nothing-unfinished', 'No run was interrupted.');
      const { id, external, paths } = run.record;
      how(target(id), folders.texts(id).effects, external, options);
      end(id);
      return { run: id, paths };
    });
  }
  const resume = (options: RecoverOptions = {}): RunSummary => recover(finish, options, seal);
  const takeBack = (options: RecoverOptions = {}): RunSummary => recover(restore, options, folders.forget);

  function log(): readonly LogEntry[] {
    const runs = folders.list();
    const states = changeStates(runs.map(({ record }) => record));
    const isRunning = runs.some((run) => run.unfinished) && lockOwner(disk, folder) !== undefined;
    return runs.map((run) =>
      logEntry(run, states, isRunning, () =>
        folders.texts(run.record.id).effects.map((effect) => ({
          path: effect.path,
          progress: progressOf(disk, root, effect, run.record.external),
        })),
      ),
    );
  }

  return {
    apply(set, meta) {
      if (set.steps.length === 0) return undefined;
      return locked((target) => {
        folders.sweep();
        finished();
        const recording = recordApply(set, meta, { number: nextNumber(), external: false, look });
        perform(target, recording);
        return { run: recording.record.id, paths: recording.record.paths };
      });
    },
    begin(set, meta) {
      if (set.steps.length === 0) return undefined;
      return holding((held) => {
        folders.sweep();
        finished();
        return external(held, recordApply(set, meta, { number: nextNumber(), external: true, look }), []);
      });
    },
    beginUndo(ids, options = {}) {
      return holding((held) => {
        folders.sweep();
        const planned = plan('undo', ids, options.withDependants ?? false);
        const meta = metaOf('undo', ids, options);
        return external(
          held,
          recordMove('undo', planned, meta, { number: nextNumber(), external: true }),
          planned.moved,
        );
      });
    },
    log,
    show(id) {
      const runs = folders.list().map(({ record }) => record);
      const found = findId(runs, id);
      const record =
        found.kind === 'run'
          ? found.record
          : runs.findLast((run) => run.kind === 'apply' && run.changes.some((change) => change.id === found.id))!;
      const patches =
        record.kind === 'apply'
          ? record.changes.filter((change) => found.kind === 'run' || change.id === found.id).map(({ patch }) => patch)
          : record.patches;
      return {
        entry: log().find((entry) => entry.id === record.id)!,
        change: found.kind === 'change' ? found.id : undefined,
        patch: patches.map((name) => folders.patch(record.id, name)).join(''),
      };
    },
    undo(ids = [], options = {}) {
      const run = ids.length === 0 && !options.dryRun ? interrupted() : undefined;
      if (run === undefined) return move('undo', ids, options.withDependants ?? false, options);
      return { ...(run.record.kind === 'undo' ? resume() : takeBack()), changes: [] };
    },
    redo: (ids = [], options = {}) => move('redo', ids, false, options),
    resume,
    takeBack,
  };
}

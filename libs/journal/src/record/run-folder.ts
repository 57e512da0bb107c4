import { join } from 'node:path';
import { type Disk, makeFolders } from '../disk/disk.ts';
import { DamagedJournalError } from '../errors/damaged-journal-error.ts';
import { WriteFailedError } from '../errors/write-failed-error.ts';
import type { RunRecord, RunTexts } from './run-record.ts';

/** A run with the one thing about it that changes. */
export interface StoredRun {
  readonly record: RunRecord;
  /** The intent is there, but not all files may be written yet. */
  readonly unfinished: boolean;
}

export interface Patch {
  readonly name: string;
  readonly text: string;
}

/**
 * The folders of the runs.
 *
 * ```text
 * .ffsd/.gitignore                      nothing of this is for a repository
 * .ffsd/journal/lock
 * .ffsd/journal/0007-remove-switches/
 *   run.json                            what and when; a folder without it is no run
 *   texts.json                          the files before and after, and the edits
 *   01-fold-new-checkout.patch          for people and for git apply -R
 *   unfinished                          there until every file is written
 * ```
 *
 * The files of a run are written once, `run.json` last. After that a run changes state by losing the file `unfinished`, because removing
 * works on a full disk and rewriting does not.
 */
export interface RunFolders {
  /** Sorted by number. */
  list(): readonly StoredRun[];
  texts(run: string): RunTexts;
  patch(run: string, name: string): string;
  /** Records the intent, and waits until it is on the disk. */
  begin(record: RunRecord, texts: RunTexts, patches: readonly Patch[]): void;
  seal(run: string): void;
  /** Removes a run from the journal. */
  forget(run: string): void;
  /** Removes what a crash left of runs that were never begun. */
  sweep(): void;
}

export function runFolders(disk: Disk, folder: string): RunFolders {
  const at = (run: string, name: string): string => join(folder, run, name);
  const runs = (): readonly string[] => disk.names(folder).filter((name) => /^\d{4,}-/.test(name));

  function forget(run: string): void {
    disk.remove(at(run, 'run.json'));
    for (const name of disk.names(join(folder, run))) disk.remove(at(run, name));
    disk.removeFolder(join(folder, run));
  }
  function write(run: string, name: string, text: string): void {
    disk.create(at(run, `${name}.tmp`), text);
    disk.replace(at(run, `${name}.tmp`), at(run, name));
  }
  function begin(record: RunRecord, texts: RunTexts, patches: readonly Patch[]): void {
    const run = record.id;
    try {
      makeFolders(disk, join(folder, run));
      disk.create(at(run, 'unfinished'), '', { lasting: false });
      disk.create(at(run, 'texts.json'), JSON.stringify(texts));
      for (const { name, text } of patches) disk.create(at(run, name), text, { lasting: false });
      write(run, 'run.json', `${JSON.stringify(record, undefined, 2)}\n`);
      disk.settle(join(folder, run));
      disk.settle(folder);
    } catch (error) {
      try {
        forget(run);
      } catch {
        // The first error is the one to tell of; a folder without run.json is swept by the next run.
      }
      throw new WriteFailedError(`.ffsd/journal/${run}`, error);
    }
  }
  return {
    list: () =>
      runs()
        .filter((run) => disk.stats(at(run, 'run.json')) !== undefined)
        .map((run) => ({
          record: readJson<RunRecord>(disk, at(run, 'run.json')),
          unfinished: disk.stats(at(run, 'unfinished')) !== undefined,
        }))
        .sort((a, b) => a.record.number - b.record.number),
    texts: (run) => readJson<RunTexts>(disk, at(run, 'texts.json')),
    patch: (run, name) => disk.bytes(at(run, name))?.toString() ?? '',
    begin,
    seal(run) {
      disk.remove(at(run, 'unfinished'));
      try {
        disk.settle(join(folder, run));
      } catch {
        // Should the removal be lost with the machine, the run counts as unfinished, and finishing it finds nothing left to do.
      }
    },
    forget,
    sweep() {
      for (const run of runs()) if (disk.stats(at(run, 'run.json')) === undefined) forget(run);
    },
  };
}

function readJson<T extends { version: 1 }>(disk: Disk, path: string): T {
  const bytes = disk.bytes(path);
  if (bytes === undefined) throw new DamagedJournalError(path, 'it is gone');
  let value: T;
  try {
    value = JSON.parse(bytes.toString()) as T;
  } catch (error) {
    throw new DamagedJournalError(path, 'it is not JSON', error);
  }
  if (value?.version !== 1) throw new DamagedJournalError(path, 'it was written by another version of ffsd');
  return value;
}

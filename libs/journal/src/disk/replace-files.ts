import { dirname } from 'node:path';
import { ConflictError, type Disagreement } from '../errors/conflict-error.ts';
import { MalformedTextError } from '../errors/malformed-text-error.ts';
import { WriteFailedError } from '../errors/write-failed-error.ts';
import { type Disk, makeFolders } from './disk.ts';
import type { Effect } from './effect.ts';
import { fileText } from './file-text.ts';
import { firstDifference } from './first-difference.ts';
import { locate } from './locate.ts';
import { temporaryPath } from './temporary-path.ts';

export interface Target {
  readonly disk: Disk;
  /** The resolved root of the workspace. */
  readonly root: string;
  /** The id of the run, for the names of temporary files: whoever cleans up after a crash must find them. */
  readonly run: string;
  /** Called now and then, to show that the process is alive. */
  readonly onProgress?: () => void;
}

/**
 * Throws when a file is not what an effect expects to find.
 *
 * @throws ConflictError with the first line that differs, per file.
 * @throws OutsideError when a path leads out of the workspace.
 * @throws MalformedTextError when a new text is none.
 */
export function checkFiles({ disk, root }: Pick<Target, 'disk' | 'root'>, effects: readonly Effect[]): void {
  const disagreements: Disagreement[] = [];
  for (const { path, before, after } of effects) {
    if (after !== null && loneSurrogate.test(after)) throw new MalformedTextError(path);
    const found = fileText(disk, locate(disk, root, path));
    if (found !== before) disagreements.push(firstDifference(path, before, found));
  }
  if (disagreements.length === 0) return;
  const message = 'These files have changed since the plan was made; nothing was written:';
  throw new ConflictError(message, disagreements, 'Run the command again: it will plan on the files as they are now.');
}

/** Written as UTF-8 it would become U+FFFD, and could not be taken back byte for byte. */
const loneSurrogate = /\p{Surrogate}/u;

/**
 * Makes all effects true, or none.
 *
 * First every new content is written beside its file. A full disk, a folder that may not be written to, a quota: all of these
 * show here, while no file has been touched. Then the files are put in place by renaming, which takes no space and cannot stop
 * halfway in a file. New files and new contents come before removals, so a renamed file is never nowhere. Should even this
 * fail in the middle, what was replaced is put back.
 *
 * @throws WriteFailedError when the system refuses.
 * @throws ConflictError when a file is not as expected, also when it changes while this runs.
 */
export function replaceFiles(target: Target, effects: readonly Effect[]): void {
  checkFiles(target, effects);
  const made: string[] = [];
  const done: Effect[] = [];
  const changing = effects.filter(({ before, after }) => before !== after);
  const ordered = [
    ...changing.filter(({ after }) => after !== null),
    ...changing.filter(({ after }) => after === null),
  ];
  let at = ordered[0]?.path ?? '';
  try {
    for (const effect of ordered) {
      at = effect.path;
      stage(target, effect, made);
      target.onProgress?.();
    }
    for (const effect of ordered) {
      at = effect.path;
      checkFiles(target, [effect]);
      put(target, effect);
      done.push(effect);
      target.onProgress?.();
    }
    for (const folder of foldersOf(target, ordered)) target.disk.settle(folder);
  } catch (error) {
    const left = putBack(target, ordered, done, made);
    if (error instanceof ConflictError && left.length === 0) throw error;
    throw new WriteFailedError(at, error, left);
  }
  for (const { path, after } of ordered) if (after === null) removeEmptyFolders(target, path);
}

/**
 * Writes one file in a safe way and without asking what stands there: for a file that a crash of somebody else's has left cut off.
 */
export function overwrite(target: Target, effect: Effect): void {
  stage(target, effect, []);
  put(target, effect);
}

/** Removes what a crash of this run has left beside the files. */
export function removeTemporaries({ disk, root, run }: Target, effects: readonly Effect[]): void {
  for (const { path } of effects) disk.remove(temporaryPath(locate(disk, root, path), run));
}

function stage({ disk, root, run }: Target, { path, after, mode }: Effect, made: string[]): void {
  if (after === null) return;
  const absolute = locate(disk, root, path);
  makeFolders(disk, dirname(absolute), (folder) => made.push(folder));
  const now = disk.stats(absolute);
  const like = now ? { mode: now.mode & 0o7777, uid: now.uid, gid: now.gid } : { mode };
  disk.create(temporaryPath(absolute, run), after, like);
}

function put({ disk, root, run }: Target, { path, after }: Effect): void {
  const absolute = locate(disk, root, path);
  if (after === null) disk.remove(absolute);
  else disk.replace(temporaryPath(absolute, run), absolute);
}

/** Returns the files that could not be put back. */
function putBack(target: Target, all: readonly Effect[], done: readonly Effect[], made: readonly string[]): string[] {
  const { disk, root, run } = target;
  const left: string[] = [];
  const attempt = (path: string, act: () => void): void => {
    try {
      act();
    } catch {
      left.push(path);
    }
  };
  for (const { path } of all) attempt(path, () => disk.remove(temporaryPath(locate(disk, root, path), run)));
  left.length = 0;
  for (const { path, before, mode } of done.toReversed()) {
    attempt(path, () => {
      const back = { path, before: null, after: before, ...(mode === undefined ? {} : { mode }) };
      stage(target, back, []);
      put(target, back);
    });
  }
  for (const folder of made.toReversed()) attempt(folder, () => disk.removeFolder(folder));
  return left.filter((path) => !made.includes(path));
}

/**
 * A folder that held only what is gone goes too, as it does with git. A system that refuses even that is not worth an error: the
 * files are as they should be.
 */
export function removeEmptyFolders({ disk, root }: Pick<Target, 'disk' | 'root'>, path: string): void {
  try {
    for (let folder = dirname(locate(disk, root, path)); folder !== root; folder = dirname(folder)) {
      if (disk.stats(folder) !== undefined && !disk.removeFolder(folder)) return;
    }
  } catch {
    return;
  }
}

function foldersOf({ disk, root }: Target, effects: readonly Effect[]): ReadonlySet<string> {
  return new Set(effects.map(({ path }) => dirname(locate(disk, root, path))).filter((folder) => disk.stats(folder)));
}

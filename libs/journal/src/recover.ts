import type { Disk } from './disk/disk.ts';
import { type Effect, reversed } from './disk/effect.ts';
import { fileText } from './disk/file-text.ts';
import { firstDifference } from './disk/first-difference.ts';
import { locate } from './disk/locate.ts';
import { overwrite, removeEmptyFolders, removeTemporaries, replaceFiles, type Target } from './disk/replace-files.ts';
import { ConflictError } from './errors/conflict-error.ts';

/**
 * How far an interrupted run has come with a file. `cut-off` can only come from somebody who does not write as we do: Nx truncates
 * a file and then fills it. `changed` is neither before nor after; somebody was there since.
 */
export type FileProgress = 'old' | 'new' | 'cut-off' | 'changed';

export interface RecoverOptions {
  /** Leaves files alone that somebody changed since the crash, instead of refusing. */
  readonly leaveChanged?: boolean;
}

export function progressOf(disk: Disk, root: string, effect: Effect, external: boolean): FileProgress {
  const absolute = locate(disk, root, effect.path);
  const text = fileText(disk, absolute);
  if (text === effect.after) return 'new';
  if (text === effect.before) return 'old';
  const bytes = disk.bytes(absolute);
  const isCutOff =
    external && bytes && effect.after !== null && Buffer.from(effect.after).subarray(0, bytes.length).equals(bytes);
  return isCutOff ? 'cut-off' : 'changed';
}

/** Brings an interrupted run to its end. Can itself be interrupted and done again. */
export function finish(target: Target, effects: readonly Effect[], external: boolean, options: RecoverOptions): void {
  bring(target, effects, external, options, (effect, progress) => (progress === 'new' ? undefined : effect));
}

/** Brings the files back to what they were before an interrupted run. Can itself be interrupted and done again. */
export function restore(target: Target, effects: readonly Effect[], external: boolean, options: RecoverOptions): void {
  bring(target, effects, external, options, (effect, progress) => (progress === 'old' ? undefined : reversed(effect)));
  // The crash may have come between making the folder of a new file and the file.
  for (const { path, before } of effects) if (before === null) removeEmptyFolders(target, path);
}

function bring(
  target: Target,
  effects: readonly Effect[],
  external: boolean,
  { leaveChanged = false }: RecoverOptions,
  need: (effect: Effect, progress: FileProgress) => Effect | undefined,
): void {
  const { disk, root } = target;
  removeTemporaries(target, effects);
  const seen = effects
    .filter(({ before, after }) => before !== after)
    .map((effect) => ({ effect, progress: progressOf(disk, root, effect, external) }));
  const changed = seen.filter(({ progress }) => progress === 'changed');
  if (changed.length > 0 && !leaveChanged) {
    throw new ConflictError(
      'These files were changed after the run was interrupted; nothing was written:',
      changed.map(({ effect: { path, after } }) =>
        firstDifference(path, after, fileText(disk, locate(disk, root, path))),
      ),
      'Leave them as they are and settle the rest with --leave-changed.',
    );
  }
  const rest = seen.filter(({ progress }) => progress !== 'changed');
  for (const { effect, progress } of rest.filter((each) => each.progress === 'cut-off'))
    overwrite(target, need(effect, progress)!);
  replaceFiles(
    target,
    rest
      .filter(({ progress }) => progress !== 'cut-off')
      .flatMap(({ effect, progress }) => need(effect, progress) ?? []),
  );
}

import type { MovePlan } from '../plan/move-plan.ts';
import { patchNames, patchText, type Recording, type RunMeta, runId } from './record-apply.ts';

/** What the journal keeps of a run that takes changes back or does them again. */
export function recordMove(
  kind: 'undo' | 'redo',
  { moved, effects }: MovePlan,
  meta: RunMeta,
  { number, external }: { number: number; external: boolean },
): Recording {
  const names = patchNames(moved.map(({ change }) => `${kind} ${change.title}`));
  const modes = new Map(effects.map(({ path, mode }) => [path, mode]));
  return {
    record: {
      version: 1,
      kind,
      id: runId(number, meta.name ?? kind),
      number,
      command: meta.command,
      createdAt: meta.createdAt ?? new Date().toISOString(),
      external,
      paths: effects.map(({ path }) => path),
      keys: moved.map(({ key }) => key),
      patches: names,
    },
    texts: { version: 1, effects, steps: [] },
    patches: moved.map(({ files }, index) => ({ name: names[index]!, text: patchText(files, modes) })),
  };
}

import { performance } from 'node:perf_hooks';
import type { Change, Kept } from '@ffsd/changes';
import { isChange, sequence } from '@ffsd/changes';
import { removeSwitches } from '@ffsd/remove-switches';
import type { Workspace } from '@ffsd/workspace';
import type { FlagCase } from './case.ts';
import { conditionProps, definitions } from './definitions.ts';
import { readPatterns } from './read-patterns.ts';
import type { Overlay } from './trees.ts';

/** What a removal did to a tree. */
export interface Removal {
  readonly overlay: Overlay;
  readonly changes: readonly Change[];
  readonly kept: readonly Kept[];
  readonly seconds: number;
  /** The error that ended it. */
  readonly crash?: string;
}

/** Runs remove-switches as a user would, with the patterns that follow from the case's reads, and writes nothing. */
export function remove(flagCase: FlagCase, workspace: Workspace): Removal {
  const options = {
    flag: flagCase.flag,
    value: String(flagCase.value),
    reads: readPatterns(flagCase),
    definitions: definitions[flagCase.repo] ?? [],
    conditionProps: conditionProps[flagCase.repo] ?? [],
  };
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  try {
    const outcomes = removeSwitches.plan(workspace, options);
    const set = sequence((path) => workspace.read(path), outcomes);
    const overlay = new Map<string, string | undefined>();
    for (const step of set.steps) {
      for (const file of step.files) {
        if (file.to !== undefined) overlay.set(file.path, undefined);
        overlay.set(file.to ?? file.path, file.after);
      }
    }
    const kept = outcomes.filter((outcome): outcome is Kept => !isChange(outcome));
    return { overlay, changes: outcomes.filter(isChange), kept, seconds: seconds() };
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { overlay: new Map(), changes: [], kept: [], seconds: seconds(), crash };
  }
}

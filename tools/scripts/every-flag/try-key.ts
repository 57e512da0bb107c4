import { performance } from 'node:perf_hooks';
import { type Change, type ChangeSet, dependenciesOf, isChange, type Kept, sequence } from '@ffsd/changes';
import type { Codemod, OptionValues } from '@ffsd/codemod';
import type { Workspace } from '@ffsd/workspace';
import { newErrors } from './new-errors.ts';
import { overlayWorkspace } from './overlay-workspace.ts';
import { notRestored, textsAfter } from './texts-after.ts';

/** What came of one run of a codemod, and what is wrong with it. */
export interface Trial {
  readonly changes: readonly Change[];
  readonly kept: readonly Kept[];
  /** One line each. */
  readonly wrong: readonly string[];
  /** How long the plan took, without the checks. */
  readonly seconds: number;
}

/** Plans on the workspace and checks what holds for every codemod on every code; writes nothing. */
export function tryKey<O extends OptionValues>(codemod: Codemod<O>, workspace: Workspace, options: O): Trial {
  const wrong: string[] = [];
  const start = performance.now();
  let seconds = 0;
  try {
    const outcomes = codemod.plan(workspace, options);
    seconds = (performance.now() - start) / 1000;
    const changes = outcomes.filter(isChange);
    const set = sequence((path) => workspace.read(path), outcomes);
    wrong.push(...errorsOf(workspace, set, 'all'));
    wrong.push(...notRestored(workspace, set).map((path) => `undo ${path}`));
    wrong.push(...eachAlone(workspace, changes));
    if (changes.length > 0) {
      const again = codemod.plan(overlayWorkspace(workspace, textsAfter(set)), options).filter(isChange);
      wrong.push(...again.map((change) => `second-run ${change.title}: ${pathsOf(change)}`));
    }
    return { changes, kept: set.kept, wrong, seconds };
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    wrong.push(`crash ${stack.split('\n').slice(0, 5).join(' | ')}`);
    return { changes: [], kept: [], wrong, seconds };
  }
}

/** Each change with what it depends on and nothing else must leave the project whole: a user may choose any. */
function eachAlone(workspace: Workspace, changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    const wanted = new Set([change.id, ...dependenciesOf(changes, [change.id])]);
    const some = changes.filter(({ id }) => wanted.has(id));
    if (some.length === changes.length) return [];
    const set = sequence((path) => workspace.read(path), some);
    return errorsOf(workspace, set, `alone "${change.title}"`);
  });
}

function errorsOf(workspace: Workspace, set: ChangeSet, what: string): string[] {
  return newErrors(workspace, textsAfter(set)).map(({ kind, path, detail }) => `${kind} ${path} ${detail} (${what})`);
}

function pathsOf({ files }: Change): string {
  return files.map(({ path }) => path).join(', ');
}

import { type ChangeSet, isChange, type Outcome, sequence } from '@ffsd/changes';
import { type Codemod, type OptionValues, resolveOptions } from '@ffsd/codemod';
import { memoryWorkspace, type Workspace } from '@ffsd/workspace';
import type { Case, CaseFile } from './case.ts';
import { CaseError } from './case-error.ts';

export type Texts = ReadonlyMap<string, string>;

/** What the codemod said of one case. */
export interface CaseRun {
  readonly workspace: Workspace;
  readonly before: Texts;
  readonly outcomes: readonly Outcome[];
  readonly set: ChangeSet;
  readonly after: Texts;
}

/**
 * Plans one case.
 *
 * @throws CaseError when the options are none of the codemod's.
 */
export function runCase(codemod: Codemod, one: Case): CaseRun {
  const before = textsOf(one.files);
  const workspace = memoryWorkspace(Object.fromEntries(before));
  const outcomes = codemod.plan(workspace, optionsFor(codemod, one));
  const set = sequence((path) => before.get(path), outcomes);
  return { workspace, before, outcomes, set, after: applyAll(before, set) };
}

/** The texts after some of the changes, in the order of the run. The choice must be closed under dependencies. */
export function applySome(run: CaseRun, ids: ReadonlySet<string>): Texts {
  const chosen = run.outcomes.filter((outcome) => isChange(outcome) && ids.has(outcome.id));
  return applyAll(
    run.before,
    sequence((path) => run.before.get(path), chosen),
  );
}

/** The options of the case as the codemod gets them: merged, checked, and with the defaults. */
export function optionsFor(codemod: Codemod, { options, source, line }: Case): OptionValues {
  const unknown = Object.keys(options).find((name) => codemod.options[name] === undefined);
  if (unknown !== undefined) throw new CaseError(source, line, `${codemod.name} has no option "${unknown}"`);
  return { ...resolveOptions(codemod.options, {}, {}), ...options };
}

function textsOf(files: readonly CaseFile[]): Texts {
  return new Map(files.map(({ path, text }) => [path, text]));
}

function applyAll(before: Texts, set: ChangeSet): Texts {
  const texts = new Map(before);
  for (const { files } of set.steps) {
    for (const { path, to, after } of files) {
      if (after === undefined || to !== undefined) texts.delete(path);
      if (after !== undefined) texts.set(to ?? path, after);
    }
  }
  return texts;
}

import type { Outcome } from '@ffsd/changes';
import { assemble } from '@ffsd/changes';
import { defineCodemod, UsageError } from '@ffsd/codemod';
import { checkFlagKey, parseFlagValue, userShape } from '@ffsd/flags';
import type { Workspace } from '@ffsd/workspace';
import { keptCodes } from './kept-code.ts';
import type { SettledFlag } from './language.ts';
import type { RemoveSwitchesOptions } from './options.ts';
import { options } from './options.ts';
import { languages, removeFlags } from './remove-flags.ts';
import { tasksElsewhere } from './tasks-elsewhere.ts';
import { withTopics } from './topics.ts';
import { withdrawBroken } from './withdraw-broken.ts';

export type { FindFlagsOptions } from './find-flags.ts';
export { findFlags } from './find-flags.ts';
export type { DynamicRead, FlagRead, FoundFlag, FoundFlags } from './found-flags.ts';

/** Removes the branch behind a settled flag, and what dies with it. */
export const removeSwitches = defineCodemod<RemoveSwitchesOptions>({
  name: 'remove-switches',
  summary: 'Removes the legacy branch behind a settled flag and all that dies with it',
  options,
  examples: [
    { command: '--flag new-checkout --value true', describe: 'Keep the new code, remove the old' },
    { command: "--flag new-checkout --value true --read 'useUiFlag($FLAG)'", describe: 'With a reader of your own' },
    { command: '--flag layout --value compact src/app', describe: 'Settle a variant, in one folder only' },
  ],
  plan(workspace: Workspace, given: RemoveSwitchesOptions): readonly Outcome[] {
    const flags = settledFlags(given);
    // Of two patterns that match the same place the first one counts, and what sets the flag must never pass for a read.
    const sets = (given.sets ?? []).map((pattern) => ({ ...userShape(pattern), sets: true }));
    const shapes = [...sets, ...(given.reads ?? []).map(userShape)];
    const { drafts, kept } = removeFlags(workspace, flags, {
      shapes,
      presets: given.presets ?? [],
      definitions: given.definitions ?? [],
      conditionProps: given.conditionProps ?? [],
    });
    const changes = assemble(
      (path) => workspace.read(path),
      withTopics(drafts, flags).map((draft) => ({ ...draft, codemod: 'remove-switches' })),
    );
    const plan = withdrawBroken(workspace, { changes, kept }, languages);
    return [...plan.changes, ...plan.kept];
  },
  keptCodes,
  tasks: tasksElsewhere,
});

function settledFlags({ flag, value, flags }: RemoveSwitchesOptions): readonly SettledFlag[] {
  if (flag !== undefined) {
    const configured = flags?.[flag]?.value;
    if (value === undefined && configured === undefined) {
      throw new UsageError(
        'remove-switches/no-value',
        `the value of ${flag} is not given`,
        'Add --value true, --value false, or another value.',
      );
    }
    const known = value === undefined ? configured : typeof value === 'string' ? parseFlagValue(value) : value;
    return [{ key: checkFlagKey(flag), value: known as SettledFlag['value'] }];
  }
  const settled = Object.entries(flags ?? {}).filter(([, one]) => one.value !== undefined);
  if (settled.length === 0) {
    throw new UsageError(
      'remove-switches/no-flag',
      'no flag is named, and ffsd.json settles none',
      'Name one: ffsd remove-switches --flag KEY --value true; ffsd flags lists those that the code reads. Or list settled flags in ffsd.json: "flags": { "KEY": { "value": true } }.',
    );
  }
  return settled.map(([key, one]) => ({ key: checkFlagKey(key), value: one.value as SettledFlag['value'] }));
}

import type { Outcome } from '@ffsd/changes';
import type { Codemod, OptionValues } from '@ffsd/codemod';
import type { Told } from './report-of.ts';

/** What a codemod says of its outcomes: what its reasons mean, and what is left to do elsewhere. */
export function toldBy(
  { keptCodes = {}, tasks }: Pick<Codemod, 'keptCodes' | 'tasks'>,
  outcomes: readonly Outcome[],
  options: OptionValues,
): Told {
  return {
    explain: (code) => (Object.hasOwn(keptCodes, code) ? keptCodes[code] : undefined),
    tasks: tasks?.(outcomes, options) ?? [],
  };
}

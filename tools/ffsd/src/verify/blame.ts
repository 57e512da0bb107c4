import type { Step } from '@ffsd/changes';
import type { Check } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';

export interface Blamed {
  readonly diagnostic: Diagnostic;
  /** The change that it came with. */
  readonly step: Step;
}

/**
 * Finds for each new complaint the step it came with. A change may break what another file says, so the place of the complaint alone
 * proves nothing: the beginnings of the run, each of which is closed under dependencies, are checked by halves until one step is left.
 */
export function blame(steps: readonly Step[], check: Check, fresh: readonly Diagnostic[]): readonly Blamed[] {
  const asked = new Map<string, readonly Diagnostic[]>();
  const at = (count: number, path: string): readonly Diagnostic[] => {
    const key = `${count} ${path}`;
    const known = asked.get(key) ?? check.at!(count, path);
    asked.set(key, known);
    return known;
  };
  return fresh.map((diagnostic) => {
    const step = check.at && steps.length > 1 ? byHalves(steps, diagnostic, at) : nearest(steps, diagnostic);
    return { diagnostic, step };
  });
}

function byHalves(
  steps: readonly Step[],
  { path, code, message }: Diagnostic,
  at: (count: number, path: string) => readonly Diagnostic[],
): Step {
  const countIn = (all: readonly Diagnostic[]) =>
    all.filter((one) => one.code === code && one.message === message).length;
  const many = countIn(at(steps.length, path));
  let [without, withIt] = [0, steps.length];
  while (withIt - without > 1) {
    const middle = (without + withIt) >> 1;
    if (countIn(at(middle, path)) >= many) withIt = middle;
    else without = middle;
  }
  return steps[withIt - 1]!;
}

/** Where nobody can be asked step by step: the last one that changed the file, else the last one of all. */
function nearest(steps: readonly Step[], { path }: Diagnostic): Step {
  return steps.findLast(({ files }) => files.some((file) => file.path === path)) ?? steps.at(-1)!;
}

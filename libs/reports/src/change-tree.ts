import type { Step } from '@ffsd/changes';

/** A change in the graph of a run, drawn as a tree. */
export interface TreeRow {
  readonly step: Step;
  readonly depth: number;
  /** Ids of what it needs beside the change that it stands below, without what those need themselves. */
  readonly alsoNeeds: readonly string[];
  /** How many changes stand below it, over all depths. */
  readonly below: number;
}

/**
 * The graph of a run as an indented tree, in the order of the run. Each change stands once: below the last of those that it needs,
 * because what comes before that one is needed by it already, or is named beside.
 */
export function changeTree(steps: readonly Step[]): readonly TreeRow[] {
  const order = new Map(steps.map(({ change }, at) => [change.id, at]));
  const needs = new Map<string, ReadonlySet<string>>();
  const children = new Map<string | undefined, { step: Step; alsoNeeds: readonly string[] }[]>();
  for (const step of steps) {
    const { id, dependsOn } = step.change;
    const known = dependsOn.filter((other) => order.has(other)).sort((a, b) => order.get(a)! - order.get(b)!);
    const deep = new Set(known.flatMap((other) => [...(needs.get(other) ?? [])]));
    needs.set(id, new Set([...known, ...deep]));
    const direct = known.filter((other) => !deep.has(other));
    const parent = direct.pop();
    const siblings = children.get(parent) ?? [];
    siblings.push({ step, alsoNeeds: direct });
    children.set(parent, siblings);
  }
  return rowsBelow(undefined, 0, children);
}

function rowsBelow(
  parent: string | undefined,
  depth: number,
  children: ReadonlyMap<string | undefined, readonly { step: Step; alsoNeeds: readonly string[] }[]>,
): readonly TreeRow[] {
  return (children.get(parent) ?? []).flatMap(({ step, alsoNeeds }) => {
    const rows = rowsBelow(step.change.id, depth + 1, children);
    return [{ step, depth, alsoNeeds, below: rows.length }, ...rows];
  });
}

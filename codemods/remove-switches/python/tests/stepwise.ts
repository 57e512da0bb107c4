import type { Edit } from '@ffsd/edits';
import { apply, compose, mapOffset } from '@ffsd/edits';
import type { AnyNode, SourceFile } from '@ffsd/python';
import { findAll, isParsed, parse } from '@ffsd/python';

/** Edits of one change that are planned one after the other, each on the text that the ones before left. */
export interface Stepwise {
  /** The text as it is now, parsed. */
  readonly file: SourceFile;
  readonly edits: readonly Edit[];
}

export function startOf(file: SourceFile): Stepwise {
  return { file, edits: [] };
}

/** Takes one more step; undefined when there is none, or when the text would not parse any more. */
export function step(
  { file, edits }: Stepwise,
  plan: (file: SourceFile) => readonly Edit[] | undefined,
): Stepwise | undefined {
  const planned = plan(file);
  if (!planned) return undefined;
  if (planned.length === 0) return { file, edits };
  const after = parse(file.path, apply(file.text, planned));
  if (!isParsed(after)) return undefined;
  return { file: after, edits: edits.length === 0 ? planned : compose(edits, planned) };
}

/** Removes nodes of the text before the first step, one after the other: neighbours share a comma or a line. */
export function removeEach(
  from: Stepwise,
  nodes: readonly AnyNode[],
  removal: (file: SourceFile, node: never) => readonly Edit[] | undefined,
): Stepwise | undefined {
  let at: Stepwise | undefined = from;
  for (const node of nodes) {
    at =
      at &&
      step(at, (file) => {
        const offset = mapOffset((at as Stepwise).edits, node.start, 'after');
        const found = findAll(file.tree, node.type).find(({ start }) => start === offset);
        return found && removal(file, found as never);
      });
  }
  return at;
}

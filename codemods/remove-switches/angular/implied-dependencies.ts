import type { Edit } from '@ffsd/edits';
import type { AngularFile, AngularNode, Span } from '@ffsd/templates';
import { draftsWithin, isIndentation } from '../regions.ts';
import type { HistoryEntry } from '../session.ts';
import { childrenOf, namesGiven } from './nodes-in.ts';

/**
 * The earlier drafts that a list of edits counts on, beyond those whose characters it touches: a fold looks at the whole of what it works
 * in. Where a template with a name goes, on every draft that removed a use of the name.
 */
export function impliedDependencies(
  file: AngularFile,
  edits: readonly Edit[],
  history: readonly HistoryEntry[],
): readonly string[] {
  const hulls = edits
    .filter((edit) => !isIndentation(file.text, edit))
    .map((edit) => hullOf({ start: 0, end: file.text.length }, file.nodes, edit));
  const names = namesLost(file, file.nodes, edits).map((name) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`));
  return draftsWithin(history, hulls, names);
}

/** The innermost element or block around the edit. What lies beside it is another matter. */
function hullOf(around: Span, nodes: readonly AngularNode[], edit: Edit): Span {
  const inner = nodes.find(
    ({ kind, start, end }) => kind !== 'text' && start <= edit.start && edit.end <= end && start < end,
  );
  if (inner) return hullOf(inner, childrenOf(inner), edit);
  const touched = nodes.filter(({ kind, start, end }) => kind !== 'text' && start <= edit.end && end >= edit.start);
  // Of the whole file, only what it touches.
  if (nodes.length === 0) return around;
  return {
    start: Math.min(edit.start, ...touched.map(({ start }) => start)),
    end: Math.max(edit.end, ...touched.map(({ end }) => end)),
  };
}

function namesLost(file: AngularFile, nodes: readonly AngularNode[], edits: readonly Edit[]): readonly string[] {
  return nodes.flatMap((node) => {
    const isGone = edits.some(({ start, end }) => start <= node.start && node.end <= end);
    return [...(isGone ? namesGiven(file, node) : []), ...namesLost(file, childrenOf(node), edits)];
  });
}

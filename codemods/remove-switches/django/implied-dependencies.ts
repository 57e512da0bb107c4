import type { Edit } from '@ffsd/edits';
import { mapOffset } from '@ffsd/edits';
import type { DjangoFile, Node } from '@ffsd/templates';
import type { Span } from '../regions.ts';
import { draftsWithin, isIndentation } from '../regions.ts';
import type { HistoryEntry } from '../session.ts';
import { boundNames } from './names-in.ts';

/**
 * The earlier drafts that a list of edits counts on, beyond those whose characters it touches: a fold looks at the whole block or tag
 * it works in, and at the white space up to the next. Where a tag that binds a name goes, on every draft that removed a use of the name.
 */
export function impliedDependencies(
  file: DjangoFile,
  edits: readonly Edit[],
  history: readonly HistoryEntry[],
): readonly string[] {
  if (history.length === 0) return [];
  const hulls = edits.filter((edit) => !isIndentation(file.text, edit)).map((edit) => hullOf(file.nodes, edit));
  const gone = (offset: number) => edits.some(({ start, end }) => start <= offset && offset < end);
  const lost = boundNames(file).filter(({ start }) => gone(start));
  const names = [...new Set(lost.map(({ name }) => name))].map((name) => new RegExp(`(?<!\\w)${name}(?!\\w)`));
  const moved = edits.filter((edit) => joinsLines(file.text, edit)).flatMap((edit) => draftsThatMoved(history, edit));
  return [...new Set([...draftsWithin(history, hulls, names), ...moved])];
}

/** It takes the indentation of a line with the break before: the white space that `-%}` takes. */
function joinsLines(text: string, { start, end }: Span): boolean {
  return /[\r\n][ \t]*$/.test(text.slice(start, end)) && !/[\r\n]/.test(text[start - 1] ?? '\n');
}

/** The drafts that moved the line up to whose first character the edit goes: without them it has more indentation to take. */
function draftsThatMoved(history: readonly HistoryEntry[], { end }: Span): readonly string[] {
  return history
    .filter(({ before, edits }, index) => {
      let shift = 0;
      return edits.some((edit) => {
        const at = history
          .slice(index + 1)
          .reduce((offset, entry) => mapOffset(entry.edits, offset, 'after'), edit.start + shift);
        shift += edit.text.length - (edit.end - edit.start);
        return isIndentation(before, edit) && at === end;
      });
    })
    .map(({ key }) => key);
}

/** The nodes of the innermost branch that the edit touches; of text only what it touches. */
function hullOf(nodes: readonly Node[], edit: Edit): Span {
  for (const node of nodes) {
    if (node.kind !== 'block') continue;
    const branch = node.branches.find(({ start, end }) => start <= edit.start && edit.end <= end);
    if (branch) return hullOf(branch.nodes, edit);
  }
  const touched = nodes.filter(({ kind, start, end }) => kind !== 'text' && start <= edit.end && end >= edit.start);
  return {
    start: Math.min(edit.start, ...touched.map(({ start }) => start)),
    end: Math.max(edit.end, ...touched.map(({ end }) => end)),
  };
}

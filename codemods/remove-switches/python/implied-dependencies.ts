import type { Edit } from '@ffsd/edits';
import type { AnyNode, SourceFile } from '@ffsd/python';
import { scopesOf } from '@ffsd/python';
import type { Hull } from '../regions.ts';
import { draftsWithin, isIndentation } from '../regions.ts';
import type { HistoryEntry } from '../session.ts';

/**
 * The earlier drafts that a list of edits counts on, beyond those whose characters it touches: a fold looks at the whole statement it
 * works in, so it depends on every draft that changed something inside of that. And where what binds a name goes, on every
 * draft that removed an occurrence of the name: while that one is not applied, the name is still used.
 */
export function impliedDependencies(
  file: SourceFile,
  edits: readonly Edit[],
  history: readonly HistoryEntry[],
): readonly string[] {
  if (history.length === 0) return [];
  const hulls = edits.filter((edit) => !isIndentation(file.text, edit)).map((edit) => hullOf(file, edit));
  const names = namesLost(file, edits).map((name) => new RegExp(`(?<!\\w)${name}(?!\\w)`));
  return draftsWithin(history, hulls, names);
}

/** The statements that the edit is about, in the innermost block that holds it. */
function hullOf(file: SourceFile, edit: Edit): Hull {
  let hull: Hull = edit;
  const look = (node: AnyNode): void => {
    if (node.type === 'Module' || node.type === 'IndentedBlock' || node.type === 'SimpleStatementSuite') {
      const touched = (node.body as readonly AnyNode[]).filter((one) => touches(one, edit) && !isImport(one));
      hull = {
        isWhole: touched.length > 0,
        start: Math.min(edit.start, ...touched.map(({ start }) => start)),
        end: Math.max(edit.end, ...touched.map(({ end }) => end)),
      };
    }
    for (const child of node.children()) if (child.fullStart <= edit.start && edit.end <= child.fullEnd) look(child);
  };
  look(file.tree);
  return hull;
}

/** What is removed up to the next statement does not touch that. */
function touches(node: AnyNode, edit: Edit): boolean {
  if (edit.start === edit.end) return node.start <= edit.end && node.end >= edit.start;
  return node.start < edit.end && node.end > edit.start;
}

/** The names of an import do not know each other. */
function isImport(line: AnyNode): boolean {
  return (
    line.type === 'SimpleStatementLine' && line.body.every(({ type }) => type === 'Import' || type === 'ImportFrom')
  );
}

function namesLost(file: SourceFile, edits: readonly Edit[]): readonly string[] {
  const gone = (offset: number) => edits.some(({ start, end }) => start <= offset && offset < end);
  const lost = scopesOf(file)
    .bindings()
    .filter(({ declarations }) => declarations.some(({ start }) => gone(start)));
  return [...new Set(lost.map(({ name }) => name))];
}

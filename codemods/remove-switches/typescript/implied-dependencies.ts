import type { Node, Statement } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { asTemplateNode, parentsOf, scopesOf, skip, walk } from '@ffsd/typescript';
import type { Hull } from '../regions.ts';
import { draftsWithin, isIndentation } from '../regions.ts';
import { statementsOf } from './guard-statement-start.ts';
import { namesDeclaredIn } from './make-site.ts';
import type { HistoryEntry } from './session.ts';

/**
 * The earlier drafts that a list of edits counts on, beyond those whose characters it touches.
 *
 * A fold is planned on the text as the drafts before it left it, and what it looks at is more than what it changes:
 *
 * ```text
 * <b>{!on ? 'one' : hide ? 'two' : <i/>}</b>
 *   hide is folded:  <b>{!on ? 'one' : <i/>}</b>          on is folded:  <b><i/></b>
 *   on alone:        <b>hide ? 'two' : <i/></b>           // oops! the braces went because the arm was an element
 * ```
 *
 * So it depends on every draft that changed something inside the statement or JSX expression it works in. And where a name's
 * declaration goes, or the braces around it, on every draft that removed an occurrence of the name: while that one is not
 * applied, the name is still used or still clashes. Moved indentation counts for nothing.
 */
export function impliedDependencies(
  file: SourceFile,
  edits: readonly Edit[],
  history: readonly HistoryEntry[],
): readonly string[] {
  if (history.length === 0) return [];
  const hulls = edits.filter((edit) => !isIndentation(file.text, edit)).map((edit) => hullOf(file, edit));
  const names = namesLost(file, edits).map((name) => new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`));
  return draftsWithin(history, hulls, names);
}

/** The statements, or the JSX expression with its neighbours, that the edit is about. */
function hullOf(file: SourceFile, edit: Edit): Hull {
  const inTemplate = file.component?.hullOf(edit);
  if (inTemplate) return inTemplate;
  let hull: Hull = edit;
  const parents = parentsOf(file);
  walk(file.tree.program, (node) => {
    if (node.start! > edit.start || node.end! < edit.end) return skip;
    const list = statementsOf(node);
    if (list) hull = around(list.filter((one) => touches(one, edit)).filter(isOwnStatement), edit);
    if (node.type !== 'JSXExpressionContainer') return undefined;
    const parent = parents.parent(node);
    const siblings: readonly Node[] =
      parent?.type === 'JSXElement' || parent?.type === 'JSXFragment' ? parent.children : [];
    const index = siblings.indexOf(node);
    hull = around(
      [siblings[index - 1], node, siblings[index + 1]].filter((one) => one !== undefined),
      edit,
    );
    return undefined;
  });
  return hull;
}

/** The specifiers of an import do not know each other, and the template is no statement of the script. */
function isOwnStatement(statement: Statement): boolean {
  return statement.type !== 'ImportDeclaration' && !asTemplateNode(statement);
}

function touches(node: Node, edit: Edit): boolean {
  return node.start! <= edit.end && node.end! >= edit.start;
}

function around(nodes: readonly Node[], edit: Edit): Hull {
  return {
    isWhole: nodes.length > 0,
    start: Math.min(edit.start, ...nodes.map(({ start }) => start!)),
    end: Math.max(edit.end, ...nodes.map(({ end }) => end!)),
  };
}

/** Names whose declaration the edits remove, or that lose the braces which kept them apart. */
function namesLost(file: SourceFile, edits: readonly Edit[]): readonly string[] {
  const gone = (offset: number) => edits.some(({ start, end }) => start <= offset && offset < end);
  const names = new Set<string>();
  for (const { name, declarations } of scopesOf(file).bindings()) {
    if (!declarations.some(({ start }) => gone(start!))) continue;
    names.add(name);
    // The value of a store is asked for by another name.
    if (file.component?.dialect === 'svelte') names.add(`$${name}`);
  }
  walk(file.tree.program, (node) => {
    if (!edits.some((edit) => edit.start < node.end! && node.start! < edit.end)) return skip;
    if (node.type === 'BlockStatement' && gone(node.start!) && gone(node.end! - 1)) {
      for (const name of namesDeclaredIn(node)) names.add(name);
    }
    return undefined;
  });
  return [...names];
}

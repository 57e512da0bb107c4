import type { Edit } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf } from '@ffsd/typescript';
import type { FunctionNode } from './function-at.ts';

/**
 * The lines of a JSDoc comment that tell of a parameter: `@param rounded …`, with the lines that go on with it.
 *
 * @param name of the parameter, or of a property of it
 */
export function parameterComment(file: SourceFile, fn: FunctionNode, name: string): readonly Edit[] {
  const start = statementStart(file, fn);
  const comment = (file.tree.comments ?? []).find(
    ({ type, value, end }) =>
      type === 'CommentBlock' && value.startsWith('*') && end! <= start && file.text.slice(end!, start).trim() === '',
  );
  if (!comment) return [];
  const lines = file.text.slice(comment.start!, comment.end!).split(/(?<=\n)/);
  const tag = new RegExp(
    `^\\s*\\*\\s*@(?:param|arg|argument)\\s+(?:\\{.*\\}\\s+)?\\[?(?:[\\w$]+\\.)?${name.replaceAll('$', '\\$')}(?![\\w$])`,
  );
  const edits: Edit[] = [];
  let at = comment.start!;
  let inside = false;
  for (const line of lines) {
    if (tag.test(line)) inside = true;
    else if (/^\s*\*\s*@/.test(line) || /\*\/\s*$/.test(line) || /^\s*\*\s*$/.test(line)) inside = false;
    if (inside) edits.push({ start: at, end: at + line.length, text: '' });
    at += line.length;
  }
  return edits;
}

function statementStart(file: SourceFile, fn: FunctionNode): number {
  const parents = parentsOf(file);
  let start = fn.start!;
  for (const outer of parents.ancestors(fn)) {
    if (!/^(?:Variable|Export|TS\w+Expression|CallExpression)/.test(outer.type)) break;
    start = outer.start!;
  }
  return start;
}

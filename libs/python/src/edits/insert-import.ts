import type { Edit } from '@ffsd/edits';
import { isBlankLine, lineBreakOf, lineStart, nextLine } from '@ffsd/edits';
import type { BaseStatement, Module } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { startWithComments } from './comments.ts';
import { docstringOf } from './docstring.ts';
import { appendTo, insertAfter } from './insert-statements.ts';
import { statementEnd, statementStart } from './suite.ts';

/**
 * Puts an import among those at the top of the file: behind the last of them, or else behind the docstring and
 * `from __future__ import …`, which must stay the first, or else at the top, below what is about the whole file.
 *
 * @param code an import statement without a line break
 */
export function insertImport(file: SourceFile, code: string): Edit[] {
  const { tree } = file;
  const top = importsAtTop(tree);
  const future = top.filter(isFuture);
  const wanted = /^from\s+__future__\s/.test(code) ? future : top.filter((line) => !isFuture(line));
  const last = wanted.at(-1);
  if (last !== undefined) return insertAfter(file, last, code);
  const above = (wanted === future ? undefined : future.at(-1)) ?? docstringOf(tree);
  const first = tree.body[0];
  if (above !== undefined) return [below(file, above, code)];
  if (first === undefined) return appendTo(file, tree, code);
  return [aboveAll(file, first, code, wanted === future && top.length > 0)];
}

/** The lines of imports before anything else is done; blocks that import conditionally may stand between them. */
function importsAtTop(tree: Module): readonly BaseStatement[] {
  const found: BaseStatement[] = [];
  const docstring = docstringOf(tree);
  for (const statement of tree.body) {
    if (isImport(statement)) found.push(statement);
    else if (statement !== docstring && !holdsImports(statement)) break;
  }
  return found;
}

function isImport(statement: BaseStatement): boolean {
  return statement.type === 'SimpleStatementLine' && statement.body.every(({ type }) => /^(?:Lazy)?Import/.test(type));
}

/** `try: import a` with its `except`, `if TYPE_CHECKING: import b`. */
function holdsImports(statement: BaseStatement): boolean {
  if (statement.type !== 'If' && statement.type !== 'Try') return false;
  const first = statement.body.body[0]!;
  return 'semicolon' in first ? /^(?:Lazy)?Import/.test(first.type) : isImport(first);
}

function isFuture(statement: BaseStatement): boolean {
  const first = statement.type === 'SimpleStatementLine' ? statement.body[0] : undefined;
  return first?.type === 'ImportFrom' && first.module?.type === 'Name' && first.module.value === '__future__';
}

/** With a blank line on both sides. */
function below(file: SourceFile, above: BaseStatement, code: string): Edit {
  const { text } = file;
  const line = lineBreakOf(text);
  const at = nextLine(text, statementEnd(file, above));
  if (lineStart(text, at) !== at) return { start: at, end: at, text: line + line + code };
  const gap = at === text.length || isBlankLine(text, at) ? '' : line;
  return { start: at, end: at, text: line + code + line + gap };
}

function aboveAll(file: SourceFile, first: BaseStatement, code: string, tight: boolean): Edit {
  const at = lineStart(file.text, startWithComments(file, statementStart(first)));
  const line = lineBreakOf(file.text);
  const isDefinition = first.type === 'FunctionDef' || first.type === 'ClassDef';
  return { start: at, end: at, text: code + line.repeat(tight ? 2 : isDefinition ? 3 : 2) };
}

import type { AnyNode, ClassDef, ConcatenatedString, FunctionDef, Module, SimpleString } from '../generated/nodes.ts';
import type { Node } from '../node.ts';
import { cleanDocstring } from './clean-docstring.ts';
import { evaluatedValue, simpleStringsOf } from './evaluated-value.ts';
import { stringLiteral } from './string-literal.ts';

/**
 * The text of a docstring: LibCST's `get_docstring`. Null if there is none, or if it has a named character in it.
 *
 * @param options.clean Whether to take away the indentation, as `inspect.cleandoc` does. On by default.
 */
export function docstringOf(
  node: Module | FunctionDef | ClassDef,
  { clean = true }: { readonly clean?: boolean } = {},
): string | null {
  const docstring = docstringNodeOf(node);
  const value = docstring === null ? null : evaluatedValue(docstring);
  if (typeof value !== 'string') return null;
  return clean ? cleanDocstring(value) : value;
}

/** The string that is the docstring of a module, a function or a class. */
export function docstringNodeOf(node: Module | FunctionDef | ClassDef): SimpleString | ConcatenatedString | null {
  let first: AnyNode | undefined = node.type === 'Module' ? node.body[0] : node.body;
  while (
    first?.type === 'IndentedBlock' ||
    first?.type === 'SimpleStatementLine' ||
    first?.type === 'SimpleStatementSuite'
  ) {
    first = first.body[0];
  }
  return first?.type === 'Expr' && isText(first.value) ? first.value : null;
}

/** Whether a node is the docstring of the module, the function or the class that it stands in. */
export function isDocstring(node: Node): boolean {
  let parent = node.parent;
  while (
    parent !== null &&
    !(parent.type === 'Module' || parent.type === 'FunctionDef' || parent.type === 'ClassDef')
  ) {
    parent = parent.parent;
  }
  return parent !== null && docstringNodeOf(parent) === node;
}

/** Bytes and f-strings are no docstrings. */
function isText(node: AnyNode): node is SimpleString | ConcatenatedString {
  if (node.type !== 'SimpleString' && node.type !== 'ConcatenatedString') return false;
  return simpleStringsOf(node)?.every(({ value }) => !stringLiteral(value).prefix.includes('b')) ?? false;
}

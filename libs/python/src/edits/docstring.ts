import type { SimpleStatementLine } from 'libcst-wasm';
import type { Suite } from './suite.ts';

/** The line of the string that documents a module, a class or a function. */
export function docstringOf(suite: Suite): SimpleStatementLine | undefined {
  const holder = suite.parent;
  if (holder !== null && holder.type !== 'FunctionDef' && holder.type !== 'ClassDef') return undefined;
  const line = suite.body[0];
  const first = line?.type === 'SimpleStatementLine' ? line.body[0] : undefined;
  if (line?.type !== 'SimpleStatementLine' || first?.type !== 'Expr') return undefined;
  const { value } = first;
  if (value.type === 'ConcatenatedString') return value.left.type === 'SimpleString' ? line : undefined;
  // Bytes document nothing.
  return value.type === 'SimpleString' && !/^[a-z]*b/i.test(value.value) ? line : undefined;
}

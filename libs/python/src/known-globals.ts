import type { AnyNode, Call } from 'libcst-wasm';
import type { SourceFile } from './parse.ts';
import { scopesOf } from './scopes.ts';

/** True for a name that nothing in the file binds: a builtin, one that a star import may bring, or a mistake. */
export function isGlobal(node: AnyNode, file: SourceFile): boolean {
  const reference = scopesOf(file).referenceOf(node);
  return reference !== undefined && reference.binding === undefined;
}

/**
 * True for a name that certainly means Python's own. In a file with a star import none does: `from os import *` brings another
 * `open`, and `from numpy import *` another `all`.
 */
export function isBuiltin(node: AnyNode, file: SourceFile): boolean {
  const scopes = scopesOf(file);
  if (scopes.scope.starImports.length > 0) return false;
  const reference = scopes.referenceOf(node);
  return (
    reference?.binding === undefined && (reference?.access.referents.some(({ kind }) => kind === 'builtin') ?? false)
  );
}

/** The name of the builtin that is called with plain arguments: `isinstance` of `isinstance(x, str)`. */
export function builtinCall({ func, args }: Call, file: SourceFile): string | undefined {
  if (func.type !== 'Name' || !isBuiltin(func, file)) return undefined;
  return args.every(({ star, keyword }) => star === '' && keyword === null) ? func.value : undefined;
}

import type { AnyNode } from 'libcst-wasm';

/**
 * - `import` is the name in an import statement; `export` a string of `__all__`.
 * - `read`, `call`, `write` (also `+=` and a second assignment), `delete`.
 * - `type` stands in an annotation, also in one that is a string.
 * - `override` is the same member of a subclass.
 * - `string` is a string that names it by its module: `patch('pkg.mod.name')`, `getattr(mod, 'name')`, an entry point.
 * - `textual` is a place that may mean it, and that no analysis can tell: `code` says why.
 */
export type ReferenceKind =
  | 'import'
  | 'export'
  | 'read'
  | 'call'
  | 'write'
  | 'delete'
  | 'type'
  | 'override'
  | 'string'
  | 'textual';

/**
 * - `unknown-receiver`: `x.name`, and nobody knows what `x` is.
 * - `module-handed-on`: its module is given to other code as an object.
 * - `uncertain-import`: an import that may mean it.
 * - `unparsable`: the file does not parse.
 * - `no-tree`: the file is no plain Python.
 */
export type TextualCode = 'unknown-receiver' | 'module-handed-on' | 'uncertain-import' | 'unparsable' | 'no-tree';

export interface ExportReference {
  readonly path: string;
  /** UTF-16 offset. */
  readonly offset: number;
  /** Undefined only where the file has no tree. */
  readonly node: AnyNode | undefined;
  readonly kind: ReferenceKind;
  /** Of `textual` alone. */
  readonly code: TextualCode | undefined;
}

/**
 * TypeScript, TSX and JavaScript: parse, scopes, modules, references and small edit builders.
 *
 * @packageDocumentation
 */

export type { ParentTable } from './parents.ts';
export { parentsOf } from './parents.ts';
export type { SourceFile, Unparsable } from './parse.ts';
export { isParsed, parse } from './parse.ts';
export type { ChildVisitor } from './walk.ts';
export { forEachChild, skip, walk } from './walk.ts';

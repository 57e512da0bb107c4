/**
 * TypeScript, TSX and JavaScript: parse, scopes, modules, references and small edit builders.
 *
 * @packageDocumentation
 */

export type { SourceFile, Unparsable } from './parse.ts';
export { isParsed, parse } from './parse.ts';

/**
 * Python: parse, scopes, modules, references and small edit builders.
 *
 * The rooms have the names of libs/typescript, and so have the questions. There is no `parentsOf`: every node knows its `parent`.
 *
 * @packageDocumentation
 */
export { dottedName } from './dotted-name.ts';
export { InvalidPatternError } from './invalid-pattern-error.ts';
export type { ImportedName, ModuleImport } from './modules/imports-of.ts';
export { importsOf } from './modules/imports-of.ts';
export { isCode, parsedFile, parseFile } from './modules/parsed-file.ts';
export { resolveModule } from './modules/resolve-module.ts';
export type { SourceFile, Unparsable } from './parse.ts';
export { isParsed, parse } from './parse.ts';
export type { Captures, Pattern } from './pattern.ts';
export { compilePattern, matchExpression, matchPattern, metavariableOf } from './pattern.ts';
export { stringSpan, stringValue } from './string-value.ts';

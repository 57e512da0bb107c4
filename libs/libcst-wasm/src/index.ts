/**
 * Python as a tree that keeps every character: LibCST's own parser as WebAssembly, and what codemods need around it.
 *
 * LibCST's API is Python; a tool that is written in TypeScript would have to start an interpreter to use it. Here its
 * parser hands over one table of rows, nodes are made of them when somebody looks, and matchers, scopes and qualified
 * names follow LibCST's documentation.
 *
 * @packageDocumentation
 */
export { ancestorsOf, enclosing } from './ancestors.ts';
export { deepEquals } from './deep-equals.ts';
export { deepReplace, replaceNode } from './deep-replace.ts';
export { type DumpOptions, dump } from './dump.ts';
export { DetachedNodeError } from './errors/detached-node-error.ts';
export { IllFormedTextError } from './errors/ill-formed-text-error.ts';
export { InvalidFieldError } from './errors/invalid-field-error.ts';
export { InvalidPatternError } from './errors/invalid-pattern-error.ts';
export { InvalidReplacementError } from './errors/invalid-replacement-error.ts';
export { NestingTooDeepError } from './errors/nesting-too-deep-error.ts';
export { NodeNotFoundError } from './errors/node-not-found-error.ts';
export { NotLoadedError } from './errors/not-loaded-error.ts';
export { ParseError } from './errors/parse-error.ts';
export { ParserFailedError } from './errors/parser-failed-error.ts';
export { ParserSyntaxError } from './errors/parser-syntax-error.ts';
export { RoundTripError } from './errors/round-trip-error.ts';
export { UndecodableBytesError } from './errors/undecodable-bytes-error.ts';
export { UnencodableTextError } from './errors/unencodable-text-error.ts';
export { UnknownVisitorError } from './errors/unknown-visitor-error.ts';
export { UnsupportedEncodingError } from './errors/unsupported-encoding-error.ts';
export { WhitespaceError } from './errors/whitespace-error.ts';
export { findAll, findFirst } from './find-all.ts';
export * from './generated/nodes.ts';
export { docstringNodeOf, docstringOf, isDocstring } from './literals/docstrings.ts';
export { evaluatedValue } from './literals/evaluated-value.ts';
export { type StringLiteral, stringLiteral } from './literals/string-literal.ts';
export { extract, extractAll, matches } from './matchers/extract.ts';
export { m, type NodeMatchers } from './matchers/m.ts';
export type { Matcher, Wildcard } from './matchers/matcher.ts';
export type { Pattern } from './matchers/pattern.ts';
export { replaceAll } from './matchers/replace-all.ts';
export type { CodePosition, CodeRange, CodeSpan, ColumnUnit, Lines } from './metadata/index.ts';
export { byteSpanOf, linesOf, linesOfText, positionOf, whitespaceInclusivePositionOf } from './metadata/index.ts';
export { type QualifiedName, type QualifyOptions, qualifiedNamesOf } from './metadata/qualified-names.ts';
export { type ExportedName, type Exports, exportsOf } from './metadata/scopes/exports.ts';
export { ForeignNodeError } from './metadata/scopes/foreign-node-error.ts';
export type {
  Access,
  Assignment,
  AssignmentKind,
  Declaration,
  Scope,
  ScopeKind,
  Scopes,
} from './metadata/scopes/scope.ts';
export { scopesOf } from './metadata/scopes/scopes-of.ts';
export { Node } from './node.ts';
export { parseExpression } from './parse-expression.ts';
export { parseModule } from './parse-module.ts';
export { parseStatement } from './parse-statement.ts';
export type { ParseOptions } from './parse-tree.ts';
export { printNode } from './print.ts';
export type { Listener } from './printer.ts';
export type { Replacement } from './replacement.ts';
export { remove } from './replacement.ts';
export { encodeModule } from './source/encode-module.ts';
export { type Transformer, transform } from './transform.ts';
export { type Visitor, visit } from './visit.ts';
export { skip, stop, walk } from './walk.ts';
export { load, type ResponseLike, type WasmSource } from './wasm/load.ts';
export type { CompiledModule } from './wasm/web-assembly.ts';

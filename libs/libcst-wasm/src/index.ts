export { InvalidPatternError } from './errors/invalid-pattern-error.ts';
export { InvalidReplacementError } from './errors/invalid-replacement-error.ts';
export { UnknownVisitorError } from './errors/unknown-visitor-error.ts';
export { findAll, findFirst } from './find-all.ts';
export * from './generated/nodes.ts';
export { extract, extractAll, matches } from './matchers/extract.ts';
export { m } from './matchers/m.ts';
export type { Matcher, Wildcard } from './matchers/matcher.ts';
export type { CodePosition, CodeRange, CodeSpan, ColumnUnit, Lines } from './metadata/index.ts';
export { byteSpanOf, linesOf, linesOfText, positionOf, whitespaceInclusivePositionOf } from './metadata/index.ts';
export { type QualifiedName, type QualifyOptions, qualifiedNamesOf } from './metadata/qualified-names.ts';
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
export { parseModule } from './parse-module.ts';
export { remove } from './replacement.ts';
export { type Transformer, transform } from './transform.ts';
export { type Visitor, visit } from './visit.ts';
export { skip, stop, walk } from './walk.ts';

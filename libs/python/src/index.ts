/**
 * Python: parse, scopes, modules, references and small edit builders.
 *
 * The rooms have the names of libs/typescript, and so have the questions. Where Python differs, the answers do: all assignments of
 * a name in one scope are one binding, a name may have several definitions, and what cannot be told from the text carries a code.
 * There is no `parentsOf`: every node knows its `parent`. `walk` and `findAll` are those of libcst-wasm, which nobody else imports.
 *
 * @packageDocumentation
 */
export type {
  Access,
  AnyNode,
  Arg,
  Assign,
  Assignment,
  AssignmentKind,
  Attribute,
  BaseExpression,
  BaseSmallStatement,
  BaseStatement,
  BaseSuite,
  Call,
  ClassDef,
  Comparison,
  Decorator,
  Else,
  FunctionDef,
  If,
  Import,
  ImportAlias,
  ImportFrom,
  Lambda,
  Module,
  Name,
  NodeTypes,
  Param,
  Scope,
  ScopeKind,
} from 'libcst-wasm';
export { findAll, findFirst, skip, stop, walk } from 'libcst-wasm';
export { dottedName, firstName, memberAccess } from './dotted-name.ts';
export { commentsWithin, endWithComment, endWithFooter, startWithComments } from './edits/comments.ts';
export { docstringOf } from './edits/docstring.ts';
export { insertImport } from './edits/insert-import.ts';
export { appendTo, insertAfter, insertBefore, prependTo } from './edits/insert-statements.ts';
export type { ItemList, Listed, ListItem } from './edits/list-of.ts';
export { listOf } from './edits/list-of.ts';
export { needsParentheses } from './edits/needs-parentheses.ts';
export { quoteOf } from './edits/quote-of.ts';
export { reindent } from './edits/reindent.ts';
export { rejoin } from './edits/rejoin.ts';
export type { Clause } from './edits/remove-clause.ts';
export { removeClause } from './edits/remove-clause.ts';
export type { Neighbours } from './edits/remove-lines.ts';
export { removeLines } from './edits/remove-lines.ts';
export { removeListItem } from './edits/remove-list-item.ts';
export { isPass, removeStatements } from './edits/remove-statements.ts';
export { keepExpression, replaceExpression } from './edits/replace-expression.ts';
export type { Statement, Suite } from './edits/suite.ts';
export { lineOf, statementEnd, statementStart, suiteOf } from './edits/suite.ts';
export type { BlockContent } from './edits/unwrap-block.ts';
export { contentOf, dropBranch, isElif, keepBranch, keepContent, unwrapBlock } from './edits/unwrap-block.ts';
export { InvalidPatternError } from './invalid-pattern-error.ts';
export { isBoolean } from './is-boolean.ts';
export { isBound } from './is-bound.ts';
export type { Trust } from './is-pure.ts';
export { isPure } from './is-pure.ts';
export { builtinCall, isBuiltin, isGlobal } from './known-globals.ts';
export type { AllNames } from './modules/all-names.ts';
export type { ExportEntry, ExportTable } from './modules/exports-of.ts';
export { exportsOf } from './modules/exports-of.ts';
export type { ModuleLocation } from './modules/find-module.ts';
export type { ImportedName, ModuleImport } from './modules/imports-of.ts';
export { importsOf } from './modules/imports-of.ts';
export { isCode, parsedFile, parseFile } from './modules/parsed-file.ts';
export type {
  OutsideName,
  Resolution,
  ResolvedExport,
  UncertainCode,
  Uncertainty,
} from './modules/resolve-export.ts';
export { resolveExport } from './modules/resolve-export.ts';
export { resolveExpression } from './modules/resolve-expression.ts';
export type { ResolvedModule, UnresolvedCode, UnresolvedModule } from './modules/resolve-module.ts';
export { resolveModule, submoduleOf } from './modules/resolve-module.ts';
export type { Trick, TrickCode } from './modules/tricks-of.ts';
export { tricksOf } from './modules/tricks-of.ts';
export type { SourceFile, Unparsable } from './parse.ts';
export { isParsed, parse } from './parse.ts';
export type { Captures, Pattern } from './pattern.ts';
export { compilePattern, matchExpression, matchPattern, metavariableOf } from './pattern.ts';
export type { Placement } from './placement.ts';
export { placementOf } from './placement.ts';
export type { ClassPlace, Relation } from './references/classes.ts';
export { classesOf, relationOf } from './references/classes.ts';
export { importersOf } from './references/importers-of.ts';
export type { Occurrence } from './references/occurrences.ts';
export { occurrences, offsetsOf } from './references/occurrences.ts';
export type { Receiver } from './references/receiver-of.ts';
export { receiverOf } from './references/receiver-of.ts';
export type { ExportReference, ReferenceKind, TextualCode } from './references/reference.ts';
export { referencesTo } from './references/references-to.ts';
export type { Usage } from './references/usage.ts';
export { usageOf } from './references/usage.ts';
export type { Binding, Reference } from './scopes/binding.ts';
export { isReassigned } from './scopes/binding.ts';
export type { ScopeTable } from './scopes.ts';
export { scopesOf } from './scopes.ts';
export { stringSpan, stringValue } from './string-value.ts';
export { truthinessOf } from './truthiness-of.ts';

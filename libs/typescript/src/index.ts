/**
 * TypeScript, TSX and JavaScript: parse, scopes, modules, references and small edit builders.
 *
 * @packageDocumentation
 */

export { commentsWithin, endWithComment, startWithComments } from './comments.ts';
export type {
  ComponentTemplate,
  TemplateExpression,
  TemplateNode,
  TemplateScopeNode,
} from './component/template-nodes.ts';
export { asTemplateNode, templateExpressionOf } from './component/template-nodes.ts';
export { InvalidPatternError } from './invalid-pattern-error.ts';
export { isBoolean } from './is-boolean.ts';
export { isPure } from './is-pure.ts';
export type { Jscodeshift, TransformParser } from './jscodeshift-host.ts';
export { jscodeshiftWith, requireTranslated } from './jscodeshift-host.ts';
export { meaningOfJsxText } from './jsx-text.ts';
export { isGlobal } from './known-globals.ts';
export { entriesOfPackage } from './modules/entries-of-package.ts';
export type { ExportEntry, ExportTable } from './modules/exports-of.ts';
export { exportsOf } from './modules/exports-of.ts';
export type { ImportedName, ModuleImport } from './modules/imports-of.ts';
export { importsOf } from './modules/imports-of.ts';
export { isCode, parsedFile, parseFile } from './modules/parsed-file.ts';
export { folderOf, foldersUp, inFolder, joinPath } from './modules/paths.ts';
export type { ResolvedExport } from './modules/resolve-export.ts';
export { resolveExport } from './modules/resolve-export.ts';
export { resolveModule } from './modules/resolve-module.ts';
export { outerSpan } from './outer-span.ts';
export { beginsLikeStatement, needsParentheses } from './parentheses.ts';
export type { ParentTable } from './parents.ts';
export { parentsOf } from './parents.ts';
export type { SourceFile, Unparsable } from './parse.ts';
export { isParsed, parse } from './parse.ts';
export type { Captures, Pattern } from './pattern.ts';
export {
  compilePattern,
  isTypeWrapper,
  matchExpression,
  matchPattern,
  metavariableOf,
  withoutTypes,
} from './pattern.ts';
export { importersOf, isMixed, specifiersIn } from './references/importers-of.ts';
export { memberUses } from './references/member-uses.ts';
export { mocksOf } from './references/mocks-of.ts';
export type { Occurrence } from './references/occurrences.ts';
export { occurrences, offsetsOf } from './references/occurrences.ts';
export type { ExportReference, ReferenceKind } from './references/references-to.ts';
export { referencesTo } from './references/references-to.ts';
export { reindent } from './reindent.ts';
export { removeListItem } from './remove-list-item.ts';
export { removeLines, removeStatements } from './remove-statements.ts';
export type { Binding, BindingKind, MeaningName, NameNode, Reference } from './scopes/binding.ts';
export { isReassigned } from './scopes/binding.ts';
export type { Scope, ScopeKind } from './scopes/scope.ts';
export type { ScopeTable } from './scopes.ts';
export { scopesOf } from './scopes.ts';
export type { BlockContent } from './unwrap-block.ts';
export { contentOf, keepSpan, unwrapBlock } from './unwrap-block.ts';
export type { ChildVisitor } from './walk.ts';
export { forEachChild, skip, walk } from './walk.ts';

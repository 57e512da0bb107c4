/**
 * Templates: where their blocks, tags and expressions stand, and small edit builders.
 *
 * A template is markup with holes. No parser of HTML reads the holes, and no parser of the holes reads the markup, so the rooms here
 * know the holes with their offsets, and of the markup only what white space means there.
 *
 * @packageDocumentation
 */

export type { AngularComparator, AngularExpression } from './angular/expression.ts';
export { withAngularParts } from './angular/expression.ts';
export type { AngularFile, AngularUnparsable } from './angular/parse.ts';
export { isParsedAngular, parseAngular } from './angular/parse.ts';
export type { RawAttribute } from './angular/raw-attributes.ts';
export { rawAttributes } from './angular/raw-attributes.ts';
export type {
  AngularAttribute,
  AngularBlock,
  AngularBranch,
  AngularCase,
  AngularElement,
  AngularIf,
  AngularNode,
  AngularPlace,
  AngularStructural,
  AngularSwitch,
} from './angular/tree.ts';
export type {
  ComponentFile,
  TemplateCode,
  TemplateHost,
  TemplatePart,
  TemplateScope,
  UnreadableComponent,
} from './component/component-file.ts';
export { isReadComponent } from './component/component-file.ts';
export { isComponent } from './component/is-component.ts';
export { readComponent } from './component/read-component.ts';
export { dropBranch, keepBranch, makeLast } from './django/branches.ts';
export type { Dialect } from './django/dialect.ts';
export type { Argument, Comparator, Expression, Literal } from './django/expression.ts';
export { withParts } from './django/expression.ts';
export type { DjangoFile, Unparsable } from './django/parse.ts';
export { isParsedDjango, parseDjango } from './django/parse.ts';
export { parseExpression } from './django/parse-expression.ts';
export type { Capture, Captures, Pattern } from './django/pattern.ts';
export {
  compileTemplatePattern,
  matchTagArguments,
  matchTemplatePattern,
  templateMetavariable,
} from './django/pattern.ts';
export type { Place } from './django/places.ts';
export { removeNode } from './django/remove-node.ts';
export type { Output, Tag } from './django/scan.ts';
export type { Block, Branch, Node } from './django/tree.ts';
export { blocksIn } from './django/tree.ts';
export { isContentIn, whereIn } from './django/where.ts';
export { InvalidTemplatePatternError } from './invalid-pattern-error.ts';
export { keepPart } from './keep-part.ts';
export type { Where } from './remove-part.ts';
export { removePart } from './remove-part.ts';
export type { Span } from './span.ts';
export { decideIf } from './svelte/decide-if.ts';
export type { SvelteAttribute, SvelteHost } from './svelte/svelte-host.ts';
export { decideChain, whereAt } from './vue/decide-chain.ts';
export { namesOfTag } from './vue/parts-of-template.ts';
export type { VueElement, VueHost } from './vue/vue-host.ts';

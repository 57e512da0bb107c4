import type { Edit } from '@ffsd/edits';
import { apply, indentOf, inOrder, reindent } from '@ffsd/edits';
import type { AngularElement, AngularExpression, AngularFile, Span } from '@ffsd/templates';
import { rawAttributes, removePart, withAngularParts } from '@ffsd/templates';
import type { FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import { clashOf, isContentIn, keepSpan, whereOf } from './keep-span.ts';
import { elementsIn } from './nodes-in.ts';
import type { Site } from './site.ts';

/**
 * Decides an element that a directive shows or not: `*ngIf="on; else old"`, or the same as `[ngIf]="on" [ngIfElse]="old"` of a template.
 *
 * @param directive its inputs begin with its name: `ngIf`, `ngIfThen`, `ngIfElse`
 */
export function decideElement(site: Site, element: AngularElement, directive: string, holds: boolean): FoldResult {
  const given = inputsOf(site, element);
  const names = variablesOf(element);
  const named = names.find((name) => isUsedIn(site, element, name));
  if (named !== undefined) return refused('unfolded-use', `the value is called ${named} there`);
  const chosen = given.get(`${directive}${holds ? 'Then' : 'Else'}`);
  if (chosen) return showTemplate(site, element, chosen);
  if (!holds) return keepSpan(site, element, undefined);
  return element.structural ? withoutDirective(site, element) : withoutTemplate(site, element, directive);
}

function inputsOf(site: Site, element: AngularElement): ReadonlyMap<string, AngularExpression> {
  const inputs = (element.structural?.inputs ?? []).map(({ name, expression }) => [name, expression] as const);
  if (element.structural) return new Map(inputs);
  return new Map(
    site.file.places.flatMap((place) =>
      place.kind === 'attribute' && place.element === element
        ? [[place.attribute.name, place.expression] as const]
        : [],
    ),
  );
}

function variablesOf({ structural, attributes }: AngularElement): readonly string[] {
  return structural
    ? structural.variables
    : attributes.filter(({ kind }) => kind === 'variable').map(({ name }) => name);
}

function isUsedIn({ file }: Site, { start, end }: Span, name: string): boolean {
  return file.places.some(({ expression }) =>
    withAngularParts(expression).some(
      (node) => node.type === 'name' && node.name === name && start <= node.start && node.end <= end,
    ),
  );
}

/** `<b *ngIf="on">` becomes `<b>`, and of a mere `<ng-container *ngIf="on">` its content is left. */
function withoutDirective(site: Site, element: AngularElement): FoldResult {
  const { file } = site;
  const attributes = rawAttributes(file.text, element.open);
  if (element.name === 'ng-container' && attributes.length === 1 && element.close)
    return keepSpan(site, element, { inner: between(element), children: element.children });
  if (element.name === 'ng-template')
    return refused('unfolded-use', 'a template within the directive is shown by what it is given to');
  const clash = clashOf(file, element, [element, ...element.children]);
  if (clash !== undefined) return refused('would-break', `the template would have ${clash} twice`);
  return edited([removePart(file.text, element.structural!, 'tag')]);
}

/** `<ng-template [ngIf]="on">` */
function withoutTemplate(site: Site, element: AngularElement, directive: string): FoldResult {
  const others = element.attributes.filter(({ name, kind }) => kind !== 'variable' && !name.startsWith(directive));
  if (others.length > 0 || !element.close)
    return refused('unfolded-use', 'the template has more than the directive that is decided');
  return keepSpan(site, element, { inner: between(element), children: element.children });
}

function between({ open, close }: AngularElement): Span {
  return { start: open.end, end: close!.start };
}

/** `*ngIf="on; else old"`: what `<ng-template #old>` holds stands where the element stood. */
function showTemplate(site: Site, element: AngularElement, chosen: AngularExpression): FoldResult {
  const { file } = site;
  const { text } = file;
  if (chosen.type === 'literal' && chosen.value === null) return keepSpan(site, element, undefined);
  const name = chosen.type === 'name' ? chosen.name : undefined;
  const templates = elementsIn(file).filter(
    ({ name: tag, attributes }) =>
      tag === 'ng-template' && attributes.some((one) => one.kind === 'reference' && one.name === name),
  );
  const [template] = templates;
  if (name === undefined || !template || templates.length > 1)
    return refused('unfolded-use', 'what is shown instead is no template of the same file');
  const isOnly = template.attributes.length === 1 && !template.structural && template.close !== undefined;
  if (!isOnly) return refused('unfolded-use', `the template ${name} has more than its name`);
  if (overlaps(template, element)) return refused('unfolded-use', `the template ${name} lies within the element`);
  const uses = file.places.flatMap(({ expression }) =>
    withAngularParts(expression).filter((node) => node.type === 'name' && node.name === name),
  );
  if (uses.length > 1 || isNamedInCode(site, name))
    return refused('unfolded-use', `the template ${name} is shown in other places, too`);
  // A name of the place it moves to would hide one of the component.
  const moves = template.parent !== element.parent;
  if (moves && [...file.declared].some((one) => isUsedIn(site, template, one)))
    return refused('unfolded-use', `the template ${name} uses names of its place`);
  const content = text.slice(template.open.end, template.close!.start);
  const trimmed = content.trim();
  if (trimmed === '') return keepSpan(site, element, undefined);
  const at = template.open.end + content.indexOf(trimmed);
  const moved = atIndentOf(file, { start: at, end: at + trimmed.length }, element.start);
  return edited(
    inOrder([
      { start: element.start, end: element.end, text: moved } satisfies Edit,
      removePart(text, template, whereOf(template)),
    ]),
  );
}

/** A part of the text as it has to be written at the offset. */
function atIndentOf(file: AngularFile, { start, end }: Span, offset: number): string {
  const { text } = file;
  const from = indentOf(text, start);
  const moves = reindent(text, { start, end }, { from, to: indentOf(text, offset) }, (at) => isContentIn(file, at));
  const part = moves.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return apply(text.slice(start, end), part);
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** `@ViewChild('old')` */
export function isNamedInCode({ code }: Pick<Site, 'code'>, name: string): boolean {
  return new RegExp(`['"\`]${name}['"\`]`).test(code);
}

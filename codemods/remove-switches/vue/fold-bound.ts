import type { Edit } from '@ffsd/edits';
import type { VueHost } from '@ffsd/templates';
import { removePart } from '@ffsd/templates';
import type { TemplateExpression } from '@ffsd/typescript';
import type { Flow, FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import type { KnownExpression, Site } from '../typescript/site.ts';

type Directive = VueHost & { readonly kind: 'directive' };

/** Puts the constant into an attribute: `:title="on ? 'Pay' : 'Buy'"` becomes `title="Pay"`, and `:disabled="!on"` goes. */
export function foldBound(site: Site, known: KnownExpression, place: TemplateExpression, host: Directive): FoldResult {
  const { text } = site.file;
  const { directive, element } = host;
  const { value } = known;
  const whole = { start: directive.loc.start.offset, end: directive.loc.end.offset };
  const arg = directive.arg?.type === 4 && directive.arg.isStatic ? directive.arg.content : undefined;
  const isPlain = directive.name === 'bind' && arg !== undefined && directive.modifiers.length === 0;
  const isElement = element.node.tagType === 0;
  const nothing = [removePart(text, whole, 'tag')];
  if (isPlain) {
    if (arg === 'class' && isEmpty(value)) return edited(nothing);
    if (arg === 'class' && typeof value === 'string') return asClass(site, value, host);
    // An attribute of an element that is null or undefined is not there, and one that only is there or not, when it is false.
    if (isElement && arg !== 'key' && (value === null || value === undefined)) return edited(nothing);
    if (isElement && value === false && switches.has(arg)) return edited(nothing);
    if (isElement && value === true && switches.has(arg)) return edited([{ ...whole, text: arg }]);
    const isText = typeof value === 'string' && arg !== 'style' && arg !== 'key' && !/["&\r\n]/.test(value);
    if (isText) return edited([{ ...whole, text: `${arg}="${value}"` }], flowOf(known, host, place.start));
  }
  const code = codeOf(site, known);
  if (code === undefined) return refused('object-value', 'the value cannot be written into the template');
  return edited([{ start: place.start, end: place.end, text: code }], flowOf(known, host, place.start));
}

/** Attributes that say something by being there. */
const switches = new Set(
  'allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate hidden inert loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(
    ' ',
  ),
);

function isEmpty(value: KnownExpression['value']): boolean {
  return value === null || value === undefined || value === '' || value === false;
}

/** The value as a plain class, with those that stand there already. */
export function asClass({ file: { text } }: Site, value: string, { directive, element }: Directive): FoldResult {
  const whole = { start: directive.loc.start.offset, end: directive.loc.end.offset };
  const other = element.node.props.find((prop) => prop.type === 6 && prop.name === 'class');
  if (/["&\r\n]/.test(value)) return refused('unfolded-use', 'the class cannot be written as plain text');
  if (other?.type !== 6) return edited([{ ...whole, text: `class="${value}"` }]);
  const end = other.value?.loc.end.offset;
  if (end === undefined || !/["']/.test(text[end - 1]!)) return refused('unfolded-use', 'a class is given already');
  const space = other.value!.content.trim() === '' ? '' : ' ';
  const edits: Edit[] = [{ start: end - 1, end: end - 1, text: space + value }, removePart(text, whole, 'tag')];
  return edited(edits.sort((one, two) => one.start - two.start));
}

/** The constant in the quotation marks that its attribute does not have. */
function codeOf({ file: { text } }: Site, { value, literal }: KnownExpression): string | undefined {
  if (literal) return text.slice(literal.start!, literal.end!);
  if (typeof value === 'string') return /['"\\&\r\n]/.test(value) ? undefined : `'${value}'`;
  return typeof value === 'object' && value !== null ? undefined : String(value);
}

function flowOf(known: KnownExpression, { directive, element }: Directive, offset: number): { flow?: Flow } {
  const { arg } = directive;
  if (known.uncovered || element.node.tagType === 0 || arg?.type !== 4) return {};
  return { flow: { kind: 'passed-value', offset, receiver: `the prop ${arg.content} of ${element.node.tag}` } };
}

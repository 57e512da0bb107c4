import type { SvelteHost } from '@ffsd/templates';
import { removePart } from '@ffsd/templates';
import type { TemplateExpression } from '@ffsd/typescript';
import type { Flow, FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import type { KnownExpression, Site } from '../typescript/site.ts';

type Host = SvelteHost & { readonly kind: 'attribute' };

/** Puts the constant into an attribute: `title={on ? 'Pay' : 'Buy'}` becomes `title="Pay"`, and `disabled={!on}` goes. */
export function foldAttribute(site: Site, known: KnownExpression, place: TemplateExpression, host: Host): FoldResult {
  const { text } = site.file;
  const { value } = known;
  const { attribute, name, tag } = host;
  const flow = flowOf(known, host, place.start);
  if (host.isMixed) return amongText(site, known, place, host);
  // An attribute of an element that is null or undefined is not there, and one that only is there or not, when it is false.
  const isNothing = value === null || value === undefined || (value === false && !/^aria-|^data-/.test(name));
  if (!host.isOfComponent && isNothing && (value !== false || isSwitch(name)))
    return edited([removePart(text, attribute, 'tag')]);
  // `<Form open />` gives the prop `true`, and `<input disabled>` has the attribute.
  if (value === true && (host.isOfComponent || isSwitch(name))) return edited([{ ...attribute, text: name }], flow);
  if (typeof value === 'string' && !/["&{}\r\n]/.test(value)) {
    return edited([{ ...attribute, text: `${name}="${value}"` }], flow);
  }
  const code = codeOf(site, known);
  if (code === undefined) return refused('object-value', 'the value cannot be written into the template');
  const edit = host.isShorthand
    ? { ...tag, text: `${name}={${code}}` }
    : { start: place.start, end: place.end, text: code };
  return edited([edit], flow);
}

/** `class="card {on ? 'new' : ''}"` */
function amongText(site: Site, known: KnownExpression, place: TemplateExpression, { tag, name }: Host): FoldResult {
  const { value } = known;
  const { text } = site.file;
  if (typeof value === 'string' && value === '') {
    return edited([name === 'class' ? removePart(text, tag, 'words') : { ...tag, text: '' }]);
  }
  if (typeof value === 'string' && !/["'&{}<>\r\n]/.test(value)) return edited([{ ...tag, text: value }]);
  const code = codeOf(site, known);
  return code === undefined || code.includes('"')
    ? refused('unfolded-use', 'the value cannot be written into the text of the attribute')
    : edited([{ start: place.start, end: place.end, text: code }]);
}

function isSwitch(name: string): boolean {
  return switches.has(name.toLowerCase());
}

/** Attributes that say something by being there. */
const switches = new Set(
  'allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate hidden inert loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(
    ' ',
  ),
);

/** The constant between braces. */
export function codeOf({ file: { text } }: Site, { value, literal }: KnownExpression): string | undefined {
  if (literal) return text.slice(literal.start!, literal.end!);
  if (typeof value === 'string') return /['\\\r\n]/.test(value) ? JSON.stringify(value) : `'${value}'`;
  return typeof value === 'object' && value !== null ? undefined : String(value);
}

function flowOf(known: KnownExpression, { isOfComponent, name }: Host, offset: number): { flow?: Flow } {
  return known.uncovered || !isOfComponent
    ? {}
    : { flow: { kind: 'passed-value', offset, receiver: `the prop ${name}` } };
}

import type { Constant } from '@ffsd/fold';
import { isPrimitive } from '@ffsd/fold';
import type { AngularPlace } from '@ffsd/templates';
import type { Flow, FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import { isTranslated } from './is-translated.ts';
import type { KnownExpression, Site } from './site.ts';
import { delimiterOf, sourceOf } from './site.ts';

/** Ends the climb: the constant stands where the expression stood, or what it shows does. */
export function placeConstant(site: Site, { node, place, value, literal }: KnownExpression): FoldResult {
  if (!isPrimitive(value))
    return refused('object-value', 'the value is a structure, which cannot be repeated where it is read');
  const { parent } = node;
  if (place.kind === 'output' && !parent) {
    const text = shownText(site, place, value);
    if (text !== undefined) return edited([{ ...place.span, text }]);
  }
  const isAsked = parent?.type === 'member' || parent?.type === 'item' ? parent.object === node : false;
  if (isAsked || (parent?.type === 'call' && parent.callee === node))
    return refused('unfolded-use', 'a member of the value is asked for, which the constant may not have');
  if (parent?.type === 'write' && parent.target === node) return refused('reassigned', 'the template sets it here');
  const written = literal ? sourceOf(site, literal) : constantText(site, place, value);
  if (written === undefined) return refused('object-value', 'the value cannot be written into a template');
  const isShorthand = node.type === 'name' && node.isShorthand;
  const text = isShorthand ? `${node.name}: ${written}` : written;
  const flow = literal ? undefined : flowOf(site, { node, place, value });
  return edited([{ start: node.start, end: node.end, text }], flow ? { flow } : {});
}

/** What `{{ value }}` shows, where that can stand as a text; undefined where it cannot. */
function shownText({ file }: Site, place: AngularPlace & { kind: 'output' }, value: Constant): string | undefined {
  // Without its hole the text around would be another one for those who translate it.
  if (isTranslated(file, place.node)) return undefined;
  // `title="{{ a }}"` sets a property, and `title="a"` an attribute.
  if (place.attribute && place.attribute.name !== 'class') return undefined;
  const text = value === null || value === undefined ? '' : String(value);
  if (text === '' || /^\s|\s$|\s\s|[<>&{}@`\\$\r\n]/.test(text)) return undefined;
  return /["']/.test(text) && (place.attribute || delimiterOf(file) !== undefined) ? undefined : text;
}

/** The constant as an expression; undefined where no quotation mark is left for it. */
function constantText({ file }: Site, place: AngularPlace, value: Constant): string | undefined {
  if (typeof value !== 'string') return Number.isNaN(value) ? undefined : String(value);
  if (/[\\\r\n<>&{}`$]/.test(value)) return undefined;
  const taken = new Set([delimiterOf(file), quoteAround(file.text, place)]);
  const sign = ["'", '"'].find((one) => !taken.has(one) && !value.includes(one));
  return sign && sign + value + sign;
}

/** The quotation mark of the attribute in which the expression stands. */
function quoteAround(text: string, place: AngularPlace): string | undefined {
  switch (place.kind) {
    case 'attribute':
      return text[place.attribute.end - 1];
    case 'structural':
      return text[place.element.structural!.end - 1];
    case 'output':
      return place.attribute && text[place.attribute.end - 1];
    case 'test':
    case 'switch':
    case 'let':
    case 'other':
      return undefined;
    default:
      return place satisfies never;
  }
}

function flowOf(site: Site, { node, place }: KnownExpression): Flow | undefined {
  const offset = place.expression.start;
  const { parent } = node;
  if (parent?.type === 'call' && parent.args.includes(node))
    return { kind: 'passed-value', offset, receiver: `${sourceOf(site, parent.callee)}(…)` };
  if (parent) return undefined;
  if (place.kind === 'let') return { kind: 'stored-value', offset, receiver: place.name };
  // An element of HTML shows what it is given; that of a component goes on with it.
  const isInput = place.kind === 'attribute' && place.attribute.kind === 'property' && /-/.test(place.element.name);
  return isInput ? { kind: 'passed-value', offset, receiver: `<${place.element.name}>` } : undefined;
}

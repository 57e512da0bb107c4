import type { Edit } from '@ffsd/edits';
import { isPrimitive } from '@ffsd/fold';
import type { Place } from '@ffsd/templates';
import { removeNode } from '@ffsd/templates';
import type { Birth, Flow, FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import { constantText, shownText } from './constant-text.ts';
import type { KnownExpression, Site } from './site.ts';
import { sourceOf } from './site.ts';

/** Ends the climb: the constant stands where the expression stood, or what it shows does. */
export function placeConstant(site: Site, { node, place, value, literal }: KnownExpression): FoldResult {
  const { file } = site;
  if (!isPrimitive(value))
    return refused('object-value', 'the value is a structure, which cannot be written into a template');
  if (place.kind === 'output' && node === place.expression) {
    const text = shownText(value);
    if (text !== undefined) return edited(shown(site, place, text));
  }
  const { parent } = node;
  const isAsked =
    parent !== undefined &&
    'object' in parent &&
    parent.object === node &&
    parent.type !== 'filter' &&
    parent.type !== 'test';
  if (isAsked || (parent?.type === 'call' && parent.callee === node))
    return refused('unfolded-use', 'a member of the value is asked for, which the constant may not have');
  const own = literal && sourceOf(site, literal);
  const text = own ?? constantText(value, file.dialect, quoteAround(site, place));
  if (text === undefined) return refused('object-value', 'the value cannot be written into a template');
  const birth = birthOf(place, node === place.expression, value, literal !== undefined);
  const flow = literal || birth ? undefined : flowOf(site, place);
  return edited([{ start: node.start, end: node.end, text }], {
    ...(birth ? { birth } : {}),
    ...(flow ? { flow } : {}),
  });
}

function shown({ file }: Site, { output }: Place & { kind: 'output' }, text: string): readonly Edit[] {
  if (text === '') return removeNode(file, output, output.trims);
  let { start, end } = output;
  while (output.trims.before && /\s/.test(file.text[start - 1] ?? '')) start--;
  while (output.trims.behind && /\s/.test(file.text[end] ?? '')) end++;
  return [{ start, end, text }];
}

/** The other quotation mark than that of the attribute in which the tag stands. */
function quoteAround({ file }: Site, { expression }: Place): '"' | "'" {
  const { text } = file;
  const line = text.slice(text.lastIndexOf('\n', expression.start) + 1, expression.start);
  return /="[^"]*$/.test(line) ? "'" : '"';
}

function birthOf(
  place: Place,
  isWhole: boolean,
  value: KnownExpression['value'],
  isUncovered: boolean,
): Birth | undefined {
  if (place.kind !== 'binding' || !isWhole || (isUncovered && typeof value !== 'boolean')) return undefined;
  return { name: place.name, offset: place.nameSpan.start, value, exported: false };
}

function flowOf(site: Site, place: Place): Flow | undefined {
  const offset = place.expression.start;
  switch (place.kind) {
    case 'argument': {
      const first = site.file.places.find((one) => one.kind === 'argument' && one.tag === place.tag);
      const name = place.tag.name === 'include' && first ? sourceOf(site, first.expression) : `{% ${place.tag.name} %}`;
      return { kind: 'passed-value', offset, receiver: name };
    }
    case 'binding':
      return { kind: 'stored-value', offset, receiver: place.name };
    case 'output':
    case 'test':
    case 'loop-test':
      return undefined;
    default:
      return place satisfies never;
  }
}

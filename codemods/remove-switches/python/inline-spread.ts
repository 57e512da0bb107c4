import type { AnyNode, BaseExpression } from '@ffsd/python';
import { removeListItem } from '@ffsd/python';
import type { FoldResult } from '../fold-result.ts';
import { edited } from '../fold-result.ts';
import type { Site } from './site.ts';

/**
 * Puts the items of a list or dictionary that is written on the spot in the place of its spread:
 * `[*([a] if on else []), b]` becomes `[a, b]`, and `{**({} if on else old), 'b': 1}` becomes `{'b': 1}`.
 *
 * @returns undefined where the spread stays
 */
export function inlineSpread(site: Site, whole: BaseExpression, kept: BaseExpression): FoldResult | undefined {
  const spread = whole.parent as AnyNode;
  const isList = spread.type === 'StarredElement' || (spread.type === 'Arg' && spread.star === '*');
  const isDict = spread.type === 'StarredDictElement' || (spread.type === 'Arg' && spread.star === '**');
  const items = isList && (kept.type === 'List' || kept.type === 'Tuple') ? kept.elements : undefined;
  const entries = isDict && kept.type === 'Dict' ? kept.elements : undefined;
  const content = items ?? entries;
  if (!content) return undefined;
  if (content.length === 0) {
    const edits = removeListItem(site.file, spread as never);
    return edits && edited(edits);
  }
  if (spread.type === 'Arg' && spread.star === '**') return undefined;
  const [first, last] = [content[0]!, content.at(-1)!];
  const from = first.fullStart;
  const to = last.comma ? last.comma.fullStart : last.end;
  const inner = site.file.text.slice(from, to);
  if (/[#\r\n]/.test(inner) || spread.fullStart > from) return undefined;
  const end = 'comma' in spread && spread.comma ? spread.comma.fullStart : spread.end;
  return edited([
    { start: spread.start, end: from, text: '' },
    { start: to, end, text: '' },
  ]);
}

import type { Edit } from '@ffsd/edits';
import type { Trims } from '../remove-part.ts';
import { removePart } from '../remove-part.ts';
import type { Span } from '../span.ts';
import { takersAround, withoutSign } from './neighbours.ts';
import type { DjangoFile } from './parse.ts';
import { whereIn } from './where.ts';

/**
 * Removes a tag, an output or a block with all that it holds.
 *
 * A tag beside it that takes white space took it up to what goes, and must not take what lies on the other side:
 *
 * ```text
 * 1 {% if a %}2{% endif -%} {% if off %}…{% endif %} 3     =>     1 {% if a %}2{% endif %} 3
 * ```
 */
export function removeNode(file: DjangoFile, node: Span, trims: Trims): readonly Edit[] {
  const { text } = file;
  const { left, right } = takersAround(file, node);
  if (left && !right && !trims.behind && /\s/.test(text[node.end] ?? '')) {
    return [withoutSign(left, 'behind'), { start: left.end, end: node.end, text: '' }];
  }
  if (right && !left && !trims.before && /\s/.test(text[node.start - 1] ?? '')) {
    return [{ start: node.start, end: right.start, text: '' }, withoutSign(right, 'before')];
  }
  return [removePart(text, node, whereIn(file, node.start), trims)];
}

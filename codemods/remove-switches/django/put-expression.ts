import type { Edit } from '@ffsd/edits';
import type { Expression, Place, Span } from '@ffsd/templates';
import { removeNode } from '@ffsd/templates';
import type { FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import type { Site } from './site.ts';

/** Puts a part of an expression in the place of the whole, without the brackets that only held them together. */
export function putExpression(site: Site, place: Place, whole: Expression, kept: Expression | undefined): FoldResult {
  if (!kept) {
    const isShown = place.kind === 'output' && whole === place.expression;
    if (!isShown)
      return refused('unfolded-use', 'the expression has no value any more, and a template has no word for that');
    const { output } = place;
    return edited(removeNode(site.file, output, output.trims));
  }
  let replaced = whole;
  let inner = kept;
  // `{% if a if b else c %}` is no Jinja, and with brackets it is.
  if (place.kind !== 'output' && innermost(kept).type === 'conditional') return edited(around(replaced, inner));
  while (inner.type === 'group' && (!replaced.parent || replaced.parent.type === 'group')) inner = inner.inner;
  while (replaced.parent?.type === 'group' && standsAlone(inner, replaced.parent.parent)) replaced = replaced.parent;
  while (inner.type === 'group' && !replaced.parent) inner = inner.inner;
  return edited(around(replaced, inner));
}

function around(whole: Span, kept: Span): readonly Edit[] {
  return [
    { start: whole.start, end: kept.start, text: '' },
    { start: kept.end, end: whole.end, text: '' },
  ];
}

function innermost(node: Expression): Expression {
  return node.type === 'group' ? innermost(node.inner) : node;
}

/** Whether the node can stand below the parent without brackets. */
function standsAlone(node: Expression, parent: Expression | undefined): boolean {
  if (!parent) return true;
  if (parent.type === 'logical' && node.type === 'logical') return parent.operator === node.operator;
  return strengthOf(node) > strengthOf(parent);
}

/** How tightly an expression holds together. */
function strengthOf({ type, ...node }: Expression): number {
  switch (type) {
    case 'conditional':
      return 0;
    case 'logical':
      return 'operator' in node && node.operator === 'or' ? 1 : 2;
    case 'not':
      return 3;
    case 'comparison':
      return 4;
    case 'other':
      return 5;
    case 'call':
    case 'filter':
    case 'test':
    case 'member':
    case 'item':
      return 6;
    case 'literal':
    case 'name':
    case 'group':
      return 7;
    default:
      return type satisfies never;
  }
}

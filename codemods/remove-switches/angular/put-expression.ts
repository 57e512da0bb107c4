import type { Edit } from '@ffsd/edits';
import type { AngularExpression, Span } from '@ffsd/templates';
import type { FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import type { Site } from './site.ts';
import { sourceOf } from './site.ts';

/** Puts a part of an expression in the place of the whole, without the brackets that only held them together. */
export function putExpression(site: Site, whole: AngularExpression, kept: AngularExpression): FoldResult {
  // `(open(), close())` may be written nowhere, and `a; b` only in an event.
  if (kept.type === 'other' && sourceOf(site, kept).trim() === '')
    return refused('unfolded-use', 'nothing would be left of the expression');
  let replaced = whole;
  let inner = kept;
  while (inner.type === 'group' && isBracket(site, inner) && !replaced.parent) inner = inner.inner;
  while (
    replaced.parent?.type === 'group' &&
    isBracket(site, replaced.parent) &&
    standsAlone(inner, replaced.parent.parent)
  )
    replaced = replaced.parent;
  while (inner.type === 'group' && isBracket(site, inner) && !replaced.parent) inner = inner.inner;
  // What asks for a member of the whole would ask for one of its last part: `(on ? a || b : c).d`.
  const isLoose = replaced.parent !== undefined && !standsAlone(inner, replaced.parent);
  if (isLoose) {
    const text = `(${sourceOf(site, inner)})`;
    return edited([{ start: replaced.start, end: replaced.end, text }]);
  }
  return edited(around(replaced, inner));
}

function around(whole: Span, kept: Span): readonly Edit[] {
  return [
    { start: whole.start, end: kept.start, text: '' },
    { start: kept.end, end: whole.end, text: '' },
  ];
}

/** `on!` is a group for the parser, too. */
function isBracket(site: Site, group: Span): boolean {
  return sourceOf(site, group).startsWith('(');
}

/** Whether the node can stand below the parent without brackets. */
function standsAlone(node: AngularExpression, parent: AngularExpression | undefined): boolean {
  if (!parent || parent.type === 'group') return true;
  if (parent.type === 'logical' && node.type === 'logical') return parent.operator === node.operator;
  // What stands between brackets or commas is apart from the rest.
  if (parent.type === 'call' && parent.args.includes(node)) return node.type !== 'pipe';
  return strengthOf(node) > strengthOf(parent);
}

/** How tightly an expression holds together. */
function strengthOf({ type, ...node }: AngularExpression): number {
  switch (type) {
    case 'write':
    case 'pipe':
      return 0;
    case 'conditional':
      return 1;
    case 'logical':
      return 'operator' in node && node.operator === '&&' ? 3 : 2;
    case 'comparison':
      return 4;
    case 'other':
      return 5;
    case 'not':
      return 6;
    case 'call':
    case 'member':
    case 'item':
      return 7;
    case 'literal':
    case 'name':
    case 'group':
      return 8;
    default:
      return type satisfies never;
  }
}

import type { AnyNode, BaseExpression, Statement } from '@ffsd/python';
import { insertBefore, keepExpression } from '@ffsd/python';
import type { FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import { alikeArms } from './alike-arms.ts';
import { inlineSpread } from './inline-spread.ts';
import { effectLines } from './remove-statement.ts';
import type { Site } from './site.ts';

/**
 * Puts a part of an expression in the place of the whole, with the parentheses that its new place asks for.
 *
 * @param effects parts that are evaluated before, in this order
 */
export function putExpression(
  site: Site,
  whole: BaseExpression,
  kept: BaseExpression,
  effects: readonly AnyNode[],
): FoldResult {
  const alike = effects.length === 0 ? alikeArms(site, whole, kept) : undefined;
  if (alike) return putExpression(site, alike, kept, []);
  const spread = effects.length === 0 ? inlineSpread(site, whole, kept) : undefined;
  if (spread) return spread;
  const edits = keepExpression(site.file, whole, kept);
  if (!edits) return refused('would-break', 'what is left of the expression cannot stand in its place');
  const before = effectsBefore(site, whole, effects);
  return before ? edited([...before, ...edits]) : impure;
}

export const impure: FoldResult = refused(
  'impure-argument',
  'an argument of the read has an effect that would be lost or would have to move',
);

/**
 * The effects as statements above the one that the expression belongs to; undefined where something else of it is evaluated
 * before: Python has no expression that evaluates one thing and yields another.
 */
export function effectsBefore(site: Site, whole: BaseExpression, effects: readonly AnyNode[]) {
  if (effects.length === 0) return [];
  const parent = whole.parent as AnyNode;
  const isFirst =
    parent.type === 'Assign' ||
    parent.type === 'Return' ||
    parent.type === 'Expr' ||
    (parent.type === 'AnnAssign' && parent.value === whole);
  // `x[f()] = on` evaluates its value first.
  if (!isFirst) return undefined;
  return insertBefore(site.file, parent as Statement, effectLines(site, parent, effects, '\n'));
}

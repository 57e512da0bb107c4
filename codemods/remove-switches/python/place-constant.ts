import { isTruthy } from '@ffsd/fold';
import type { AnyNode, BaseExpression } from '@ffsd/python';
import { builtinCall, dottedName, removeListItem, replaceExpression, scopesOf } from '@ffsd/python';
import type { Birth, Flow, FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import { constantText } from './constant-text.ts';
import { effectsBefore, impure, putExpression } from './put-expression.ts';
import type { KnownExpression, Site } from './site.ts';
import { sourceOf } from './site.ts';

/**
 * Ends the climb: the constant stands where the expression stood, or goes with the list item that it was.
 *
 * The value may go on from here to places that this fold does not follow; then the flow says where.
 */
export function placeConstant(site: Site, known: KnownExpression, parent: AnyNode): FoldResult {
  if (!known.uncovered && isAsserted(known.node, parent))
    return refused(
      'test-of-other-value',
      'the assertion compares the value of the flag, which is no question any more',
    );
  const removed = known.effects.length === 0 ? removeWithItem(site, known, parent) : undefined;
  if (removed) return removed;
  const birth = birthOf(site, known, parent);
  if (known.literal) {
    // Its own characters stay: 0x10 is not 16 to a reader.
    const kept = putExpression(site, known.node, known.literal, known.effects);
    return kept.kind === 'edits' && birth ? edited(kept.edits, { birth }) : kept;
  }
  const text = constantText(site, known.value, birth !== undefined);
  if (text === undefined)
    return refused('object-value', 'the value is a structure, which cannot be repeated at its uses');
  const before = effectsBefore(site, known.node, known.effects);
  if (!before) return impure;
  const edits = replaceExpression(site.file, known.node, text);
  if (!edits) return refused('would-break', 'the constant cannot stand in the place of the read');
  const dead = deadOperands(parent, known);
  // A text that the fold uncovered was the programmer's own constant before: `return 'new' if on else 'old'`.
  const flow = known.uncovered ? undefined : flowOf(site, known.node);
  return edited([...before, ...edits, ...dead], { ...(birth ? { birth } : {}), ...(flow ? { flow } : {}) });
}

/** `assert is_enabled('x') == wanted`: the constant would be compared with whatever the test wants. */
function isAsserted(node: AnyNode, parent: AnyNode): boolean {
  const comparison = parent.type === 'ComparisonTarget' ? (parent.parent as AnyNode) : parent;
  if (comparison.type !== 'Comparison') return false;
  const assertion = comparison.parent as AnyNode | null;
  return assertion?.type === 'Assert' && assertion.test === comparison && node !== comparison;
}

/**
 * `user and False and render()` becomes `user and False`: the left side is never true, so the right side is never evaluated.
 * The same for `or` and what is always true.
 */
function deadOperands(parent: AnyNode, { node, value }: KnownExpression) {
  if (parent.type !== 'BooleanOperation' || parent.right !== node || parent.lpar.length > 0) return [];
  if (isTruthy(value, 'python') === (parent.operator.type === 'And')) return [];
  let whole: AnyNode & { type: 'BooleanOperation' } = parent;
  for (let at = parent.parent as AnyNode | null; at?.type === 'BooleanOperation'; at = at.parent) {
    if (at.left !== whole || at.operator.type !== parent.operator.type || whole.lpar.length > 0) break;
    whole = at;
  }
  return whole === parent ? [] : [{ start: parent.end, end: whole.end, text: '' }];
}

/** Items that mean nothing once they are constant: `any([False, ready])`, `all((True, ready))`. */
function removeWithItem(site: Site, { node, value }: KnownExpression, parent: AnyNode): FoldResult | undefined {
  if (parent.type !== 'Element') return undefined;
  const list = parent.parent as AnyNode;
  const argument = list.parent as AnyNode | null;
  const call = argument?.type === 'Arg' ? (argument.parent as AnyNode) : undefined;
  if ((list.type !== 'List' && list.type !== 'Tuple') || call?.type !== 'Call' || list.elements.length < 2)
    return undefined;
  const name = builtinCall(call, site.file);
  const isNeutral = name === 'any' ? !isTruthy(value, 'python') : name === 'all' && isTruthy(value, 'python');
  if (!isNeutral || parent.value !== node) return undefined;
  const edits = removeListItem(site.file, parent);
  return edits && edited(edits);
}

/** A local that is constant from now on. */
function birthOf(site: Site, { node, value, uncovered }: KnownExpression, parent: AnyNode): Birth | undefined {
  if (uncovered && typeof value !== 'boolean') return undefined;
  const target = targetOf(parent, node);
  const binding = target && scopesOf(site.file).bindingOf(target);
  if (!target || !binding || binding.scope.kind === 'class') return undefined;
  const exported = binding.scope.kind === 'global' && site.isExported(target.value);
  return { name: target.value, offset: target.start, value, exported };
}

function targetOf(parent: AnyNode, node: BaseExpression) {
  const isValue =
    (parent.type === 'Assign' || parent.type === 'AnnAssign' || parent.type === 'NamedExpr') && parent.value === node;
  if (!isValue) return undefined;
  if (parent.type === 'Assign' && parent.targets.length > 1) return undefined;
  const target = parent.type === 'Assign' ? parent.targets[0]!.target : parent.target;
  return target.type === 'Name' ? target : undefined;
}

function flowOf(site: Site, node: BaseExpression): Flow | undefined {
  const parent = node.parent as AnyNode | null;
  if (!parent) return undefined;
  const flow = (kind: Flow['kind'], receiver: string): Flow => ({ kind, offset: node.start, receiver });
  switch (parent.type) {
    case 'Return':
      return flow('returned-value', 'the function');
    case 'Lambda':
      return parent.body === node ? flow('returned-value', 'the function') : undefined;
    case 'Arg':
      return parent.parent?.type === 'Call'
        ? flow('passed-value', `${sourceOf(site, parent.parent.func).replace(/\s+/g, ' ').slice(0, 60)}()`)
        : undefined;
    case 'Element': {
      // `on, name = True, user()` and `return True, name` hand it on as well.
      const list = parent.parent as AnyNode;
      return list.type === 'Tuple' || list.type === 'List' ? flowOf(site, list) : undefined;
    }
    case 'DictElement':
      return flow('stored-value', `the entry ${sourceOf(site, parent.key)}`);
    case 'Param':
      return flow('stored-value', `the default of ${parent.name.value}`);
    case 'Assign':
    case 'AnnAssign': {
      const target = parent.type === 'Assign' ? parent.targets[0]!.target : parent.target;
      const isLocal = dottedName(target) === sourceOf(site, target) && target.type === 'Name';
      const binding = isLocal ? scopesOf(site.file).bindingOf(target) : undefined;
      if (isLocal && binding?.scope.kind !== 'class' && targetOf(parent, node)) return undefined;
      return flow('stored-value', sourceOf(site, target));
    }
    default:
      return undefined;
  }
}

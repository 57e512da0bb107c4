import type { Node } from '@babel/types';
import type { ComparisonOperator, Constant } from '@ffsd/fold';
import { foldComparison, foldLogical, foldUnary, isPrimitive, isTruthy } from '@ffsd/fold';
import { templateExpressionOf } from '@ffsd/typescript';
import type { KeptCode } from '../kept-code.ts';
import { foldAssertion } from './fold-assertion.ts';
import { foldConditionProp } from './fold-condition-prop.ts';
import { foldInTemplate } from './fold-in-template.ts';
import { foldStatement } from './fold-statement.ts';
import { placeConstant } from './place-constant.ts';
import { replaceExpression } from './replace-expression.ts';
import type { FoldResult, KnownExpression, Site } from './site.ts';
import { refused } from './site.ts';
import { visibilityOf } from './visibility-of.ts';

/**
 * Folds outwards from an expression whose value is known, as far as the value decides what its surroundings do.
 *
 * `if (!isEnabled('x') && ready) …` climbs from the call over `!` and `&&` to the `if`, which then loses a branch. The climb
 * ends where the constant must stand as itself (an argument, a property), where another expression takes its place, or at
 * a statement.
 */
export function foldExpression(site: Site, start: KnownExpression): FoldResult {
  if (templateExpressionOf(site.file, start.node)?.isExact === false)
    return refused('unfolded-use', 'the template spells the expression with entities');
  let known = start;
  for (;;) {
    const parent = site.parents.parent(known.node);
    if (!parent) return refused('no-surroundings', 'the read stands alone');
    const step = stepUp(site, known, parent);
    switch (step.kind) {
      case 'constant':
        known = step.known;
        break;
      case 'expression': {
        // `on ? true : ready` uncovers a constant that goes on deciding.
        const uncovered = site.constantOf(step.kept);
        if (uncovered && isLiteralText(step.kept)) {
          known = { node: parent, value: uncovered.value, effects: known.effects, uncovered: true, literal: step.kept };
          break;
        }
        return replaceExpression(site, parent, step.kept, known.effects.concat(step.effects));
      }
      case 'refused':
        return refused(step.code, step.because);
      case 'stop':
        return (
          foldStatement(site, known, parent) ??
          foldInTemplate(site, known, parent) ??
          foldConditionProp(site, known, parent) ??
          foldAssertion(site, known, parent) ??
          placeConstant(site, known, parent)
        );
      default:
        return step satisfies never;
    }
  }
}

type StepUp =
  | { readonly kind: 'constant'; readonly known: KnownExpression }
  | { readonly kind: 'expression'; readonly kept: Node; readonly effects: readonly Node[] }
  | { readonly kind: 'refused'; readonly code: KeptCode; readonly because: string }
  | { readonly kind: 'stop' };

const stop: StepUp = { kind: 'stop' };

const notLoaded = 'nothing has to wait here until the value of the flag is loaded';

function stepUp(site: Site, known: KnownExpression, parent: Node): StepUp {
  const { node, value, effects } = known;
  const constant = (next: Constant, more: readonly Node[] = effects): StepUp => ({
    kind: 'constant',
    known: { node: parent, value: next, effects: more, uncovered: known.uncovered },
  });
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TypeCastExpression':
    case 'ParenthesizedExpression':
      return constant(value);
    case 'AwaitExpression':
      return constant(value);
    case 'UnaryExpression':
      if (parent.operator === '!' || parent.operator === 'typeof' || parent.operator === 'void') {
        return constant(foldUnary(parent.operator, value));
      }
      return stop;
    case 'BinaryExpression': {
      if (!isComparison(parent.operator)) return stop;
      const onLeft = parent.left === node;
      const other = site.constantOf(onLeft ? parent.right : parent.left);
      if (!other) return stop;
      // if (on === undefined) return spinner();
      if (other.value == null && value != null) site.assume(notLoaded);
      const result = onLeft
        ? foldComparison(parent.operator, value, other.value)
        : foldComparison(parent.operator, other.value, value);
      return result === undefined ? stop : constant(result);
    }
    case 'LogicalExpression':
      return stepOverLogical(site, known, parent);
    case 'ConditionalExpression':
      if (parent.test !== node) return sameInBothArms(site, known, parent);
      return { kind: 'expression', kept: isTruthy(value) ? parent.consequent : parent.alternate, effects: [] };
    case 'SequenceExpression': {
      if (parent.expressions.at(-1) !== node) return stop;
      const before = parent.expressions.slice(0, -1).filter((expression) => !site.isPure(expression));
      return constant(value, [...before, ...effects]);
    }
    case 'CallExpression':
      if (isGlobalBoolean(site, parent.callee) && parent.arguments.length === 1 && parent.arguments[0] === node) {
        return constant(isTruthy(value));
      }
      return stop;
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      if (parent.object !== node) return entryOfTable(site, known, parent);
      if (isPrimitive(value) || Array.isArray(value)) return stop;
      const name = memberName(parent);
      if (name === undefined || !Object.hasOwn(value, name)) return stop;
      return constant((value as Record<string, Constant>)[name]);
    }
    default:
      return stop;
  }
}

function stepOverLogical(site: Site, known: KnownExpression, parent: Node & { type: 'LogicalExpression' }): StepUp {
  const onLeft = parent.left === known.node;
  const other = onLeft ? parent.right : parent.left;
  const verdict = foldLogical({
    operator: parent.operator,
    known: onLeft ? 'left' : 'right',
    value: known.value,
    other: {
      // Asked only where the operand would go: what is assumed of it then is told in the change.
      get pure() {
        return site.mayDrop(other);
      },
      boolean: site.isBoolean(other),
    },
    visibility: visibilityOf(site, parent),
  });
  // `a() && isEnabled('x', context())`: the context is only built when a() is true, so it cannot move in front of it.
  if (!onLeft && known.effects.length > 0) return impureArgument;
  switch (verdict.kind) {
    case 'constant':
      return { kind: 'constant', known: { ...known, node: parent, value: verdict.value } };
    case 'effect-then-constant':
      return { kind: 'constant', known: { ...known, node: parent, value: verdict.value, effects: [other] } };
    case 'other':
      return { kind: 'expression', kept: other, effects: [] };
    case 'stays':
      return stop;
    default:
      return verdict satisfies never;
  }
}

/** `sure ? false : on` with the flag off: both arms give the same, so the condition decides nothing any more. */
function sameInBothArms(site: Site, known: KnownExpression, parent: Node & { type: 'ConditionalExpression' }): StepUp {
  const other = parent.consequent === known.node ? parent.alternate : parent.consequent;
  if (known.effects.length > 0 || !isLiteralText(other)) return stop;
  if (site.constantOf(other)?.value !== known.value || !site.isPure(parent.test)) return stop;
  return { kind: 'constant', known: { ...known, node: parent } };
}

/** `{ true: card, false: form }[on]` is the entry, where taking the others away loses nothing. */
function entryOfTable(
  site: Site,
  { node, value, effects }: KnownExpression,
  parent: Node & { type: 'MemberExpression' | 'OptionalMemberExpression' },
): StepUp {
  if (!parent.computed || parent.property !== node || effects.length > 0) return stop;
  if (parent.object.type !== 'ObjectExpression' || (typeof value !== 'boolean' && typeof value !== 'string'))
    return stop;
  const found: Node[] = [];
  for (const entry of parent.object.properties) {
    if (entry.type !== 'ObjectProperty' || entry.computed || entry.shorthand) return stop;
    const name = entry.key.type === 'Identifier' ? entry.key.name : 'value' in entry.key ? String(entry.key.value) : '';
    if (name === '' || name === '__proto__') return stop;
    if (name === String(value)) found.push(entry.value);
    else if (!site.isPure(entry.value)) return stop;
  }
  const [entry] = found;
  if (!entry || found.length > 1) return stop;
  // { new: show, old: hide }[on]() hands the table over as this, and show() nothing.
  const owner = site.parents.parent(parent);
  const isCalled = owner !== undefined && ['callee', 'tag', 'argument'].includes(site.parents.key(parent) ?? '');
  if (isCalled && !/^(?:Return|Throw|Await|Yield|Spread|JSXSpread)/.test(owner.type)) {
    if (entry.type !== 'ArrowFunctionExpression') return stop;
  }
  return { kind: 'expression', kept: entry, effects: [] };
}

const impureArgument: StepUp = {
  kind: 'refused',
  code: 'impure-argument',
  because: 'an argument of the read has an effect that would have to move',
};

function isComparison(operator: string): operator is ComparisonOperator {
  return /^(?:[=!]==?|[<>]=?)$/.test(operator);
}

function isGlobalBoolean(site: Site, callee: Node): boolean {
  return callee.type === 'Identifier' && callee.name === 'Boolean' && site.isGlobal(callee);
}

function memberName(member: Node & { type: 'MemberExpression' | 'OptionalMemberExpression' }): string | undefined {
  if (!member.computed) return member.property.type === 'Identifier' ? member.property.name : undefined;
  return member.property.type === 'StringLiteral' ? member.property.value : undefined;
}

/** A named constant is not uncovered: `on ? NEW_TITLE : OLD_TITLE` becomes the name, not its text. */
function isLiteralText(node: Node): boolean {
  return /Literal$/.test(node.type) || (node.type === 'Identifier' && node.name === 'undefined');
}

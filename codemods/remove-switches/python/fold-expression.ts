import type { Constant } from '@ffsd/fold';
import { foldLogical, foldUnary, isPrimitive, isTruthy } from '@ffsd/fold';
import type { AnyNode, BaseExpression } from '@ffsd/python';
import { builtinCall, rejoin, stringValue } from '@ffsd/python';
import type { FoldResult } from '../fold-result.ts';
import { refused } from '../fold-result.ts';
import type { KeptCode } from '../kept-code.ts';
import type { PythonComparison } from './compare.ts';
import { compare } from './compare.ts';
import { onlyIndex } from './constant-of.ts';
import { entryOf } from './entry-of.ts';
import { foldStatement } from './fold-statement.ts';
import { placeConstant } from './place-constant.ts';
import { putExpression } from './put-expression.ts';
import type { KnownExpression, Site } from './site.ts';
import { visibilityOf } from './visibility-of.ts';

/**
 * Folds outwards from an expression whose value is known, as far as the value decides what its surroundings do.
 *
 * The climb ends where the constant must stand as itself (an argument, an item), where another expression takes its place, or at
 * a statement.
 */
export function foldExpression(site: Site, start: KnownExpression): FoldResult {
  const result = climb(site, start);
  return result.kind === 'edits' ? { ...result, edits: rejoin(site.file, result.edits) } : result;
}

function climb(site: Site, start: KnownExpression): FoldResult {
  if (isShownAsText(start.node)) return refused('unfolded-use', 'the f-string shows the text of the expression, too');
  let known = start;
  let before: { readonly known: KnownExpression; readonly parent: AnyNode } | undefined;
  for (;;) {
    const parent = known.node.parent as AnyNode | null;
    if (!parent) return refused('no-surroundings', 'the read stands alone');
    const step = stepUp(site, known, parent);
    switch (step.kind) {
      case 'constant':
        if (known.effects.length === 0 && step.known.effects.length > 0) before = { known, parent };
        known = step.known;
        break;
      case 'expression': {
        // `True if on else ready` uncovers a constant that goes on deciding.
        const uncovered = isLiteralText(step.kept) ? site.constantOf(step.kept) : undefined;
        if (uncovered) {
          const { effects } = known;
          known = { node: step.whole, value: uncovered.value, effects, uncovered: true, literal: step.kept };
          break;
        }
        return inPlace(putExpression(site, step.whole, step.kept, known.effects));
      }
      case 'refused':
        return refused(step.code, step.because);
      case 'stop':
        return inPlace(foldStatement(site, known, parent) ?? placeConstant(site, known, parent));
      default:
        return step satisfies never;
    }
  }

  /** `while save() or on:` has no place for save() of its own, so what was known before it was met stands there: `save() or True`. */
  function inPlace(result: FoldResult): FoldResult {
    const isStuck = result.kind === 'refused' && result.code === 'impure-argument';
    return isStuck && before ? placeConstant(site, before.known, before.parent) : result;
  }
}

/** `f'{on=}'` shows `on=True`. */
function isShownAsText(node: AnyNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'FormattedStringExpression' && at.equal !== null) return true;
  }
  return false;
}

type StepUp =
  | { readonly kind: 'constant'; readonly known: KnownExpression }
  | { readonly kind: 'expression'; readonly whole: BaseExpression; readonly kept: BaseExpression }
  | { readonly kind: 'refused'; readonly code: KeptCode; readonly because: string }
  | { readonly kind: 'stop' };

const stop: StepUp = { kind: 'stop' };

function stepUp(site: Site, known: KnownExpression, parent: AnyNode): StepUp {
  const { node, value, effects, uncovered } = known;
  const constant = (whole: BaseExpression, next: Constant): StepUp => ({
    kind: 'constant',
    known: { node: whole, value: next, effects, uncovered },
  });
  switch (parent.type) {
    case 'UnaryOperation':
      return parent.operator.type === 'Not' ? constant(parent, foldUnary('!', value, 'python')) : stop;
    case 'Comparison':
    case 'ComparisonTarget': {
      const whole = parent.type === 'Comparison' ? parent : (parent.parent as AnyNode & { type: 'Comparison' });
      const result = compared(site, whole, node, value);
      return result === undefined ? stop : constant(whole, result);
    }
    case 'BooleanOperation':
      return stepOverLogical(site, known, parent);
    case 'IfExp':
      if (parent.test !== node) return sameInBothArms(site, known, parent);
      return { kind: 'expression', whole: parent, kept: isTruthy(value, 'python') ? parent.body : parent.orelse };
    case 'Arg': {
      const call = parent.parent as AnyNode;
      const isBool = call.type === 'Call' && call.args.length === 1 && builtinCall(call, site.file) === 'bool';
      return isBool ? constant(call, isTruthy(value, 'python')) : stop;
    }
    case 'Index':
      return entryOfTable(site, known, parent);
    case 'Attribute':
    case 'Subscript': {
      if (parent.value !== node || isPrimitive(value) || Array.isArray(value)) return stop;
      const name = memberName(parent);
      const table = value as Readonly<Record<string, Constant>>;
      return name !== undefined && Object.hasOwn(table, name) ? constant(parent, table[name]) : stop;
    }
    default:
      return stop;
  }
}

/** `{True: card, False: form}[on]` and `(form, card)[on]` are the entry. */
function entryOfTable(site: Site, { node, value, effects }: KnownExpression, index: AnyNode): StepUp {
  const whole = index.parent?.parent as AnyNode | undefined;
  if (whole?.type !== 'Subscript' || onlyIndex(whole) !== node || effects.length > 0) return stop;
  const entry = /^(?:AssignTarget|Del|AugAssign|AnnAssign)$/.test((whole.parent as AnyNode).type)
    ? undefined
    : entryOf(site, whole.value as AnyNode, value);
  return entry ? { kind: 'expression', whole, kept: entry } : stop;
}

/** `False if sure else on` with the flag off: both arms give the same, so the condition decides nothing any more. */
function sameInBothArms(site: Site, known: KnownExpression, parent: AnyNode & { type: 'IfExp' }): StepUp {
  const other = parent.body === known.node ? parent.orelse : parent.body;
  if (known.effects.length > 0 || !isLiteralText(other) || !site.isPure(parent.test)) return stop;
  const value = site.constantOf(other)?.value;
  const isSame = value === known.value && typeof value === typeof known.value;
  return isSame ? { kind: 'constant', known: { ...known, node: parent } } : stop;
}

function memberName(node: AnyNode): string | undefined {
  const index = node.type === 'Subscript' ? onlyIndex(node) : undefined;
  return index && stringValue(index);
}

/** `on == 'blue'`, `'blue' == on`, `on in ('blue', 'red')`; a chain such as `a < on < b` is not decided. */
function compared(
  site: Site,
  { left, comparisons }: AnyNode & { readonly type: 'Comparison' },
  node: BaseExpression,
  value: Constant,
): boolean | undefined {
  const [target, ...more] = comparisons;
  if (!target || more.length > 0) return undefined;
  const operator = target.operator.type;
  if (operator === 'In' || operator === 'NotIn') {
    const isIn = left === node ? isIncluded(site, target.comparator, value) : undefined;
    return isIn === undefined ? undefined : isIn === (operator === 'In');
  }
  const other = site.constantOf(left === node ? target.comparator : left);
  if (!other) return undefined;
  // if on is None: return 'not known yet'
  if (other.value == null && value != null)
    site.assume('nothing has to wait here until the value of the flag is loaded');
  const kind = operator as PythonComparison;
  return left === node ? compare(kind, value, other.value) : compare(kind, other.value, value);
}

function isIncluded(site: Site, list: AnyNode, value: Constant): boolean | undefined {
  if (list.type !== 'Tuple' && list.type !== 'List' && list.type !== 'Set') return undefined;
  const answers = list.elements.map((element) => {
    const known = element.type === 'Element' ? site.constantOf(element.value) : undefined;
    return known && compare('Equal', value, known.value);
  });
  if (answers.includes(undefined)) return undefined;
  return answers.includes(true);
}

function stepOverLogical(site: Site, known: KnownExpression, parent: AnyNode & { type: 'BooleanOperation' }): StepUp {
  const onLeft = parent.left === known.node;
  const other = onLeft ? parent.right : parent.left;
  const operator = parent.operator.type === 'And' ? '&&' : '||';
  const verdict = foldLogical({
    operator,
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
    truthiness: 'python',
  });
  // `a() and is_enabled('x', context())`: the context is only built when a() is true, so it cannot move in front of it.
  if (!onLeft && known.effects.length > 0) {
    return {
      kind: 'refused',
      code: 'impure-argument',
      because: 'an argument of the read has an effect that would have to move',
    };
  }
  switch (verdict.kind) {
    case 'constant':
      return { kind: 'constant', known: { ...known, node: parent, value: verdict.value } };
    case 'effect-then-constant':
      return { kind: 'constant', known: { ...known, node: parent, value: verdict.value, effects: [other] } };
    case 'other':
      return { kind: 'expression', whole: parent, kept: other };
    case 'stays':
      return stop;
    default:
      return verdict satisfies never;
  }
}

/** A named constant is not uncovered: `NEW_TITLE if on else OLD_TITLE` becomes the name, not its text. */
function isLiteralText(node: AnyNode): boolean {
  if (node.type === 'Name') return /^(?:True|False|None)$/.test(node.value);
  return /^(?:SimpleString|ConcatenatedString|Integer|Float)$/.test(node.type);
}

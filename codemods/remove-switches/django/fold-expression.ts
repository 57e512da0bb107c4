import type { Constant, Visibility } from '@ffsd/fold';
import { foldLogical, isTruthy, tested, visibilityOfOperand, visible } from '@ffsd/fold';
import type { Comparator, Expression, Place } from '@ffsd/templates';
import type { FoldResult } from '../fold-result.ts';
import { refused } from '../fold-result.ts';
import type { PythonComparison } from '../python/compare.ts';
import { compare } from '../python/compare.ts';
import { foldTag } from './fold-tag.ts';
import { mayDrop } from './may-drop.ts';
import { placeConstant } from './place-constant.ts';
import { putExpression } from './put-expression.ts';
import type { KnownExpression, Site } from './site.ts';

/**
 * Folds outwards from an expression whose value is known, as far as the value decides what its surroundings do: up to the tag, which
 * shows a branch or not, or to where the constant must stand as itself.
 */
export function foldExpression(site: Site, start: KnownExpression): FoldResult {
  let known = start;
  for (;;) {
    const { parent } = known.node;
    const step: StepUp = parent ? stepUp(site, known, parent) : { kind: 'stop' };
    switch (step.kind) {
      case 'constant':
        known = { place: start.place, ...step };
        break;
      case 'expression':
        // `true if on else ready` uncovers a constant that goes on deciding.
        if (step.kept?.type !== 'literal') return putExpression(site, start.place, step.whole, step.kept);
        known = { place: start.place, node: step.whole, value: step.kept.value, literal: step.kept };
        break;
      case 'refused':
        return refused('impure-argument', step.because);
      case 'stop':
        return (parent ? undefined : foldTag(site, known)) ?? placeConstant(site, known);
      default:
        return step satisfies never;
    }
  }
}

type StepUp =
  | {
      readonly kind: 'constant';
      readonly node: Expression;
      readonly value: Constant;
      readonly literal?: Expression | undefined;
    }
  /** The whole is the kept part of it; undefined where nothing is shown. */
  | { readonly kind: 'expression'; readonly whole: Expression; readonly kept: Expression | undefined }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'stop' };

const stop: StepUp = { kind: 'stop' };

function stepUp(site: Site, { node, place, value, literal }: KnownExpression, parent: Expression): StepUp {
  const constant = (next: Constant): StepUp => ({ kind: 'constant', node: parent, value: next });
  switch (parent.type) {
    case 'group':
      return { kind: 'constant', node: parent, value, literal };
    case 'not':
      return constant(!isTruthy(value, 'python'));
    case 'logical':
      return stepOverLogical(site, node, place, value, parent);
    case 'comparison': {
      const result = compared(parent, node, value);
      return result === undefined ? stop : constant(result);
    }
    case 'test': {
      const result = parent.object === node ? tests(parent.name, value) : undefined;
      return result === undefined ? stop : constant(result !== parent.negated);
    }
    case 'conditional':
      if (parent.test !== node) return stop;
      return { kind: 'expression', whole: parent, kept: isTruthy(value, 'python') ? parent.body : parent.otherwise };
    case 'member':
    case 'item':
      return memberOf(parent, node, value);
    case 'filter':
      return parent.object === node && parent.name === 'yesno' ? yesNo(parent, value) : stop;
    case 'literal':
    case 'name':
    case 'call':
    case 'other':
      return stop;
    default:
      return parent satisfies never;
  }
}

function memberOf(parent: Expression & { type: 'member' | 'item' }, node: Expression, value: Constant): StepUp {
  if (parent.object !== node || typeof value !== 'object' || value === null || Array.isArray(value)) return stop;
  const name =
    parent.type === 'member' ? parent.property : parent.index.type === 'literal' ? String(parent.index.value) : '';
  const table = value as Readonly<Record<string, Constant>>;
  return Object.hasOwn(table, name) ? { kind: 'constant', node: parent, value: table[name] } : stop;
}

/** `on|yesno:"new,old"` in Django. */
function yesNo(parent: Expression & { type: 'filter' }, value: Constant): StepUp {
  const [argument] = parent.args;
  const texts = argument?.value.type === 'literal' ? String(argument.value.value).split(',') : [];
  if (texts.length < 2 || typeof value !== 'boolean') return stop;
  const text = texts[value ? 0 : 1]!;
  return {
    kind: 'constant',
    node: parent,
    value: text,
    literal: { ...argument!.value, type: 'literal', value: text } as Expression,
  };
}

const operators: Readonly<Record<Exclude<Comparator, 'in' | 'not in'>, PythonComparison>> = {
  '==': 'Equal',
  '!=': 'NotEqual',
  is: 'Is',
  'is not': 'IsNot',
  '<': 'LessThan',
  '<=': 'LessThanEqual',
  '>': 'GreaterThan',
  '>=': 'GreaterThanEqual',
};

function compared(
  { operator, left, right }: Expression & { type: 'comparison' },
  node: Expression,
  value: Constant,
): boolean | undefined {
  if (operator === 'in' || operator === 'not in') {
    const isIn = left === node ? isIncluded(right, value) : undefined;
    return isIn === undefined ? undefined : isIn === (operator === 'in');
  }
  const other = left === node ? right : left;
  if (other.type !== 'literal') return undefined;
  const kind = operators[operator];
  return left === node ? compare(kind, value, other.value) : compare(kind, other.value, value);
}

/** `on in ['blue', 'red']` in Jinja. */
function isIncluded(list: Expression, value: Constant): boolean | undefined {
  if (list.type !== 'other' || list.parts.length === 0) return undefined;
  const answers = list.parts.map((part) => (part.type === 'literal' ? compare('Equal', value, part.value) : undefined));
  return answers.includes(undefined) ? undefined : answers.includes(true);
}

/** `on is defined`, `on is true`, `on is none`. In Django `is` compares, and reaches here where nothing shows which language it is. */
function tests(name: string, value: Constant): boolean | undefined {
  switch (name) {
    case 'defined':
      return true;
    case 'undefined':
      return false;
    case 'true':
    case 'True':
      return value === true;
    case 'false':
    case 'False':
      return value === false;
    case 'none':
    case 'None':
      return value === null;
    default:
      return undefined;
  }
}

function stepOverLogical(
  site: Site,
  node: Expression,
  place: Place,
  value: Constant,
  parent: Expression & { type: 'logical' },
): StepUp {
  const onLeft = parent.left === node;
  const other = onLeft ? parent.right : parent.left;
  const verdict = foldLogical({
    operator: parent.operator === 'and' ? '&&' : '||',
    known: onLeft ? 'left' : 'right',
    value,
    other: {
      // Asked only where the operand would go: what is assumed of it then is told in the change.
      get pure() {
        return mayDrop(site, other);
      },
      boolean: yieldsBoolean(other),
    },
    visibility: visibilityOf(parent, place),
    truthiness: 'python',
  });
  switch (verdict.kind) {
    case 'constant':
      return { kind: 'constant', node: parent, value: verdict.value };
    case 'effect-then-constant':
      return { kind: 'refused', because: 'the other part of the condition has an effect that would be lost' };
    case 'other':
      return { kind: 'expression', whole: parent, kept: other };
    case 'stays':
      return stop;
    default:
      return verdict satisfies never;
  }
}

function yieldsBoolean(node: Expression): boolean {
  switch (node.type) {
    case 'group':
      return yieldsBoolean(node.inner);
    case 'literal':
      return typeof node.value === 'boolean';
    case 'logical':
      return yieldsBoolean(node.left) && yieldsBoolean(node.right);
    case 'not':
    case 'comparison':
    case 'test':
      return true;
    default:
      return false;
  }
}

/** What can be seen of the value of an expression. */
function visibilityOf(node: Expression, place: Place): Visibility {
  const { parent } = node;
  if (!parent) return place.kind === 'test' || place.kind === 'loop-test' ? tested : visible;
  switch (parent.type) {
    case 'group':
      return visibilityOf(parent, place);
    case 'not':
      return tested;
    case 'logical':
      return visibilityOfOperand(
        parent.operator === 'and' ? '&&' : '||',
        parent.left === node ? 'left' : 'right',
        visibilityOf(parent, place),
      );
    case 'conditional':
      return parent.test === node ? tested : visibilityOf(parent, place);
    default:
      return visible;
  }
}

import type { Constant, Visibility } from '@ffsd/fold';
import { foldComparison, foldLogical, isTruthy, tested, visibilityOfOperand, visible } from '@ffsd/fold';
import type { AngularExpression, AngularPlace } from '@ffsd/templates';
import type { FoldResult } from '../fold-result.ts';
import { refused } from '../fold-result.ts';
import { foldPlace } from './fold-place.ts';
import { mayDrop } from './may-drop.ts';
import { placeConstant } from './place-constant.ts';
import { putExpression } from './put-expression.ts';
import type { KnownExpression, Site } from './site.ts';

/**
 * Folds outwards from an expression whose value is known, as far as the value decides what its surroundings do: up to the directive or
 * block, which shows a part of the template or not, or to where the constant must stand as itself.
 */
export function foldExpression(site: Site, start: KnownExpression): FoldResult {
  if (!start.place.isExact)
    return refused('unfolded-use', 'an entity stands for a character of this expression, so its parts cannot be told');
  let known = start;
  for (;;) {
    const { parent } = known.node;
    const step: StepUp = parent ? stepUp(site, known, parent) : { kind: 'stop' };
    switch (step.kind) {
      case 'constant':
        known = { place: start.place, ...step };
        break;
      case 'expression':
        // `true ? on : ready` uncovers a constant that goes on deciding.
        if (step.kept.type !== 'literal') return putExpression(site, step.whole, step.kept);
        known = { place: start.place, node: step.whole, value: step.kept.value, literal: step.kept };
        break;
      case 'refused':
        return refused('impure-argument', step.because);
      case 'stop':
        return (parent ? undefined : foldPlace(site, known)) ?? placeConstant(site, known);
      default:
        return step satisfies never;
    }
  }
}

type StepUp =
  | {
      readonly kind: 'constant';
      readonly node: AngularExpression;
      readonly value: Constant;
      readonly literal?: AngularExpression | undefined;
    }
  | { readonly kind: 'expression'; readonly whole: AngularExpression; readonly kept: AngularExpression }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'stop' };

const stop: StepUp = { kind: 'stop' };

function stepUp(site: Site, { node, place, value, literal }: KnownExpression, parent: AngularExpression): StepUp {
  switch (parent.type) {
    case 'group':
      return { kind: 'constant', node: parent, value, literal };
    case 'not':
      return { kind: 'constant', node: parent, value: !isTruthy(value) };
    case 'logical':
      return stepOverLogical(site, node, place, value, parent);
    case 'comparison': {
      const other = parent.left === node ? parent.right : parent.left;
      if (other.type !== 'literal') return stop;
      const isLeft = parent.left === node;
      const result = foldComparison(parent.operator, isLeft ? value : other.value, isLeft ? other.value : value);
      return result === undefined ? stop : { kind: 'constant', node: parent, value: result };
    }
    case 'conditional':
      if (parent.test !== node) return stop;
      return { kind: 'expression', whole: parent, kept: isTruthy(value) ? parent.body : parent.otherwise };
    case 'member':
      return parent.object === node ? memberOf(parent, value) : stop;
    case 'item':
    case 'pipe':
    case 'call':
    case 'write':
    case 'other':
    case 'literal':
    case 'name':
      return stop;
    default:
      return parent satisfies never;
  }
}

function memberOf(parent: AngularExpression & { type: 'member' }, value: Constant): StepUp {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return stop;
  const table = value as Readonly<Record<string, Constant>>;
  return Object.hasOwn(table, parent.name) ? { kind: 'constant', node: parent, value: table[parent.name] } : stop;
}

function stepOverLogical(
  site: Site,
  node: AngularExpression,
  place: AngularPlace,
  value: Constant,
  parent: AngularExpression & { type: 'logical' },
): StepUp {
  const onLeft = parent.left === node;
  const other = onLeft ? parent.right : parent.left;
  const verdict = foldLogical({
    operator: parent.operator,
    known: onLeft ? 'left' : 'right',
    value,
    other: {
      // Asked only where the operand would go: what is assumed of it then is told in the change.
      get pure() {
        return onLeft || mayDrop(site, place, other);
      },
      boolean: yieldsBoolean(other),
    },
    visibility: visibilityOf(parent, place),
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

function yieldsBoolean(node: AngularExpression): boolean {
  switch (node.type) {
    case 'group':
      return yieldsBoolean(node.inner);
    case 'literal':
      return typeof node.value === 'boolean';
    case 'logical':
      return node.operator !== '??' && yieldsBoolean(node.left) && yieldsBoolean(node.right);
    case 'not':
    case 'comparison':
      return true;
    default:
      return false;
  }
}

/** What can be seen of the value of an expression. */
function visibilityOf(node: AngularExpression, place: AngularPlace): Visibility {
  const { parent } = node;
  if (!parent) return isTest(place) ? tested : visible;
  switch (parent.type) {
    case 'group':
      return visibilityOf(parent, place);
    case 'not':
      return tested;
    case 'logical':
      return visibilityOfOperand(parent.operator, parent.left === node ? 'left' : 'right', visibilityOf(parent, place));
    case 'conditional':
      return parent.test === node ? tested : visibilityOf(parent, place);
    default:
      return visible;
  }
}

/** Where only the truth of the value counts. */
function isTest(place: AngularPlace): boolean {
  switch (place.kind) {
    case 'test':
      return place.block.branches[place.index]!.alias === undefined;
    case 'structural':
      return place.input === 'ngIf' && place.element.structural!.variables.length === 0;
    case 'attribute': {
      const { element, attribute } = place;
      if (attribute.kind === 'class') return true;
      const isIf = element.name === 'ng-template' && attribute.name === 'ngIf';
      return isIf && element.attributes.every(({ kind }) => kind !== 'variable');
    }
    case 'output':
    case 'switch':
    case 'let':
    case 'other':
      return false;
    default:
      return place satisfies never;
  }
}

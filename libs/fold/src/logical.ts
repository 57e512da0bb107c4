import type { Constant, Truthiness } from './constant.ts';
import { isNullish, isTruthy } from './constant.ts';
import type { LogicalOperator, Side, Visibility } from './visibility.ts';

/** A logical expression of which one operand is known. */
export interface LogicalFacts {
  readonly operator: LogicalOperator;
  /** Which operand is known. */
  readonly known: Side;
  readonly value: Constant;
  readonly other: OperandFacts;
  /** What can be seen of the whole expression. */
  readonly visibility: Visibility;
  readonly truthiness?: Truthiness;
}

export interface OperandFacts {
  /** Evaluating it has no effect, so it may be dropped. */
  readonly pure: boolean;
  /** It yields `true` or `false` and nothing else. */
  readonly boolean: boolean;
}

export type LogicalVerdict =
  /** The whole is the constant, and the other operand is never evaluated or may be dropped. */
  | { readonly kind: 'constant'; readonly value: Constant }
  /** The whole is the constant, but the other operand is evaluated before and has an effect. */
  | { readonly kind: 'effect-then-constant'; readonly value: Constant }
  /** The whole is the other operand. */
  | { readonly kind: 'other' }
  /** The whole cannot be simplified: the constant takes the place of the operand. */
  | { readonly kind: 'stays' };

/**
 * The law of `&&`, `||`, `??` (`and`, `or` in Python).
 *
 * ```text
 * true && x   =>  x               false && x  =>  false
 * x && true   =>  x               only where a truthy value is merely tested, or x is boolean
 *                                 const v = user && true   =>   const v = user   // oops! v was true, not the user
 * x && false  =>  x; false        only where a falsy value is merely tested, or x is boolean
 *                                 {count && false}         =>   {false}          // oops! 0 was printed
 * ```
 */
export function foldLogical(facts: LogicalFacts): LogicalVerdict {
  return facts.known === 'left' ? foldLeft(facts) : foldRight(facts);
}

function foldLeft({ operator, value, truthiness }: LogicalFacts): LogicalVerdict {
  const passesOn =
    operator === '&&'
      ? isTruthy(value, truthiness)
      : operator === '||'
        ? !isTruthy(value, truthiness)
        : isNullish(value);
  return passesOn ? { kind: 'other' } : { kind: 'constant', value };
}

function foldRight({ operator, value, other, visibility, truthiness }: LogicalFacts): LogicalVerdict {
  if (operator === '??') return { kind: 'stays' };
  const truthy = isTruthy(value, truthiness);
  // The half of the other operand's values that shows in the result: falsy ones through `&&`, truthy ones through `||`.
  const shows = operator === '&&' ? visibility.falsy : visibility.truthy;
  // The half for which the constant is the result.
  const replaced = operator === '&&' ? visibility.truthy : visibility.falsy;
  const neutral = operator === '&&' ? truthy : !truthy;
  if (neutral) {
    // `x && true`: x itself, if nobody can tell its truthy values from `true`.
    const same = !replaced || (other.boolean && value === (operator === '&&'));
    return same ? { kind: 'other' } : { kind: 'stays' };
  }
  // `x && false`: the constant, if nobody can tell the falsy values of x from `false`.
  const absorbed = !shows || (other.boolean && value === (operator === '||'));
  if (!absorbed) return { kind: 'stays' };
  return { kind: other.pure ? 'constant' : 'effect-then-constant', value };
}

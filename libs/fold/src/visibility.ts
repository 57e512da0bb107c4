/**
 * What the surroundings of an expression can see of its value.
 *
 * `if (a && on)` sees only whether it is true; `const v = a && on` sees the value itself. Between the two lies the left side
 * of `&&`: in `<div>{a && on && view}</div>` a falsy `a` is printed, a truthy one is only tested. So the two halves are told apart.
 */
export interface Visibility {
  /** A truthy value can be told from another truthy value. */
  readonly truthy: boolean;
  /** A falsy value can be told from another falsy value. */
  readonly falsy: boolean;
}

/** The value itself is used. */
export const visible: Visibility = { truthy: true, falsy: true };

/** Only its truth is used: a condition, the operand of `!`, a statement that discards it. */
export const tested: Visibility = { truthy: false, falsy: false };

export type LogicalOperator = '&&' | '||' | '??';
export type Side = 'left' | 'right';

/** What can be seen of one operand, given what can be seen of the whole. */
export function visibilityOfOperand(operator: LogicalOperator, side: Side, whole: Visibility): Visibility {
  if (side === 'right') return whole;
  switch (operator) {
    case '&&':
      return { truthy: false, falsy: whole.falsy };
    case '||':
      return { truthy: whole.truthy, falsy: false };
    case '??':
      // `0 ?? x` is 0 and `null ?? x` is x: which falsy value it is decides, even where only the truth of the whole is used.
      return visible;
    default:
      return operator satisfies never;
  }
}

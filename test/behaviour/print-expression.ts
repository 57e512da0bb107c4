import type { Expression, Item, Literal } from './program.ts';

/** Where an expression stands: a comma separates arguments, and a statement must not begin like another kind of statement. */
export type Position = 'anywhere' | 'argument' | 'statement';

/** The text of an expression, with no parentheses but those that it needs. */
export function printExpression(expression: Expression, position: Position = 'anywhere'): string {
  const text = print(expression, position === 'argument' ? level.assignment : level.sequence);
  return position === 'statement' && /^(?:\{|function\b|let\b|class\b)/.test(text) ? `(${text})` : text;
}

/** How tightly an expression binds; a smaller number needs parentheses where a larger one is wanted. */
const level = {
  sequence: 0,
  assignment: 1,
  choice: 2,
  or: 3,
  and: 4,
  equality: 7,
  relation: 8,
  sum: 9,
  unary: 11,
  call: 13,
  primary: 14,
} as const;

function print(expression: Expression, wanted: number): string {
  const [text, own] = printed(expression);
  return own < wanted ? `(${text})` : text;
}

function printed(expression: Expression): readonly [text: string, level: number] {
  switch (expression.is) {
    case 'literal':
      return [printLiteral(expression.value), level.primary];
    case 'flag':
      return ["isEnabled('checkout')", level.call];
    case 'alias':
    case 'name':
      return [expression.name, level.primary];
    case 'effect':
      return [`t(${expression.mark}, ${print(expression.value, level.assignment)})`, level.call];
    case 'not':
      return [`!${print(expression.of, level.unary)}`, level.unary];
    case 'typeof':
      return [`typeof ${print(expression.of, level.unary)}`, level.unary];
    case 'void':
      return [`void ${print(expression.of, level.unary)}`, level.unary];
    case 'minus':
      return [`-(${print(expression.of, level.sequence)})`, level.unary];
    case 'cast':
      return [`(${print(expression.of, level.relation)} as any)`, level.primary];
    case 'asserted':
      return [`${print(expression.of, level.call)}!`, level.call];
    case 'boolean':
      return [`Boolean(${print(expression.of, level.assignment)})`, level.call];
    case 'logical':
      return printLogical(expression);
    case 'binary': {
      const own =
        expression.operator === '+' ? level.sum : expression.operator === '<' ? level.relation : level.equality;
      return [`${print(expression.left, own)} ${expression.operator} ${print(expression.right, own + 1)}`, own];
    }
    case 'choice': {
      const { test, yes, no } = expression;
      return [
        `${print(test, level.or)} ? ${print(yes, level.assignment)} : ${print(no, level.assignment)}`,
        level.choice,
      ];
    }
    case 'sequence':
      return [
        `${print(expression.first, level.assignment)}, ${print(expression.second, level.assignment)}`,
        level.sequence,
      ];
    case 'template':
      return [`\`<\${${print(expression.of, level.sequence)}}>\``, level.primary];
    case 'array':
      return [`[${expression.items.map(printItem).join(', ')}]`, level.primary];
    case 'object':
      return [`{ ${expression.items.map(printProperty).join(', ')} }`, level.primary];
    case 'assignment':
      return [
        `${expression.name} ${expression.operator} ${print(expression.value, level.assignment)}`,
        level.assignment,
      ];
    case 'arrow': {
      const { parameter, argument, result } = expression;
      const body = print(result, level.assignment);
      return [
        `((${parameter}: any) => ${body.startsWith('{') ? `(${body})` : body})(${print(argument, level.assignment)})`,
        level.call,
      ];
    }
    case 'method':
      return [
        `call(() => (${print(expression.callee, level.sequence)})(${print(expression.argument, level.assignment)}))`,
        level.call,
      ];
    case 'function':
      return ['o.method', level.call];
    case 'shorthand':
      return [`{ ${expression.name} }`, level.primary];
    case 'member':
      return [`${print(expression.of, level.call)}?.length`, level.call];
  }
  expression satisfies never;
}

function printLogical({ operator, left, right }: Expression & { is: 'logical' }): readonly [string, number] {
  const own = operator === '&&' ? level.and : level.or;
  const side = (operand: Expression, wanted: number): string => {
    // `??` does not mix with the other two without parentheses.
    const mixes = operand.is === 'logical' && (operator === '??') !== (operand.operator === '??');
    return mixes ? `(${print(operand, level.sequence)})` : print(operand, wanted);
  };
  return [`${side(left, own)} ${operator} ${side(right, own + 1)}`, own];
}

function printItem({ spread, value }: Item): string {
  // Only what is an array for sure can be spread into one.
  if (!spread) return print(value, level.assignment);
  return `...(${print(value, level.or)} ? [t(1, 'in')] : [])`;
}

function printProperty({ spread, value }: Item, index: number): string {
  if (!spread) return `p${index}: ${print(value, level.assignment)}`;
  return `...(${print(value, level.sequence)})`;
}

function printLiteral(value: Literal): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

import type { Expression, Item, Literal } from './program.ts';

/** The text of an expression in Python, with no parentheses but those that it needs. */
export function printPythonExpression(expression: Expression): string {
  return print(expression, level.choice);
}

/** How tightly an expression binds; a smaller number needs parentheses where a larger one is wanted. */
const level = {
  named: 0,
  choice: 1,
  or: 2,
  and: 3,
  not: 4,
  comparison: 5,
  sum: 6,
  call: 8,
} as const;

function print(expression: Expression, wanted: number): string {
  const [text, own] = printed(expression);
  return own < wanted ? `(${text})` : text;
}

/** Inside of brackets, where everything but a comma may stand. */
function inner(expression: Expression): string {
  return print(expression, level.named);
}

function printed(expression: Expression): readonly [text: string, level: number] {
  switch (expression.is) {
    case 'literal':
      return [printPythonLiteral(expression.value), level.call];
    case 'flag':
      return ["is_enabled('checkout')", level.call];
    case 'alias':
    case 'name':
      return [expression.name, level.call];
    case 'effect':
      return [`t(${expression.mark}, ${inner(expression.value)})`, level.call];
    case 'not':
      return [`not ${print(expression.of, level.not)}`, level.not];
    case 'typeof':
      return [`isinstance(${inner(expression.of)}, str)`, level.call];
    case 'void':
      return [`(${inner(expression.of)}, None)[1]`, level.call];
    case 'minus':
      // Minus of a text would end most programs.
      return [`-bool(${inner(expression.of)})`, level.sum];
    case 'cast':
      return [`[k for k in (1, 2) if ${print(expression.of, level.or)}]`, level.call];
    case 'asserted':
      return [`list(${inner(expression.of)} for _ in (1,))`, level.call];
    case 'boolean':
      return [`bool(${inner(expression.of)})`, level.call];
    case 'logical':
      return printLogical(expression);
    case 'binary':
      return printBinary(expression);
    case 'choice': {
      const { test, yes, no } = expression;
      return [`${print(yes, level.or)} if ${print(test, level.or)} else ${print(no, level.choice)}`, level.choice];
    }
    case 'sequence':
      return [`(${inner(expression.first)}, ${inner(expression.second)})[1]`, level.call];
    case 'template': {
      const { of } = expression;
      // Before Python 3.12 a formatted text holds no quotes of its own kind.
      if (of.is === 'alias' || of.is === 'flag') return [`f"<{${print(of, level.or)}}>"`, level.call];
      return [`'<%s>' % (${inner(of)},)`, level.sum];
    }
    case 'array':
      return [`[${expression.items.map(printItem).join(', ')}]`, level.call];
    case 'object':
      return [`{${expression.items.map(printEntry).join(', ')}}`, level.call];
    case 'assignment': {
      const { name, operator, value } = expression;
      if (operator === '=') return [`${name} := ${print(value, level.choice)}`, level.named];
      const before: Expression = name === 'maybe' ? { is: 'alias', name } : { is: 'name', name };
      const logical = { is: 'logical', operator: logicalOf[operator], left: before, right: value } as const;
      return [`${name} := ${print(logical, level.choice)}`, level.named];
    }
    case 'arrow': {
      const { parameter, argument, result } = expression;
      return [`(lambda ${parameter}: ${print(result, level.choice)})(${inner(argument)})`, level.call];
    }
    case 'method':
      return [`call(lambda: (${inner(expression.callee)})(${inner(expression.argument)}))`, level.call];
    case 'function':
      return ['o.method', level.call];
    case 'shorthand':
      return [`{'${expression.name}': ${expression.name}}`, level.call];
    case 'member':
      return [`(${inner(expression.of)}).__class__`, level.call];
  }
  expression satisfies never;
}

const logicalOf = { '&&=': '&&', '||=': '||', '??=': '??' } as const;

function printLogical({ operator, left, right }: Expression & { is: 'logical' }): readonly [string, number] {
  switch (operator) {
    case '&&':
      return [`${print(left, level.and)} and ${print(right, level.and + 1)}`, level.and];
    case '||':
      return [`${print(left, level.or)} or ${print(right, level.or + 1)}`, level.or];
    case '??':
      return [`w if (w := ${print(left, level.choice)}) is not None else ${print(right, level.choice)}`, level.choice];
  }
}

function printBinary({ operator, left, right }: Expression & { is: 'binary' }): readonly [string, number] {
  if (operator === '+' || operator === '<') {
    // Of values of two types both would raise, which would end most programs.
    const own = operator === '+' ? level.sum : level.comparison;
    return [`str(${inner(left)}) ${operator} str(${inner(right)})`, own];
  }
  // Whether two equal texts are one object is up to Python.
  const isSingle = right.is === 'literal' && (typeof right.value === 'boolean' || (right.value ?? null) === null);
  const words = { '===': '==', '!==': '!=', '==': isSingle ? 'is' : '==', '!=': isSingle ? 'is not' : '!=' } as const;
  const own = level.comparison;
  return [`${print(left, own + 1)} ${words[operator]} ${print(right, own + 1)}`, own];
}

function printItem({ spread, value }: Item): string {
  if (!spread) return inner(value);
  return isDisplay(value, 'array') ? `*${print(value, level.sum)}` : `*items(${inner(value)})`;
}

function printEntry({ spread, value }: Item, index: number): string {
  if (!spread) return `'k${index % 2}': ${print(value, level.choice)}`;
  return isDisplay(value, 'object') ? `**${print(value, level.sum)}` : `**entries(${inner(value)})`;
}

function isDisplay(value: Expression, kind: 'array' | 'object'): boolean {
  return value.is === kind || (value.is === 'choice' && isDisplay(value.yes, kind) && isDisplay(value.no, kind));
}

export function printPythonLiteral(value: Literal): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `'${value}'` : String(value);
}

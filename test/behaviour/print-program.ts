import { printExpression } from './print-expression.ts';
import type { Case, Program, Statement, Style } from './program.ts';

/**
 * The text of a program, as a module that exports `run`.
 *
 * What would be a mistake of the program and not of a codemod is mended on the way: a jump out of no loop, a name that is declared twice in one block.
 */
export function printProgram({ style, body }: Program): string {
  const end = style.semicolons ? ';' : '';
  const prelude = [
    `let a: any = 1${end}`,
    `let b: any = ''${end}`,
    `let c: any = null${end}`,
    `const on = isEnabled('checkout')${end}`,
    `const hide = !on${end}`,
    `let maybe = isEnabled('checkout')${end}`,
    `const { checkout: pulled } = flags${end}`,
    `const kind = isEnabled('checkout') ? 'new' : 'old'${end}`,
  ];
  const where: Where = {
    style,
    depth: 1,
    loop: false,
    breakable: false,
    label: undefined,
    function: 0,
    hoisted: new Set(['a', 'b', 'c', 'on', 'hide', 'maybe', 'pulled', 'kind']),
  };
  const lines = [...prelude, ...printList(body, where, new Set(where.hoisted), prelude.length)];
  return `export function run() {\n${indent(lines, style)}\n}\n`;
}

/** What a statement must know of its surroundings. */
interface Where {
  readonly style: Style;
  readonly depth: number;
  readonly loop: boolean;
  readonly breakable: boolean;
  readonly label: { readonly name: string; readonly loop: boolean } | undefined;
  readonly function: number;
  /** Names that a `var` here would clash with, or that are declared by `var` in this function. */
  readonly hoisted: ReadonlySet<string>;
}

/**
 * @param declared what the block declares so far; statements add to it.
 * @param before how many lines of the block stand in front
 */
function printList(statements: readonly Statement[], where: Where, declared: Set<string>, before = 0): string[] {
  const lines: string[] = [];
  for (const statement of statements) {
    const text = printStatement(statement, where, declared);
    // Without semicolons a line that begins like this is read as a part of the line before.
    const guarded = !where.style.semicolons && before + lines.length > 0 && /^[([`/+-]/.test(text);
    lines.push(guarded ? `;${text}` : text);
  }
  return lines;
}

function printStatement(statement: Statement, where: Where, declared: Set<string>): string {
  const { style } = where;
  const end = style.semicolons ? ';' : '';
  switch (statement.is) {
    case 'expression': {
      const text = printExpression(statement.value, 'statement');
      return `${text}${end}`;
    }
    case 'shown':
      return `log(${printExpression(statement.value, 'argument')})${end}`;
    case 'if': {
      const head = `if (${printExpression(statement.test)}) `;
      const no = statement.no;
      if (no === undefined) return head + body(statement.yes, where);
      // An `else` behind a body without braces would belong to an `if` in that body.
      const yes = statement.yes.length === 1 && /^(?:if|labelled|count|each|while)$/.test(statement.yes[0]!.is);
      const first = yes ? block(statement.yes, where) : body(statement.yes, where);
      const only = no.length === 1 && no[0]!.is === 'if' ? no[0] : undefined;
      const second = only ? printStatement(only, where, new Set()) : body(no, where);
      return `${head}${first}${first.startsWith('{') ? ' ' : '\n'}else ${second}`;
    }
    case 'return':
      return `return ${printExpression(statement.value)}${end}`;
    case 'throw':
      return `throw ${printExpression(statement.value)}${end}`;
    case 'while':
      return `while (${printExpression(statement.test)}) ${block(statement.body, inLoop(where), ['fuel()'])}`;
    case 'do':
      return `do ${block(statement.body, inLoop(where), ['fuel()'])} while (${printExpression(statement.test)})${end}`;
    case 'count': {
      const index = `i${where.depth}`;
      const test = statement.test ? ` && (${printExpression(statement.test)})` : '';
      return `for (let ${index} = 0; ${index} < 2${test}; ${index}++) ${body(statement.body, inLoop(where))}`;
    }
    case 'each':
      return `for (const ${statement.name}_ of [1, 2]) ${block(statement.body, inLoop(where))}`;
    case 'break':
      if (statement.labelled && where.label) return `break ${where.label.name}${end}`;
      return where.breakable ? `break${end}` : `t(100)${end}`;
    case 'continue':
      if (statement.labelled && where.label?.loop) return `continue ${where.label.name}${end}`;
      return where.loop ? `continue${end}` : `t(101)${end}`;
    case 'labelled': {
      const label = { name: `L${where.depth}`, loop: statement.loop };
      if (!statement.loop) return `${label.name}: ${block(statement.body, { ...where, label })}`;
      return `${label.name}: for (const k${where.depth} of [1, 2]) ${block(statement.body, { ...inLoop(where), label })}`;
    }
    case 'switch':
      return printSwitch(statement, where);
    case 'try': {
      const caught = statement.caught ?? (statement.last ? undefined : []);
      const handler = caught ? ` catch (error) ${block(caught, where, ['log(String(error))'])}` : '';
      const last = statement.last ? ` finally ${block(statement.last, where)}` : '';
      return `try ${block(statement.body, where)}${handler}${last}`;
    }
    case 'block':
      return block(statement.body, where);
    case 'declare': {
      const value = printExpression(statement.value, 'argument');
      const name = statement.kind === 'var' ? `v${where.function}` : statement.name;
      // A block declares a name once; the second time it is only evaluated.
      if (declared.has(name) && statement.kind !== 'var') return `t(102, ${value})${end}`;
      declared.add(name);
      const kind = statement.kind === 'const' && /^(?:a|b|c|maybe)$/.test(name) ? 'let' : statement.kind;
      return `${kind} ${name}${kind === 'let' ? ': any' : ''} = ${value}${end}`;
    }
    case 'callback': {
      const inner = inFunction(where);
      return `log([1].map((${statement.parameter}: any) => ${block(statement.body, inner, [], [statement.parameter])}))${end}`;
    }
    case 'declaration': {
      const name = `f${where.depth}`;
      if (declared.has(name)) return block(statement.body, where);
      declared.add(name);
      return `function ${name}(this: any) ${block(statement.body, inFunction(where))}\nlog(${name}())${end}`;
    }
  }
  statement satisfies never;
}

function printSwitch({ on, cases }: Statement & { is: 'switch' }, where: Where): string {
  const inside = { ...where, depth: where.depth + 1, breakable: true };
  const declared = new Set<string>();
  const hasDefault = cases.findIndex(({ test }) => test === undefined);
  const lines = cases.flatMap(({ test, body: statements, ends }: Case, index) => {
    // A switch has one default.
    const head = test ? `case ${printExpression(test)}:` : index === hasDefault ? 'default:' : `case ${index}:`;
    const content = printList(statements, inside, declared);
    if (ends) content.push(where.style.semicolons ? 'break;' : 'break');
    return [head, ...content.map((line) => indent([line], { ...where.style, oneLine: false }))];
  });
  return `switch (${printExpression(on)}) {\n${lines.join('\n')}\n}`;
}

function inLoop(where: Where): Where {
  return { ...where, loop: true, breakable: true };
}

function inFunction(where: Where): Where {
  return { ...where, loop: false, breakable: false, label: undefined, function: where.depth + 1 };
}

/** A body of one statement that is no declaration stands without braces, where the style says so. */
function body(statements: readonly Statement[], where: Where): string {
  const [only, more] = statements;
  if (!where.style.bare || !only || more || /^(?:declare|declaration|block)$/.test(only.is))
    return block(statements, where);
  return printStatement(only, { ...where, depth: where.depth + 1 }, new Set());
}

function block(
  statements: readonly Statement[],
  where: Where,
  first: readonly string[] = [],
  parameters: readonly string[] = [],
): string {
  const { style } = where;
  const inside = { ...where, depth: where.depth + 1 };
  const begin = first.map((line) => (style.semicolons ? `${line};` : line));
  const rest = printList(statements, inside, new Set(parameters), begin.length);
  const lines = [...begin, ...rest];
  if (lines.length === 0) return '{}';
  const oneLine = style.oneLine && style.semicolons && !lines.some((line) => line.includes('\n'));
  return oneLine ? `{ ${lines.join(' ')} }` : `{\n${indent(lines, style)}\n}`;
}

function indent(lines: readonly string[], { tabs }: Style): string {
  const unit = tabs ? '\t' : '  ';
  return lines
    .join('\n')
    .split('\n')
    .map((line) => unit + line)
    .join('\n');
}

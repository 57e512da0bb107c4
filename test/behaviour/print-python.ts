import { printPythonExpression, printPythonLiteral } from './print-python-expression.ts';
import type { Case, Program, Statement, Style } from './program.ts';

/**
 * The text of a program as a module of Python with a function `run`: all of the program, or an empty one behind it. Names of a module
 * live by other rules than those of a function.
 *
 * What Python does not have is something near: a label is a `with`, a `throw` of an inner function a `yield`, a block the body of a
 * class, `do` a `while` with an `else`. What would be a mistake of the program and not of a codemod is mended on the way: a jump out of no loop.
 */
export function printPython({ style, body }: Program): string {
  const prelude = [
    'a = 1',
    "b = ''",
    'c = None',
    "on = is_enabled('checkout')",
    'hide = not on',
    "maybe = is_enabled('checkout')",
    "pulled = flags['checkout']",
    "kind = 'new' if is_enabled('checkout') else 'old'",
  ];
  const place = style.semicolons ? 'function' : 'module';
  const where: Where = { style, depth: 1, loop: false, function: 0, outermost: place, place };
  const lines = [...prelude, ...printList(body, where)];
  if (place === 'module') return `${lines.join('\n')}\n\n\ndef run():\n${indent(['pass'], style)}\n`;
  return `def run():\n${indent(lines, style)}\n`;
}

interface Where {
  readonly style: Style;
  readonly depth: number;
  readonly loop: boolean;
  /** How many functions are around. */
  readonly function: number;
  readonly outermost: 'module' | 'function';
  readonly place: 'module' | 'function' | 'class';
}

function printList(statements: readonly Statement[], where: Where): string[] {
  return statements.map((statement) => printStatement(statement, where));
}

function printStatement(statement: Statement, where: Where): string {
  const text = printPythonExpression;
  const inLoop: Where = { ...where, loop: true };
  switch (statement.is) {
    case 'expression':
      if (statement.value.is === 'boolean') return `assert ${text(statement.value)}, t(103, 'message')`;
      return text(statement.value);
    case 'shown':
      return `log(${text(statement.value)})`;
    case 'if': {
      const { test, yes, no } = statement;
      const head = `if ${text(test)}:${suite(yes, where)}`;
      if (no === undefined) return head;
      const only = no.length === 1 && no[0]!.is === 'if' ? no[0] : undefined;
      return only ? `${head}\nel${printStatement(only, where)}` : `${head}\nelse:${suite(no, where)}`;
    }
    case 'return':
      return where.place === 'function' ? `return ${text(statement.value)}` : `t(105, ${text(statement.value)})`;
    case 'throw':
      return where.function > 0 && where.place === 'function'
        ? `yield ${text(statement.value)}`
        : `raise Problem(${text(statement.value)})`;
    case 'while':
      return `while ${text(statement.test)}:${suite(statement.body, inLoop, ['fuel()'])}`;
    case 'do':
      return `while ${text(statement.test)}:${suite(statement.body, inLoop, ['fuel()'])}\nelse:${suite([], where, ["log('else')"])}`;
    case 'count': {
      const loop = `for i${where.depth} in (1, 2):${suite(statement.body, inLoop)}`;
      return statement.test ? `${loop}\nelse:${suite([{ is: 'shown', value: statement.test }], where)}` : loop;
    }
    case 'each':
      return `for ${statement.name} in [1, '']:${suite(statement.body, inLoop)}`;
    case 'break':
    case 'continue':
      return where.loop ? statement.is : 't(100, None)';
    case 'labelled':
      if (statement.loop) return `for k${where.depth} in (1, 2):${suite(statement.body, inLoop)}`;
      return `with block(${where.depth}):${suite(statement.body, where)}`;
    case 'switch':
      return printMatch(statement, where);
    case 'try': {
      const caught = statement.caught ?? (statement.last ? undefined : []);
      const handler = caught ? `\nexcept Exception as error:${suite(caught, where, ['log(str(error))'])}` : '';
      const last = statement.last ? `\nfinally:${suite(statement.last, where)}` : '';
      return `try:${suite(statement.body, where)}${handler}${last}`;
    }
    case 'block':
      if (bindsInComprehension(statement.body)) return `if t(104, True):${suite(statement.body, where)}`;
      return `class K${where.depth}:${suite(statement.body, { ...where, loop: false, place: 'class' })}`;
    case 'declare': {
      // In the outermost function most names of the flag stay what they are, or none of them would ever be a constant.
      const isOwn = statement.kind === 'let' || where.function > 0 || where.place === 'class';
      const name = isOwn ? statement.name : `v${where.function}`;
      return `${name}${statement.kind === 'var' ? ': object' : ''} = ${text(statement.value)}`;
    }
    case 'callback': {
      const name = `g${where.depth}`;
      const body = printFunction(statement.body, where, [statement.parameter]);
      return `def ${name}(${statement.parameter}):${body}\nlog([every(x) for x in (${name}(1),)])`;
    }
    case 'declaration': {
      const name = `f${where.depth}`;
      return `def ${name}():${printFunction(statement.body, where, [])}\nlog(every(${name}()))`;
    }
  }
  statement satisfies never;
}

function printFunction(body: readonly Statement[], where: Where, parameters: readonly string[]): string {
  const inside: Where = { ...where, loop: false, function: where.function + 1, place: 'function' };
  const declared = new Set([...parameters, ...declaredIn(body)]);
  const outer = [...assignedIn(body)].filter((name) => !declared.has(name)).sort();
  const word = where.outermost === 'module' ? 'global' : 'nonlocal';
  return suite(body, inside, outer.length > 0 ? [`${word} ${outer.join(', ')}`] : []);
}

/** In the body of a class a comprehension must not bind a name of it. */
function bindsInComprehension(body: readonly Statement[]): boolean {
  let found = false;
  visit(body, (node) => {
    if (node.is !== 'cast' && node.is !== 'asserted') return;
    visit((node as { of?: unknown }).of, (inner) => {
      found ||= inner.is === 'assignment' || (inner as { operator?: unknown }).operator === '??';
    });
  });
  return found;
}

/** The names that statements of this function bind. */
function declaredIn(value: unknown): Set<string> {
  const names = new Set<string>();
  visit(value, (node) => {
    if (node.is === 'declare' || node.is === 'each') names.add(node.name as string);
  });
  return names;
}

/** The names that `:=` of this function binds; that of a lambda binds its own. */
function assignedIn(value: unknown): Set<string> {
  const names = new Set<string>();
  visit(value, (node) => {
    if (node.is === 'assignment') names.add(node.name as string);
  });
  return names;
}

function visit(value: unknown, enter: (node: { is?: string; name?: unknown }) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const node = value as { is?: string };
  if (/^(?:callback|declaration|arrow|method)$/.test(node.is ?? '')) return;
  enter(node);
  for (const part of Object.values(value)) visit(part, enter);
}

function printMatch({ on, cases }: Statement & { is: 'switch' }, where: Where): string {
  const inside = { ...where, depth: where.depth + 1 };
  // A case that takes everything is the last one.
  const last = cases.find(({ test }) => test === undefined);
  const others = cases.filter(({ test }) => test !== undefined);
  const arms = [...others, ...(last ? [last] : [])].map((one) => `${caseHead(one)}:${suite(one.body, inside)}`);
  if (arms.length === 0) return printPythonExpression(on);
  return `match ${printPythonExpression(on)}:\n${indent(arms, where.style)}`;
}

function caseHead({ test }: Case): string {
  if (test === undefined) return 'case _';
  return test.is === 'literal' ? `case ${printPythonLiteral(test.value)}` : `case _ if ${printPythonExpression(test)}`;
}

/** What stands behind a colon: on the same line where the style says so. */
function suite(statements: readonly Statement[], where: Where, first: readonly string[] = []): string {
  const { style } = where;
  const lines = [...first, ...printList(statements, { ...where, depth: where.depth + 1 })];
  if (lines.length === 0) lines.push('pass');
  const isSimple = lines.every(
    (line) => !line.includes('\n') && !/^(?:if|while|for|with|match|try|def|class)\b/.test(line),
  );
  if (isSimple && (lines.length === 1 ? style.bare : style.oneLine)) return ` ${lines.join('; ')}`;
  return `\n${indent(lines, style)}`;
}

function indent(lines: readonly string[], { tabs }: Style): string {
  return lines
    .join('\n')
    .split('\n')
    .map((line) => (tabs ? '\t' : '    ') + line)
    .join('\n');
}

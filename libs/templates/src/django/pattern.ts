import { InvalidTemplatePatternError } from '../invalid-pattern-error.ts';
import type { Span } from '../span.ts';
import type { Argument, Expression } from './expression.ts';
import { expression, parseExpression, readerOf, takes } from './parse-expression.ts';
import { scan } from './scan.ts';

/** Code with metavariables, ready to be compared with expressions or tags. */
export type Pattern =
  | { readonly kind: 'expression'; readonly text: string; readonly expression: Expression }
  /** `{% flag $FLAG %}`, `{% flag_enabled $FLAG as $NAME %}` */
  | {
      readonly kind: 'tag';
      readonly text: string;
      readonly name: string;
      readonly args: readonly Expression[];
      /** It gives a name its value instead of having a block. */
      readonly binds: boolean;
    };

/** What a metavariable stands for: an expression, or the name behind a dot. */
export type Capture = Expression | (Span & { readonly type: 'property'; readonly name: string });
export type Captures = ReadonlyMap<string, Capture>;

/** @throws InvalidTemplatePatternError */
export function compileTemplatePattern(text: string): Pattern {
  const [tag, ...more] = scan(text, 'jinja');
  if (tag?.kind === 'tag' && more.length === 0) {
    const reader = readerOf(text, tag.args, 'jinja');
    const args: Expression[] = [];
    while (reader && reader.at < reader.words.length) {
      if (takes(reader, 'as')) {
        const isName = reader.words.length === reader.at + 1 && tag.name !== '';
        if (!isName) break;
        return { kind: 'tag', text, name: tag.name, args, binds: true };
      }
      const next = expression(reader);
      if (!next) throw new InvalidTemplatePatternError(text);
      args.push(next);
    }
    if (reader?.at !== reader?.words.length || !reader) throw new InvalidTemplatePatternError(text);
    return { kind: 'tag', text, name: tag.name, args, binds: false };
  }
  const parsed = parseExpression(text, { start: 0, end: text.length }, 'jinja');
  if (!parsed) throw new InvalidTemplatePatternError(text);
  return { kind: 'expression', text, expression: parsed };
}

/** The captures when the node is an instance of the pattern; undefined when it is not. */
export function matchTemplatePattern(pattern: Expression, node: Expression): Captures | undefined {
  const captures = new Map<string, Capture>();
  return matches(pattern, node, captures) ? captures : undefined;
}

/** The same for the values behind the name of a tag. */
export function matchTagArguments(pattern: readonly Expression[], nodes: readonly Expression[]): Captures | undefined {
  const captures = new Map<string, Capture>();
  return matchesAll(pattern, nodes, captures) ? captures : undefined;
}

/** The name of the metavariable that the node of a pattern is. */
export function templateMetavariable(node: Expression): string | undefined {
  return node.type === 'name' && /^\$[A-Z_][A-Z0-9_]*$/.test(node.name) ? node.name : undefined;
}

function isRest(node: Expression | undefined): boolean {
  return node?.type === 'name' && node.name.startsWith('$$$');
}

function matches(pattern: Expression, actual: Expression, captures: Map<string, Capture>): boolean {
  const name = templateMetavariable(pattern);
  if (name) return capture(name, actual, captures);
  const node = actual.type === 'group' ? actual.inner : actual;
  switch (pattern.type) {
    case 'name':
      return node.type === 'name' && node.name === pattern.name;
    case 'literal':
      return node.type === 'literal' && node.value === pattern.value;
    case 'member':
      return matchMember(pattern, node, captures);
    case 'item':
      return (
        node.type === 'item' &&
        matches(pattern.object, node.object, captures) &&
        matches(pattern.index, node.index, captures)
      );
    case 'call':
      return (
        node.type === 'call' &&
        matches(pattern.callee, node.callee, captures) &&
        matchArguments(pattern.args, node.args, captures)
      );
    case 'filter':
    case 'test':
      return (
        node.type === pattern.type &&
        node.name === pattern.name &&
        matches(pattern.object, node.object, captures) &&
        matchArguments(pattern.args, node.args, captures)
      );
    case 'not':
      return node.type === 'not' && matches(pattern.operand, node.operand, captures);
    case 'logical':
    case 'comparison':
      return (
        node.type === pattern.type &&
        node.operator === pattern.operator &&
        matches(pattern.left, node.left, captures) &&
        matches(pattern.right, node.right, captures)
      );
    case 'group':
      return matches(pattern.inner, node, captures);
    case 'conditional':
    case 'other':
      return false;
    default:
      return pattern satisfies never;
  }
}

/** `flags.$FLAG` is also `flags['new-checkout']`. */
function matchMember(
  pattern: Expression & { type: 'member' },
  node: Expression,
  captures: Map<string, Capture>,
): boolean {
  if (node.type !== 'member' && node.type !== 'item') return false;
  if (!matches(pattern.object, node.object, captures)) return false;
  const metavariable = /^\$[A-Z_][A-Z0-9_]*$/.test(pattern.property) ? pattern.property : undefined;
  if (node.type === 'item') {
    if (metavariable) return capture(metavariable, node.index, captures);
    return node.index.type === 'literal' && node.index.value === pattern.property;
  }
  if (!metavariable) return node.property === pattern.property;
  if (metavariable !== '$_')
    captures.set(metavariable, { type: 'property', name: node.property, ...node.propertySpan });
  return true;
}

function matchArguments(
  pattern: readonly Argument[],
  actual: readonly Argument[],
  captures: Map<string, Capture>,
): boolean {
  const last = pattern.at(-1);
  const isOpen = last !== undefined && isRest(last.value);
  const wanted = isOpen ? pattern.slice(0, -1) : pattern;
  if (isOpen ? actual.length < wanted.length : actual.length !== wanted.length) return false;
  return wanted.every(({ name, value }, index) => {
    const found = name === undefined ? actual[index] : actual.find((one) => one.name === name);
    return found !== undefined && found.name === name && matches(value, found.value, captures);
  });
}

function matchesAll(
  pattern: readonly Expression[],
  actual: readonly Expression[],
  captures: Map<string, Capture>,
): boolean {
  const isOpen = isRest(pattern.at(-1));
  const wanted = isOpen ? pattern.slice(0, -1) : pattern;
  if (isOpen ? actual.length < wanted.length : actual.length !== wanted.length) return false;
  return wanted.every((one, index) => matches(one, actual[index]!, captures));
}

function capture(name: string, node: Expression, captures: Map<string, Capture>): boolean {
  if (name === '$_') return true;
  captures.set(name, node);
  return true;
}

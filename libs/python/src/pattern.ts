import type { AnyNode, BaseExpression } from 'libcst-wasm';
import { InvalidPatternError } from './invalid-pattern-error.ts';
import { isParsed, parse } from './parse.ts';
import { isRest } from './pattern/match-arguments.ts';
import { matchNode } from './pattern/match-node.ts';
import { readMetavariable, writeMetavariables } from './pattern/metavariables.ts';

/** Code with metavariables, ready to be compared with expressions. */
export interface Pattern {
  readonly text: string;
  readonly expression: BaseExpression;
  /** Written with an `@`: it is compared with decorators alone. */
  readonly isDecorator: boolean;
}

/** What the metavariables of a pattern stand for: `$FLAG` under `$FLAG`. The name of an attribute is captured as its Name. */
export type Captures = ReadonlyMap<string, AnyNode>;

/**
 * Parses a pattern in ast-grep's syntax: `$NAME` is one expression, `$_` one that is not captured, `$$$` the rest of a list.
 *
 * Arguments by keyword are found wherever they stand in the call. `flags.$FLAG` is an attribute and `flags[$FLAG]` an item: in
 * Python these are two things.
 *
 * @throws InvalidPatternError when the text is no expression
 */
export function compilePattern(text: string): Pattern {
  const isDecorator = /^\s*@/.test(text);
  const code = isDecorator ? text.replace(/^\s*@/, '') : text;
  if (code.trim() === '') throw new InvalidPatternError(text, 'it is empty');
  // `{'flag': $FLAG, $$$}` and `f(flag=$FLAG, $$$)`: behind a key only `**` may stand.
  const plain = expressionOf(writeMetavariables(code, ''));
  const found = typeof plain === 'string' ? expressionOf(writeMetavariables(code, '**')) : plain;
  if (typeof found === 'string') throw new InvalidPatternError(text, typeof plain === 'string' ? plain : found);
  return { text, expression: found, isDecorator };
}

/** The captures when the node is an instance of the pattern; undefined when it is not. */
export function matchPattern(pattern: Pattern, node: AnyNode): Captures | undefined {
  if (!pattern.isDecorator) return matchExpression(pattern.expression, node);
  return node.type === 'Decorator' ? matchExpression(pattern.expression, node.decorator) : undefined;
}

/** The same for a part of a pattern. */
export function matchExpression(pattern: AnyNode, node: AnyNode): Captures | undefined {
  const captures = unused ?? new Map<string, AnyNode>();
  unused = undefined;
  if (matchNode(pattern, node, captures)) return captures;
  if (captures.size > 0) captures.clear();
  unused = captures;
  return undefined;
}

/** A map for every node that is looked at would cost more than the look. */
let unused: Map<string, AnyNode> | undefined;

/** The name of the metavariable that the node of a pattern is: `$FLAG`. */
export function metavariableOf(node: AnyNode): string | undefined {
  return readMetavariable(node);
}

/** The expression that the whole text is, or what is wrong with it. */
function expressionOf(code: string): BaseExpression | string {
  // The line break ends a comment at the end of the pattern.
  const parsed = parse('pattern.py', `(${code}\n)`);
  if (!isParsed(parsed)) return parsed.message;
  const [line, ...more] = parsed.tree.body;
  const statement = line?.type === 'SimpleStatementLine' && line.body.length === 1 ? line.body[0] : undefined;
  if (more.length > 0 || statement?.type !== 'Expr') return 'it is no single expression';
  const { value } = statement;
  // `a) + (b` parses between parentheses too, and then these are not its own.
  const isWhole = 'lpar' in value && value.lpar.length > 0;
  return isWhole && !isRest(value) ? value : 'it is no single expression';
}

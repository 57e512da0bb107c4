import type { Expression, Node } from '@babel/types';
import { InvalidPatternError } from './invalid-pattern-error.ts';
import { isParsed, parse } from './parse.ts';

/** Code with metavariables, ready to be compared with expressions. */
export interface Pattern {
  readonly text: string;
  readonly expression: Expression;
}

/** What the metavariables of a pattern stand for: `$FLAG` under `$FLAG`. A name of a property is captured as its identifier. */
export type Captures = ReadonlyMap<string, Node>;

/**
 * Parses a pattern in ast-grep's syntax: `$NAME` is one expression, `$_` one that is not captured, `$$$` the rest of a list.
 *
 * @throws InvalidPatternError when the text is no expression
 */
export function compilePattern(text: string): Pattern {
  const parsed = parse('pattern.tsx', `(${text}\n)`);
  const statement = isParsed(parsed) ? parsed.tree.program.body[0] : undefined;
  if (!isParsed(parsed) || statement?.type !== 'ExpressionStatement' || parsed.tree.program.body.length !== 1) {
    throw new InvalidPatternError(text, isParsed(parsed) ? 'it is no single expression' : parsed.message);
  }
  return { text, expression: statement.expression };
}

/** The captures when the node is an instance of the pattern; undefined when it is not. */
export function matchPattern(pattern: Pattern, node: Node): Captures | undefined {
  return matchExpression(pattern.expression, node);
}

/** The same for a part of a pattern. */
export function matchExpression(pattern: Node, node: Node): Captures | undefined {
  const captures = unused ?? new Map<string, Node>();
  unused = undefined;
  if (matches(pattern, node, captures)) return captures;
  if (captures.size > 0) captures.clear();
  unused = captures;
  return undefined;
}

/** A map for every node that is looked at would cost more than the look. */
let unused: Map<string, Node> | undefined;

/** The name of the metavariable that the node of a pattern is. */
export function metavariableOf(node: Node): string | undefined {
  return node.type === 'Identifier' && /^\$[A-Z_][A-Z0-9_]*$/.test(node.name) ? node.name : undefined;
}

function isRest(node: Node | null | undefined): boolean {
  // `{ flag: $FLAG, $$$ }`: read as JavaScript, it is a property that is short for `$$$: $$$`.
  if (node?.type === 'ObjectProperty') return node.shorthand && isRest(node.value);
  const name = node?.type === 'Identifier' ? node.name : node?.type === 'SpreadElement' ? '$$$' : '';
  return /^\$\$\$[A-Z0-9_]*$/.test(name);
}

function matches(pattern: Node, node: Node, captures: Map<string, Node>): boolean {
  const actual = withoutTypes(node);
  const name = metavariableOf(pattern);
  if (name) return capture(name, actual, captures);
  switch (pattern.type) {
    case 'Identifier':
      return actual.type === 'Identifier' && actual.name === pattern.name;
    case 'ThisExpression':
    case 'NullLiteral':
    case 'Super':
      return actual.type === pattern.type;
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return actual.type === pattern.type && actual.value === pattern.value;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return matchMember(pattern, actual, captures);
    case 'CallExpression':
    case 'OptionalCallExpression':
      return (
        (actual.type === 'CallExpression' || actual.type === 'OptionalCallExpression') &&
        matches(pattern.callee, actual.callee, captures) &&
        matchList(pattern.arguments, actual.arguments, captures)
      );
    case 'NewExpression':
      return (
        actual.type === 'NewExpression' &&
        matches(pattern.callee, actual.callee, captures) &&
        matchList(pattern.arguments, actual.arguments, captures)
      );
    case 'AwaitExpression':
      return actual.type === 'AwaitExpression' && matches(pattern.argument, actual.argument, captures);
    case 'UnaryExpression':
      return (
        actual.type === 'UnaryExpression' &&
        actual.operator === pattern.operator &&
        matches(pattern.argument, actual.argument, captures)
      );
    case 'BinaryExpression':
    case 'LogicalExpression':
      return (
        actual.type === pattern.type &&
        actual.operator === pattern.operator &&
        matches(pattern.left, actual.left, captures) &&
        matches(pattern.right, actual.right, captures)
      );
    case 'ArrayExpression':
      return actual.type === 'ArrayExpression' && matchList(pattern.elements, actual.elements, captures);
    case 'ObjectExpression':
      return matchObject(pattern, actual, captures);
    case 'ArrowFunctionExpression':
      return (
        actual.type === 'ArrowFunctionExpression' &&
        matchList(pattern.params, actual.params, captures) &&
        matches(pattern.body, actual.body, captures)
      );
    default:
      return false;
  }
}

function capture(name: string, node: Node, captures: Map<string, Node>): boolean {
  if (name === '$_') return true;
  const before = captures.get(name);
  if (before) return matches(before, node, new Map());
  captures.set(name, node);
  return true;
}

/** `flags.$FLAG` and `flags[$FLAG]` mean the same: a property by its name or by an expression. */
function matchMember(
  pattern: Node & { type: 'MemberExpression' | 'OptionalMemberExpression' },
  node: Node,
  captures: Map<string, Node>,
): boolean {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return false;
  if (node.property.type === 'PrivateName') return false;
  if (!matches(pattern.object, node.object, captures)) return false;
  const name = metavariableOf(pattern.property);
  if (name) return capture(name, node.property, captures);
  const expected = nameOf(pattern);
  return expected === undefined
    ? node.computed && matches(pattern.property, node.property, captures)
    : nameOf(node) === expected;
}

function nameOf(member: Node & { type: 'MemberExpression' | 'OptionalMemberExpression' }): string | undefined {
  const { property, computed } = member;
  if (property.type === 'StringLiteral') return property.value;
  return !computed && property.type === 'Identifier' ? property.name : undefined;
}

function matchList(
  patterns: readonly (Node | null)[],
  nodes: readonly (Node | null)[],
  captures: Map<string, Node>,
): boolean {
  const rest = patterns.findIndex(isRest);
  if (rest < 0 ? patterns.length !== nodes.length : nodes.length < patterns.length - 1) return false;
  const before = rest < 0 ? patterns.length : rest;
  const behind = rest < 0 ? 0 : patterns.length - rest - 1;
  const pairs = [
    ...patterns.slice(0, before).map((pattern, index) => [pattern, nodes[index]] as const),
    ...patterns
      .slice(patterns.length - behind)
      .map((pattern, index) => [pattern, nodes[nodes.length - behind + index]] as const),
  ];
  return pairs.every(([pattern, node]) => pattern != null && node != null && matches(pattern, node, captures));
}

/** `{ flagKey: $FLAG }` is any object that has such a property. */
function matchObject(pattern: Node & { type: 'ObjectExpression' }, node: Node, captures: Map<string, Node>): boolean {
  if (node.type !== 'ObjectExpression') return false;
  return pattern.properties.every((expected) => {
    if (isRest(expected)) return true;
    if (expected.type !== 'ObjectProperty') return false;
    const found = node.properties.find(
      (property) => property.type === 'ObjectProperty' && keyOf(property) === keyOf(expected),
    );
    return found?.type === 'ObjectProperty' && matches(expected.value, found.value, captures);
  });
}

function keyOf({ key, computed }: Node & { type: 'ObjectProperty' }): string | undefined {
  if (key.type === 'StringLiteral') return key.value;
  return !computed && key.type === 'Identifier' ? key.name : undefined;
}

/** Types do not change what an expression is: `client!.isEnabled(KEY as string)`. */
export function withoutTypes(node: Node): Node {
  let current = node;
  while (isTypeWrapper(current)) current = current.expression;
  return current;
}

/** A node that only says something about the type of its expression. */
export function isTypeWrapper(node: Node): node is TypeWrapper {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TypeCastExpression':
    case 'ParenthesizedExpression':
      return true;
    default:
      return false;
  }
}

type TypeWrapper = Extract<
  Node,
  {
    type:
      | `TS${'As' | 'Satisfies' | 'NonNull'}Expression`
      | 'TSTypeAssertion'
      | 'TypeCastExpression'
      | 'ParenthesizedExpression';
  }
>;

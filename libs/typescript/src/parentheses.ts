import type { Expression, Node } from '@babel/types';
import { walk } from './walk.ts';

/**
 * Whether an expression must stand in parentheses when it is put where `parent[key]` stands.
 *
 * ```text
 * n * (on ? a + b : 1)   =>   n * a + b          // oops!
 * () => on ? { a: 1 } : null   =>   () => { a: 1 }   // oops! a block with a label
 * ```
 *
 * It may say yes where JavaScript would do without, never the other way round.
 */
export function needsParentheses(node: Node, parent: Node, key: string): boolean {
  switch (parent.type) {
    case 'ArrowFunctionExpression':
      return key === 'body' && (node.type === 'SequenceExpression' || startsLikeBlock(node));
    case 'ExpressionStatement':
      // 'use strict' alone at the top is no expression any more.
      return beginsLikeStatement(node) || node.type === 'StringLiteral';
    case 'ForStatement':
      return key === 'init' && containsIn(node);
    case 'ExportDefaultDeclaration':
      return node.type === 'SequenceExpression' || startsWith(node, isFunctionOrClass);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
    case 'TaggedTemplateExpression':
    case 'TSNonNullExpression':
      if (key === 'property' || key === 'quasi') return node.type === 'SequenceExpression';
      // `(a?.b).c` throws on a missing a; `a?.b.c` does not.
      return (
        precedence(node) < Precedence.member ||
        isOptionalChain(node) ||
        node.type === 'NumericLiteral' ||
        startsWith(node, isBareNew) ||
        endsWithTypeArguments(node)
      );
    case 'CallExpression':
    case 'OptionalCallExpression':
      return key === 'callee'
        ? precedence(node) < Precedence.member ||
            isOptionalChain(node) ||
            isFunctionLike(node) ||
            startsWith(node, isBareNew) ||
            endsWithTypeArguments(node)
        : node.type === 'SequenceExpression';
    case 'NewExpression':
      return key === 'callee'
        ? precedence(node) < Precedence.member ||
            containsCall(node) ||
            startsWith(node, isBareNew) ||
            endsWithTypeArguments(node)
        : node.type === 'SequenceExpression';
    case 'UnaryExpression':
    case 'AwaitExpression':
    case 'SpreadElement':
    case 'JSXSpreadAttribute':
      if (parent.type === 'SpreadElement' || parent.type === 'JSXSpreadAttribute')
        return node.type === 'SequenceExpression';
      return precedence(node) < Precedence.unary || isSameSign(node, parent);
    case 'BinaryExpression':
      return inBinary(node, parent.operator, key === 'left' ? 'left' : 'right');
    case 'LogicalExpression':
      return inLogical(node, parent.operator, key === 'left' ? 'left' : 'right');
    case 'ConditionalExpression':
      return key === 'test' ? precedence(node) <= Precedence.conditional : node.type === 'SequenceExpression';
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return precedence(node) < Precedence.relational;
    case 'TSTypeAssertion':
      return precedence(node) < Precedence.unary;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return key === 'superClass' && (precedence(node) < Precedence.member || endsWithTypeArguments(node));
    case 'Decorator':
      return !isDecorator(node);
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'VariableDeclarator':
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ArrayExpression':
    case 'ObjectProperty':
    case 'ClassProperty':
    case 'ClassPrivateProperty':
    case 'ClassAccessorProperty':
    case 'TSEnumMember':
    // Babel takes a comma in braces, TypeScript does not.
    case 'JSXExpressionContainer':
    case 'YieldExpression':
      return node.type === 'SequenceExpression';
    default:
      return false;
  }
}

/** Precedences of ECMAScript, higher binds tighter. */
const Precedence = {
  sequence: 0,
  assignment: 1,
  conditional: 2,
  coalesce: 3,
  or: 4,
  and: 5,
  relational: 9,
  unary: 14,
  postfix: 15,
  member: 17,
  primary: 18,
} as const;

const binaryPrecedence: Readonly<Record<string, number>> = {
  '|': 6,
  '^': 7,
  '&': 7.5,
  '==': 8,
  '!=': 8,
  '===': 8,
  '!==': 8,
  '<': 9,
  '>': 9,
  '<=': 9,
  '>=': 9,
  in: 9,
  instanceof: 9,
  '<<': 10,
  '>>': 10,
  '>>>': 10,
  '+': 11,
  '-': 11,
  '*': 12,
  '/': 12,
  '%': 12,
  '**': 13,
};

function precedence(node: Node): number {
  switch (node.type) {
    case 'SequenceExpression':
      return Precedence.sequence;
    case 'AssignmentExpression':
    case 'ArrowFunctionExpression':
    case 'YieldExpression':
      return Precedence.assignment;
    case 'ConditionalExpression':
      return Precedence.conditional;
    case 'LogicalExpression':
      return node.operator === '??' ? Precedence.coalesce : node.operator === '||' ? Precedence.or : Precedence.and;
    case 'BinaryExpression':
      return binaryPrecedence[node.operator] ?? Precedence.sequence;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return Precedence.relational;
    case 'UnaryExpression':
    case 'AwaitExpression':
    case 'TSTypeAssertion':
      return Precedence.unary;
    case 'UpdateExpression':
      return node.prefix ? Precedence.unary : Precedence.postfix;
    default:
      return Precedence.primary;
  }
}

function inBinary(node: Node, operator: string, side: 'left' | 'right'): boolean {
  const outer = binaryPrecedence[operator] ?? Precedence.primary;
  const inner = precedence(node);
  if (side === 'left' && endsLikeType(node, operator)) return true;
  if (operator === '**') return side === 'left' ? inner < Precedence.postfix : inner < outer;
  return side === 'left' ? inner < outer : inner <= outer;
}

function inLogical(node: Node, operator: '&&' | '||' | '??', side: 'left' | 'right'): boolean {
  // `a ?? b || c` is a syntax error in either nesting.
  if (node.type === 'LogicalExpression' && (operator === '??') !== (node.operator === '??')) return true;
  const outer = operator === '??' ? Precedence.coalesce : operator === '||' ? Precedence.or : Precedence.and;
  const inner = precedence(node);
  return side === 'left' ? inner < outer : inner <= outer;
}

/** `a?.b!` is one too: what follows the `!` goes on with the chain. */
function isOptionalChain(node: Node): boolean {
  if (node.type === 'TSNonNullExpression' && !node.expression.extra?.parenthesized)
    return isOptionalChain(node.expression);
  return node.type === 'OptionalMemberExpression' || node.type === 'OptionalCallExpression';
}

/** `new A` without arguments: `(new A).b` is not `new A.b`, and `(new A)()` is not `new A()`. */
function isBareNew(node: Node): boolean {
  if (node.type !== 'NewExpression' || node.arguments.length > 0) return false;
  // Behind `new (A)` the parenthesis may be that of the callee.
  return Boolean(node.callee.extra?.parenthesized) || node.end === (typeArgumentsOf(node) ?? node.callee).end;
}

function typeArgumentsOf(node: Node & { type: 'NewExpression' }): Node | null | undefined {
  return node.typeParameters ?? node.typeArguments;
}

/** `a<T>` and `new A<T>`: behind them `+ b` and `.b` are read as if `<` were an operator. */
function endsWithTypeArguments(node: Node): boolean {
  const last = rightmost(node);
  return (
    last.type === 'TSInstantiationExpression' ||
    (isBareNew(last) && last.type === 'NewExpression' && Boolean(typeArgumentsOf(last)))
  );
}

/** Whether the operator would be taken for a part of a type or a tag: `a as T | b`, `a as T < b`, `<p /> < b`. */
function endsLikeType(node: Node, operator: string): boolean {
  if (endsWithTypeArguments(node)) return true;
  const { type } = rightmost(node);
  if (type === 'TSAsExpression' || type === 'TSSatisfiesExpression') return /^(?:[&|<]|<<)$/.test(operator);
  return operator === '<' && (type === 'JSXElement' || type === 'JSXFragment');
}

/** The expression that ends where the node ends, in front of the type of an `as`. */
function rightmost(node: Node): Node {
  let current = node;
  for (;;) {
    const last =
      current.type === 'BinaryExpression' || current.type === 'LogicalExpression'
        ? current.right
        : current.type === 'UnaryExpression' || current.type === 'AwaitExpression'
          ? current.argument
          : undefined;
    if (!last || last.extra?.parenthesized) return current;
    current = last;
  }
}

/** `for (a in b; ;)` is no loop of three parts. */
function containsIn(node: Node): boolean {
  let found = false;
  walk(node, (inner) => {
    found ||= inner.type === 'BinaryExpression' && inner.operator === 'in';
  });
  return found;
}

/** Names with dots, and one call of them: all that may follow an `@` as it is. */
function isDecorator(node: Node): boolean {
  let current = node.type === 'CallExpression' ? node.callee : node;
  while (current.type === 'MemberExpression' && !current.computed && !current.extra?.parenthesized)
    current = current.object;
  return current.type === 'Identifier' && !current.extra?.parenthesized;
}

function containsCall(node: Node): boolean {
  let current: Node | null | undefined = node;
  while (current) {
    if (current.type === 'CallExpression' || isOptionalChain(current)) return true;
    current = leftmost(current);
  }
  return false;
}

/** `- -x` and `+ +x` must not grow together. */
function isSameSign(node: Node, parent: Node): boolean {
  if (parent.type !== 'UnaryExpression') return false;
  if (node.type === 'UnaryExpression') return node.operator === parent.operator;
  return node.type === 'UpdateExpression' && node.prefix && node.operator[0] === parent.operator;
}

/** Whether the expression begins with a token that would begin something else at the start of a statement or an arrow's body. */
export function beginsLikeStatement(node: Node): boolean {
  return startsLikeBlock(node) || startsWith(node, isFunctionOrClass);
}

function startsLikeBlock(node: Node): boolean {
  return startsWith(node, ({ type }) => type === 'ObjectExpression' || type === 'ObjectPattern');
}

function isFunctionLike({ type }: Node): boolean {
  return type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}

function isFunctionOrClass({ type }: Node): boolean {
  return type === 'FunctionExpression' || type === 'ClassExpression';
}

function startsWith(node: Node, test: (node: Node) => boolean): boolean {
  let current: Node | null | undefined = node;
  while (current) {
    if (test(current)) return true;
    // What already stands in parentheses starts with a parenthesis; the node itself is put without its own.
    current = leftmost(current);
    if (current?.extra?.parenthesized) return false;
  }
  return false;
}

/** The expression that begins where the node begins. */
function leftmost(node: Node): Expression | Node | null | undefined {
  switch (node.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return node.object;
    case 'CallExpression':
    case 'OptionalCallExpression':
      return node.callee;
    case 'TaggedTemplateExpression':
      return node.tag;
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return node.left;
    case 'ConditionalExpression':
      return node.test;
    case 'SequenceExpression':
      return node.expressions[0];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
      return node.expression;
    case 'UpdateExpression':
      return node.prefix ? undefined : node.argument;
    default:
      return undefined;
  }
}

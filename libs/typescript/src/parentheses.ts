import type { Expression, Node } from '@babel/types';

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
      return startsLikeBlock(node) || startsWith(node, isFunctionOrClass);
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
        isBareNew(node)
      );
    case 'CallExpression':
    case 'OptionalCallExpression':
      return key === 'callee'
        ? precedence(node) < Precedence.member || isOptionalChain(node) || isFunctionLike(node)
        : node.type === 'SequenceExpression';
    case 'NewExpression':
      return key === 'callee'
        ? precedence(node) < Precedence.member || containsCall(node)
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
      return key === 'superClass' && precedence(node) < Precedence.member;
    case 'Decorator':
      return precedence(node) < Precedence.member;
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'VariableDeclarator':
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ArrayExpression':
    case 'ObjectProperty':
    case 'ClassProperty':
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

function isOptionalChain(node: Node): boolean {
  return node.type === 'OptionalMemberExpression' || node.type === 'OptionalCallExpression';
}

/** `new A` without arguments: `(new A).b` is not `new A.b`. */
function isBareNew(node: Node): boolean {
  return node.type === 'NewExpression' && node.arguments.length === 0;
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
  return startsWith(node, ({ type }) => type === 'ObjectExpression');
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
      return node.expression;
    case 'UpdateExpression':
      return node.prefix ? undefined : node.argument;
    default:
      return undefined;
  }
}

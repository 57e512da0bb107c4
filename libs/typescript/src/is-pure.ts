import type { ClassDeclaration, ClassExpression, Identifier, JSXElement, JSXIdentifier, Node } from '@babel/types';
import { isGlobal, isHarmlessCall, knownGlobals } from './known-globals.ts';
import { parentsOf } from './parents.ts';
import type { SourceFile } from './parse.ts';
import { scopesOf } from './scopes.ts';

/**
 * True when the evaluation of the expression may be dropped and nothing is lost but its value.
 *
 * The convention, which is that of bundlers: reading a member runs no code that matters (no getter, no proxy, no failure on
 * undefined), nor does turning a value into a string or a number, nor spreading, nor making a JSX element. Everything that
 * runs code by its form (calls, `new`, `await`, assignments, `delete`, tagged templates, static blocks, decorators) has an
 * effect. A name that may not be there when it is read has one too: it throws.
 */
export function isPure(node: Node | null | undefined, file: SourceFile): boolean {
  if (!node) return true;
  const pure = (part: Node | null | undefined) => isPure(part, file);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BigIntLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
    case 'RegExpLiteral':
    case 'ThisExpression':
    case 'Super':
    case 'MetaProperty':
    case 'PrivateName':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression':
    case 'JSXText':
    case 'JSXEmptyExpression':
      return true;
    case 'Identifier':
      return isThere(node, file);
    case 'TemplateLiteral':
    case 'SequenceExpression':
      return node.expressions.every(pure);
    case 'UnaryExpression':
      return isPureUnary(node.operator, node.argument, file);
    case 'BinaryExpression':
      // `x |> f` is a call.
      return node.operator !== '|>' && pure(node.left) && pure(node.right);
    case 'LogicalExpression':
      return pure(node.left) && pure(node.right);
    case 'ConditionalExpression':
      return pure(node.test) && pure(node.consequent) && pure(node.alternate);
    case 'ArrayExpression':
      return node.elements.every(pure);
    case 'ObjectExpression':
      return node.properties.every(pure);
    case 'ObjectProperty':
      return (!node.computed || pure(node.key)) && pure(node.value);
    case 'ObjectMethod':
      return !node.computed || pure(node.key);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return pure(node.object) && (!node.computed || pure(node.property));
    case 'CallExpression':
      return isHarmlessCall(node, file) && node.arguments.every(pure);
    case 'ClassExpression':
    case 'ClassDeclaration':
      return isPureClass(node, file);
    case 'JSXElement':
      return isPureElement(node, file);
    case 'JSXFragment':
      return node.children.every(pure);
    case 'SpreadElement':
    case 'JSXSpreadAttribute':
      return pure(node.argument);
    case 'JSXAttribute':
      return pure(node.value);
    case 'JSXExpressionContainer':
    case 'JSXSpreadChild':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
    case 'TypeCastExpression':
      return pure(node.expression);
    default:
      return false;
  }
}

/**
 * A name that is declared and has its value when it is read. One that is read above its `let`, `const` or `class` throws,
 * unless a function stands between: that is taken to run later.
 */
function isThere(node: Identifier | JSXIdentifier, file: SourceFile): boolean {
  const scopes = scopesOf(file);
  const reference = scopes.referenceOf(node);
  if (!reference || scopes.hasDynamicScope) return false;
  const { binding } = reference;
  if (!binding) return node.name === 'arguments' || (isGlobal(node, file) && knownGlobals.has(node.name));
  if (!mayBeEarly.has(binding.kind)) return true;
  const isBelow = binding.declarations.some(({ end }) => end! <= node.start!);
  return isBelow
    ? !isInOwnInitialiser(node, binding.declarations[0]!, file)
    : isInInnerFunction(node, binding.scope.varScope.node, file);
}

const mayBeEarly = new Set(['let', 'const', 'using', 'class', 'enum']);

/** `const x = f(x)` reads `x` too early as well. */
function isInOwnInitialiser(node: Node, declaration: Node, file: SourceFile): boolean {
  for (const above of parentsOf(file).ancestors(node)) {
    if (isFunction(above)) return false;
    if (above.type === 'VariableDeclarator')
      return above.id.start! <= declaration.start! && declaration.end! <= above.id.end!;
  }
  return false;
}

function isInInnerFunction(node: Node, outer: Node, file: SourceFile): boolean {
  for (const above of parentsOf(file).ancestors(node)) {
    if (above === outer) return false;
    if (isFunction(above)) return true;
  }
  return false;
}

function isFunction({ type }: Node): boolean {
  return /Function|Method$/.test(type);
}

function isPureUnary(operator: string, argument: Node, file: SourceFile): boolean {
  if (operator === 'delete' || operator === 'throw') return false;
  // `typeof` of a name that nobody declared does not throw.
  if (operator === 'typeof' && argument.type === 'Identifier' && isGlobal(argument, file)) return true;
  return isPure(argument, file);
}

function isPureClass(node: ClassDeclaration | ClassExpression, file: SourceFile): boolean {
  if (node.decorators?.length || !isPure(node.superClass, file)) return false;
  return node.body.body.every((member) => {
    if (member.type === 'StaticBlock') return false;
    if ('decorators' in member && member.decorators?.length) return false;
    if ('params' in member && member.params.some((param) => 'decorators' in param && param.decorators?.length))
      return false;
    if ('computed' in member && member.computed && !isPure(member.key, file)) return false;
    return !('value' in member && member.static) || isPure(member.value, file);
  });
}

function isPureElement(node: JSXElement, file: SourceFile): boolean {
  let { name } = node.openingElement as { name: Node };
  while (name.type === 'JSXMemberExpression') name = name.object;
  // `<div>` is no name; `<Page>` is one.
  const named = name.type !== 'JSXIdentifier' || !scopesOf(file).referenceOf(name) || isThere(name, file);
  const parts: readonly Node[] = [...node.openingElement.attributes, ...node.children];
  return named && parts.every((part) => isPure(part, file));
}

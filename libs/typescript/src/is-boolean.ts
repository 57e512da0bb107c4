import type { CallExpression, Node } from '@babel/types';
import { declaredType, isBooleanType, namedType } from './declared-type.ts';
import { isHarmlessCall } from './known-globals.ts';
import { parentsOf } from './parents.ts';
import type { SourceFile } from './parse.ts';
import { isReassigned } from './scopes/binding.ts';
import { scopesOf } from './scopes.ts';

/**
 * True when the value of the expression is certainly `true` or `false`, so that it may stand where `!!x` stood.
 *
 * Annotations of the program are believed (`: boolean`), assertions are not (`as boolean`). A method is believed only when
 * its receiver is known: `.includes()` of an array is a boolean, that of a class of the user may be anything.
 */
export function isBoolean(node: Node, file: SourceFile): boolean {
  return isBooleanNode(node, file, 0);
}

const comparisons = new Set(['==', '!=', '===', '!==', '<', '>', '<=', '>=', 'in', 'instanceof']);

/** Deeper chains of constants than this are circles. */
const deepest = 20;

function isBooleanNode(node: Node, file: SourceFile, depth: number): boolean {
  if (depth > deepest) return false;
  const boolean = (part: Node) => isBooleanNode(part, file, depth + 1);
  switch (node.type) {
    case 'BooleanLiteral':
      return true;
    case 'UnaryExpression':
      return node.operator === '!' || node.operator === 'delete';
    case 'BinaryExpression':
      return comparisons.has(node.operator);
    case 'LogicalExpression':
      return boolean(node.left) && boolean(node.right);
    case 'ConditionalExpression':
      return boolean(node.consequent) && boolean(node.alternate);
    case 'SequenceExpression':
      return boolean(node.expressions.at(-1)!);
    case 'AssignmentExpression':
      return node.operator === '=' && boolean(node.right);
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
      return boolean(node.expression);
    case 'Identifier':
      return isBooleanName(node, file, depth);
    case 'CallExpression':
      return isHarmlessCall(node, file) || isBooleanMethod(node, file) || isBooleanFunction(node, file);
    default:
      return false;
  }
}

function isBooleanName(node: Node, file: SourceFile, depth: number): boolean {
  const binding = scopesOf(file).bindingOf(node);
  const declaration = binding?.declarations[0];
  if (!binding || !declaration || binding.declarations.length !== 1) return false;
  const declared = declaredType(declaration, file);
  if (declared)
    return isBooleanType(declared.type) && (!declared.optional || hasBooleanDefault(declaration, file, depth));
  if (binding.kind === 'const' || (binding.kind === 'let' && !isReassigned(binding))) {
    const owner = parentsOf(file).parent(declaration);
    return owner?.type === 'VariableDeclarator' && owner.id === declaration && isInitialised(owner.init, file, depth);
  }
  return false;
}

function isInitialised(init: Node | null | undefined, file: SourceFile, depth: number): boolean {
  return init !== null && init !== undefined && isBooleanNode(init, file, depth + 1);
}

/** In `{ open = false }: Props` a missing `open` is `false`. */
function hasBooleanDefault(declaration: Node, file: SourceFile, depth: number): boolean {
  const owner = parentsOf(file).parent(declaration);
  return (
    owner?.type === 'AssignmentPattern' && owner.left === declaration && isBooleanNode(owner.right, file, depth + 1)
  );
}

const booleanMethods: Readonly<Record<string, ReadonlySet<string>>> = {
  array: new Set(['includes', 'some', 'every']),
  string: new Set(['includes', 'startsWith', 'endsWith']),
  collection: new Set(['has', 'delete']),
  regexp: new Set(['test']),
};

function isBooleanMethod({ callee }: CallExpression, file: SourceFile): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
  const kind = kindOf(callee.object, file, 0);
  return kind !== undefined && booleanMethods[kind]!.has(callee.property.name);
}

type Kind = 'array' | 'string' | 'collection' | 'regexp';

const kindOfName: Readonly<Record<string, Kind>> = {
  Array: 'array',
  ReadonlyArray: 'array',
  Set: 'collection',
  ReadonlySet: 'collection',
  WeakSet: 'collection',
  Map: 'collection',
  ReadonlyMap: 'collection',
  WeakMap: 'collection',
  RegExp: 'regexp',
};

function kindOf(node: Node, file: SourceFile, depth: number): Kind | undefined {
  if (depth > deepest) return undefined;
  switch (node.type) {
    case 'ArrayExpression':
      return 'array';
    case 'StringLiteral':
    case 'TemplateLiteral':
      return 'string';
    case 'RegExpLiteral':
      return 'regexp';
    case 'NewExpression':
      return node.callee.type === 'Identifier' && isUnbound(node.callee, file)
        ? kindOfName[node.callee.name]
        : undefined;
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return kindOf(node.expression, file, depth + 1);
    case 'Identifier': {
      const binding = scopesOf(file).bindingOf(node);
      const declaration = binding?.declarations[0];
      if (!binding || !declaration || binding.declarations.length !== 1) return undefined;
      const declared = declaredType(declaration, file);
      if (declared) return declared.optional ? undefined : kindOfType(declared.type, file);
      const owner = parentsOf(file).parent(declaration);
      const isConstant = binding.kind === 'const' && owner?.type === 'VariableDeclarator' && owner.id === declaration;
      return isConstant && owner.init ? kindOf(owner.init, file, depth + 1) : undefined;
    }
    default:
      return undefined;
  }
}

function kindOfType(type: Node, file: SourceFile): Kind | undefined {
  switch (type.type) {
    case 'TSArrayType':
    case 'TSTupleType':
      return 'array';
    case 'TSStringKeyword':
      return 'string';
    case 'TSTypeOperator':
      return type.operator === 'readonly' ? kindOfType(type.typeAnnotation, file) : undefined;
    case 'TSTypeReference':
      return type.typeName.type === 'Identifier' && isUnbound(type.typeName, file)
        ? kindOfName[type.typeName.name]
        : undefined;
    default:
      return undefined;
  }
}

function isUnbound(node: Node, file: SourceFile): boolean {
  return scopesOf(file).bindingOf(node) === undefined;
}

/** A function of this file that says it returns a boolean, in every overload. */
function isBooleanFunction({ callee }: CallExpression, file: SourceFile): boolean {
  if (callee.type !== 'Identifier') return false;
  const binding = scopesOf(file).bindingOf(callee);
  if (!binding || binding.declarations.length === 0 || binding.references.some(({ write }) => write)) return false;
  return binding.declarations.every((declaration) => {
    const owner = parentsOf(file).parent(declaration);
    const fn =
      owner?.type === 'VariableDeclarator' && owner.id === declaration && binding.kind === 'const' ? owner.init : owner;
    if (!fn || !('returnType' in fn) || !fn.returnType || !('params' in fn)) return false;
    if ('id' in fn && fn.id !== declaration && fn === owner) return false;
    return isBooleanType(namedType(fn.returnType, file));
  });
}

import type { AnyNode, Call, Comparison } from 'libcst-wasm';
import { dottedName } from './dotted-name.ts';
import { builtinCall, isBuiltin } from './known-globals.ts';
import type { SourceFile } from './parse.ts';
import { isReassigned } from './scopes/binding.ts';
import { scopesOf } from './scopes.ts';
import { stringValue } from './string-value.ts';

/**
 * True when the value of the expression is certainly `True` or `False`, so that it may stand where `bool(x)` or `not not x` stood.
 *
 * Annotations of the program are believed (`-> bool`). `==` and `<` are believed of literals alone: of two arrays of NumPy they
 * give an array.
 */
export function isBoolean(node: AnyNode, file: SourceFile): boolean {
  return isBooleanNode(node, file, 0);
}

/** Deeper chains of constants than this are circles. */
const deepest = 20;

function isBooleanNode(node: AnyNode, file: SourceFile, depth: number): boolean {
  if (depth > deepest) return false;
  const boolean = (part: AnyNode) => isBooleanNode(part, file, depth + 1);
  switch (node.type) {
    case 'Name':
      return node.value === 'True' || node.value === 'False' || isBooleanName(node, file, depth);
    case 'UnaryOperation':
      return node.operator.type === 'Not';
    case 'Comparison':
      return isBooleanComparison(node);
    case 'BooleanOperation':
      return boolean(node.left) && boolean(node.right);
    case 'IfExp':
      return boolean(node.body) && boolean(node.orelse);
    case 'NamedExpr':
      return boolean(node.value);
    case 'Call':
      return isBooleanCall(node, file);
    default:
      return false;
  }
}

/** `a is b < c` is `a is b and b < c`: the first that is false is the value. */
function isBooleanComparison({ left, comparisons }: Comparison): boolean {
  let before: AnyNode = left;
  return comparisons.every(({ operator, comparator }) => {
    const isLiteralPair = isLiteral(before) && isLiteral(comparator);
    before = comparator;
    return isLiteralPair || /^(?:Is|IsNot|In|NotIn)$/.test(operator.type);
  });
}

function isLiteral({ type }: AnyNode): boolean {
  return /^(?:Integer|Float|SimpleString|ConcatenatedString)$/.test(type);
}

function isBooleanName(node: AnyNode, file: SourceFile, depth: number): boolean {
  const binding = scopesOf(file).bindingOf(node);
  const [assignment, ...more] = binding?.assignments.filter(({ kind }) => kind !== 'declaration') ?? [];
  const place = assignment?.nameNode;
  if (!binding || !place || more.length > 0 || isReassigned(binding)) return false;
  const { parent } = place;
  switch (parent?.type) {
    case 'Param':
      return parent.annotation !== null && isBoolType(parent.annotation.annotation, file);
    case 'AnnAssign':
      return (
        isBoolType(parent.annotation.annotation, file) ||
        (parent.value !== null && isBooleanNode(parent.value, file, depth + 1))
      );
    case 'AssignTarget':
      return parent.parent?.type === 'Assign' && isBooleanNode(parent.parent.value, file, depth + 1);
    case 'NamedExpr':
      return isBooleanNode(parent.value, file, depth + 1);
    default:
      return false;
  }
}

function isBoolType(type: AnyNode, file: SourceFile): boolean {
  return type.type === 'Name' ? type.value === 'bool' && isBuiltin(type, file) : stringValue(type) === 'bool';
}

const booleanBuiltins = new Set(['bool', 'isinstance', 'issubclass', 'callable', 'hasattr', 'any', 'all']);
const booleanMethods =
  /^(?:startswith|endswith|is(?:alnum|alpha|ascii|decimal|digit|identifier|lower|numeric|printable|space|title|upper))$/;

function isBooleanCall(call: Call, file: SourceFile): boolean {
  const { func } = call;
  const name = builtinCall(call, file);
  if (name !== undefined) return booleanBuiltins.has(name);
  if (func.type === 'Attribute') return stringValue(func.value) !== undefined && booleanMethods.test(func.attr.value);
  return isBooleanFunction(func, file);
}

/** A function of this file that says it returns a boolean, and is no coroutine. A decorator may make anything of it. */
function isBooleanFunction(func: AnyNode, file: SourceFile): boolean {
  if (func.type !== 'Name') return false;
  const assignments = scopesOf(file).bindingOf(func)?.assignments ?? [];
  return (
    assignments.length > 0 &&
    assignments.every(({ node }) => {
      if (node?.type !== 'FunctionDef' || node.returns === null || node.asynchronous !== null) return false;
      const isPlain = node.decorators.every(({ decorator }) =>
        /(?:^|\.)(?:cache|lru_cache|overload|wraps)$/.test(
          dottedName(decorator.type === 'Call' ? decorator.func : decorator) ?? '',
        ),
      );
      return isPlain && isBoolType(node.returns.annotation, file);
    })
  );
}

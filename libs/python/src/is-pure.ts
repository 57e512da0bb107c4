import type { AnyNode, Call, Comparison, Lambda } from 'libcst-wasm';
import { isBoolean } from './is-boolean.ts';
import { isBound } from './is-bound.ts';
import { builtinCall, isBuiltin } from './known-globals.ts';
import type { SourceFile } from './parse.ts';
import { truthinessOf } from './truthiness-of.ts';

/**
 * How much is taken on trust. `members` is the convention of libs/typescript: reading an attribute runs no code that matters and
 * does not fail, nor does an operator, a comparison, a test of truth, or turning a value into a string.
 */
export type Trust = 'nothing' | 'members';

/**
 * True when the evaluation of the expression may be dropped and nothing is lost but its value.
 *
 * In Python nearly everything may run code: an attribute may be a property, `==`, `+`, `in`, `not` and a test of truth are methods,
 * and an item that is missing raises. With trust in nothing only these are pure: literals, displays of pure items, lambdas, `is`,
 * names that certainly have a value (else reading one raises NameError), and the operators on literals. Calls, `await`, `yield`,
 * `:=`, items and comprehensions are never pure, but for a few builtins.
 */
export function isPure(node: AnyNode | null | undefined, file: SourceFile, trust: Trust = 'nothing'): boolean {
  if (!node) return true;
  const pure = (part: AnyNode | null | undefined) => isPure(part, file, trust);
  const tested = (part: AnyNode) => pure(part) && (trust === 'members' || hasPlainTruth(part, file));
  switch (node.type) {
    case 'Integer':
    case 'Float':
    case 'Imaginary':
    case 'SimpleString':
    case 'Ellipsis':
      return true;
    case 'ConcatenatedString':
      return pure(node.left) && pure(node.right);
    case 'FormattedString':
      return node.parts.every(pure);
    case 'FormattedStringText':
      return true;
    case 'FormattedStringExpression':
      return (
        pure(node.expression) &&
        (trust === 'members' || isConstant(node.expression)) &&
        (node.formatSpec ?? []).every(pure)
      );
    case 'Name':
      return isConstant(node) || isBuiltin(node, file) || isBound(node, file);
    case 'Lambda':
      return parametersOf(node).every(pure);
    case 'Tuple':
    case 'List':
      return node.elements.every(pure);
    case 'Set':
      return node.elements.every((element) => pure(element) && (trust === 'members' || isConstant(element.value)));
    case 'Dict':
      return node.elements.every((element) =>
        element.type === 'DictElement'
          ? pure(element.key) && pure(element.value) && (trust === 'members' || isConstant(element.key))
          : element.value.type === 'Dict' && pure(element.value),
      );
    case 'Element':
      return pure(node.value);
    case 'StarredElement':
      return /^(?:Tuple|List|Set|SimpleString)$/.test(node.value.type) && pure(node.value);
    case 'UnaryOperation':
      if (node.operator.type === 'Not') return tested(node.expression);
      if (trust === 'members') return pure(node.expression);
      // ~1.5 raises.
      return node.operator.type === 'BitInvert' ? node.expression.type === 'Integer' : isNumber(node.expression);
    case 'BooleanOperation':
      return tested(node.left) && pure(node.right);
    case 'IfExp':
      return tested(node.test) && pure(node.body) && pure(node.orelse);
    case 'Comparison':
      return isPureComparison(node, file, trust);
    case 'BinaryOperation':
      if (!pure(node.left) || !pure(node.right)) return false;
      // 1 / 0 raises, and 2 ** 10_000_000 takes its time.
      if (isNumber(node.left) && isNumber(node.right)) return /^(?:Add|Subtract|Multiply)$/.test(node.operator.type);
      return trust === 'members';
    case 'Attribute':
      return trust === 'members' && pure(node.value);
    case 'Call':
      return isPureCall(node, file, trust);
    default:
      return false;
  }
}

function isPureComparison({ left, comparisons }: Comparison, file: SourceFile, trust: Trust): boolean {
  const operands: readonly AnyNode[] = [left, ...comparisons.map(({ comparator }) => comparator)];
  if (!operands.every((operand) => isPure(operand, file, trust))) return false;
  if (comparisons.every(({ operator }) => operator.type === 'Is' || operator.type === 'IsNot')) return true;
  if (trust === 'members') return true;
  // 1 < 'a' raises; 1 == 'a' does not.
  const isEquality = comparisons.every(({ operator }) => /^(?:Equal|NotEqual|Is|IsNot)$/.test(operator.type));
  return operands.every(isConstant) && (isEquality || operands.every(isNumber));
}

const harmless: Readonly<Record<Trust, ReadonlySet<string>>> = {
  nothing: new Set(['callable', 'id', 'type']),
  members: new Set(['callable', 'id', 'type', 'isinstance', 'issubclass', 'hasattr', 'bool']),
};

function isPureCall(call: Call, file: SourceFile, trust: Trust): boolean {
  const name = builtinCall(call, file);
  if (name === undefined || !harmless[trust].has(name)) return false;
  // type(name, bases, namespace) makes a class.
  if (name === 'type' && call.args.length !== 1) return false;
  return call.args.every(({ value }) => isPure(value, file, trust));
}

/** The test of its truth runs no code of the program. */
function hasPlainTruth(node: AnyNode, file: SourceFile): boolean {
  return truthinessOf(node) !== undefined || isConstant(node) || isBoolean(node, file);
}

/** Literals, and tuples of them: they can be hashed, compared and formatted by Python's own code alone. */
function isConstant(node: AnyNode): boolean {
  switch (node.type) {
    case 'Integer':
    case 'Float':
    case 'Imaginary':
    case 'SimpleString':
    case 'Ellipsis':
      return true;
    case 'ConcatenatedString':
      return isConstant(node.left) && isConstant(node.right);
    case 'Name':
      return node.value === 'True' || node.value === 'False' || node.value === 'None' || node.value === '__debug__';
    case 'UnaryOperation':
      return /^(?:Plus|Minus)$/.test(node.operator.type) && isNumber(node.expression);
    case 'Tuple':
      return node.elements.every((element) => element.type === 'Element' && isConstant(element.value));
    default:
      return false;
  }
}

function isNumber(node: AnyNode): boolean {
  if (node.type === 'UnaryOperation') return node.operator.type === 'Minus' && isNumber(node.expression);
  return node.type === 'Integer' || node.type === 'Float';
}

/** Default values are evaluated where the lambda stands. */
function parametersOf({ params }: Lambda): readonly (AnyNode | null)[] {
  const all = [...params.posonlyParams, ...params.params, ...params.kwonlyParams];
  return all.map((param) => param.default);
}

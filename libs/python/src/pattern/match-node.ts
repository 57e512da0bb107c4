import type { AnyNode, Dict, SubscriptElement } from 'libcst-wasm';
import { stringValue } from '../string-value.ts';
import { isRest, matchArguments, matchList } from './match-arguments.ts';
import { readMetavariable } from './metavariables.ts';

type Match = (pattern: AnyNode, node: AnyNode, captures: Map<string, AnyNode>) => boolean;

/** Fills the captures as far as it gets, also when the answer is no. Parentheses, white space and kinds of quotes do not count. */
export const matchNode: Match = (pattern, node, captures) => {
  const name = readMetavariable(pattern);
  if (name) return capture(name, node, captures);
  const same = (part: AnyNode, other: AnyNode) => matchNode(part, other, captures);
  const both = (part: AnyNode | null, other: AnyNode | null) =>
    part === null || other === null ? part === other : same(part, other);
  switch (pattern.type) {
    case 'Name':
      return node.type === 'Name' && node.value === pattern.value;
    case 'Ellipsis':
      return node.type === 'Ellipsis';
    case 'Integer':
    case 'Float':
    case 'Imaginary':
      return node.type === pattern.type && numberOf(node.value) === numberOf(pattern.value);
    case 'SimpleString':
    case 'ConcatenatedString':
    case 'FormattedString': {
      const value = stringValue(pattern);
      return value === undefined ? node.code === pattern.code : stringValue(node) === value;
    }
    case 'Attribute':
      return node.type === 'Attribute' && same(pattern.value, node.value) && same(pattern.attr, node.attr);
    case 'Subscript':
      return (
        node.type === 'Subscript' && same(pattern.value, node.value) && matchList(pattern.slice, node.slice, captures)
      );
    case 'SubscriptElement':
      return node.type === 'SubscriptElement' && matchSlice(pattern, node, captures);
    case 'Call':
      return node.type === 'Call' && same(pattern.func, node.func) && matchArguments(pattern.args, node.args, captures);
    case 'Arg':
      return (
        node.type === 'Arg' &&
        node.star === pattern.star &&
        both(pattern.keyword, node.keyword) &&
        same(pattern.value, node.value)
      );
    case 'Await':
      return node.type === 'Await' && same(pattern.expression, node.expression);
    case 'UnaryOperation':
      return (
        node.type === 'UnaryOperation' &&
        node.operator.type === pattern.operator.type &&
        same(pattern.expression, node.expression)
      );
    case 'BinaryOperation':
    case 'BooleanOperation':
      return (
        node.type === pattern.type &&
        node.operator.type === pattern.operator.type &&
        same(pattern.left, node.left) &&
        same(pattern.right, node.right)
      );
    case 'Comparison':
      return (
        node.type === 'Comparison' &&
        same(pattern.left, node.left) &&
        matchList(pattern.comparisons, node.comparisons, captures)
      );
    case 'ComparisonTarget':
      return (
        node.type === 'ComparisonTarget' &&
        node.operator.type === pattern.operator.type &&
        same(pattern.comparator, node.comparator)
      );
    case 'IfExp':
      return (
        node.type === 'IfExp' &&
        same(pattern.test, node.test) &&
        same(pattern.body, node.body) &&
        same(pattern.orelse, node.orelse)
      );
    case 'NamedExpr':
      return node.type === 'NamedExpr' && same(pattern.target, node.target) && same(pattern.value, node.value);
    case 'Lambda':
      return node.type === 'Lambda' && matchParameters(pattern, node, captures) && same(pattern.body, node.body);
    case 'Tuple':
    case 'List':
    case 'Set':
      return node.type === pattern.type && matchList(pattern.elements, node.elements, captures);
    case 'Element':
    case 'StarredElement':
      return node.type === pattern.type && same(pattern.value, node.value);
    case 'Dict':
      return node.type === 'Dict' && matchDict(pattern, node, captures);
    default:
      return false;
  }
};

function capture(name: string, node: AnyNode, captures: Map<string, AnyNode>): boolean {
  if (name === '$_') return true;
  const before = captures.get(name);
  if (before) return matchNode(before, node, new Map());
  captures.set(name, node);
  return true;
}

function matchSlice(
  { slice: pattern }: SubscriptElement,
  { slice: node }: SubscriptElement,
  captures: Map<string, AnyNode>,
): boolean {
  if (pattern.type === 'Index') {
    return node.type === 'Index' && node.star === pattern.star && matchNode(pattern.value, node.value, captures);
  }
  if (node.type !== 'Slice') return false;
  return (['lower', 'upper', 'step'] as const).every((key) => {
    const [part, other] = [pattern[key], node[key]];
    return part === null || other === null ? part === other : matchNode(part, other, captures);
  });
}

/** Plain parameters alone: a pattern with defaults or stars is not worth its law. */
const matchParameters: Match = (pattern, node, captures) => {
  if (pattern.type !== 'Lambda' || node.type !== 'Lambda') return false;
  const isPlain = ({ params: { starArg, starKwarg, kwonlyParams, posonlyParams, params } }: typeof pattern) =>
    starArg === null &&
    starKwarg === null &&
    kwonlyParams.length + posonlyParams.length === 0 &&
    params.every((param) => param.default === null);
  const names = ({ params }: typeof pattern) => params.params.map((param) => param.name);
  return isPlain(pattern) && isPlain(node) && matchList(names(pattern), names(node), captures);
};

/** `{'flag': $FLAG}` is any dictionary that has such a key. */
function matchDict(pattern: Dict, node: Dict, captures: Map<string, AnyNode>): boolean {
  return pattern.elements.every((expected) => {
    if (isRest(expected)) return true;
    if (expected.type !== 'DictElement') return false;
    const found = node.elements.find(
      (element) => element.type === 'DictElement' && matchNode(expected.key, element.key, new Map()),
    );
    return found?.type === 'DictElement' && matchNode(expected.value, found.value, captures);
  });
}

/** `1_000` and `1000`, `0x10` and `16` are the same number. */
function numberOf(literal: string): string {
  const text = literal.replaceAll('_', '').toLowerCase();
  return text.endsWith('j') ? text : /^0[box]/.test(text) ? String(BigInt(text)) : text.replace(/^0+(?=\d)/, '');
}

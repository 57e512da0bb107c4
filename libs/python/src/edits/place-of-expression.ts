import type { AnyNode, BaseExpression } from 'libcst-wasm';
import { Precedence, precedenceOfOperator } from './precedence.ts';

/**
 * What may stand where an expression stands: anything that binds at least as tightly as a number says;
 * `statement`, also a tuple without parentheses and `yield`; `values`, a tuple but no `yield`; or only expressions of a
 * kind.
 */
export type Place = number | 'statement' | 'values' | Kind;

/**
 * Expressions of a kind: a `target` of an assignment, a `variable`, which is a target that is no list, a `name`, a
 * `dotted` name, a `pattern` of a `match`, a `string` beside another.
 */
export type Kind = 'target' | 'variable' | 'name' | 'dotted' | 'pattern' | 'string';

/** Any expression but a walrus, which is legal in most of these places and nowhere worth the risk. */
const any = Precedence.lambda;

const places: Readonly<Record<string, Place>> = {
  'Expr.value': 'statement',
  'Assign.value': 'statement',
  'AugAssign.value': 'statement',
  'Return.value': 'values',
  'Yield.value': 'values',
  'For.iter': 'values',
  'FormattedStringExpression.expression': Precedence.conditional,
  'TemplatedStringExpression.expression': Precedence.conditional,
  'ComparisonTarget.comparator': Precedence.bitOr,
  'Comparison.left': Precedence.bitOr,
  'IfExp.test': Precedence.or,
  'IfExp.body': Precedence.or,
  'Await.expression': Precedence.primary,
  'Attribute.value': Precedence.primary,
  'Call.func': Precedence.primary,
  'Subscript.value': Precedence.primary,
  // `*a | b` is one operand, `*a or b` is not.
  'StarredElement.value': Precedence.bitOr,
  'StarredDictElement.value': Precedence.bitOr,
  'StarredDictComp.value': Precedence.bitOr,
  // `x[lambda: a:b]` and `{lambda: a: b}` have one colon too many for a reader.
  'Slice.lower': Precedence.or,
  'Slice.upper': Precedence.or,
  'Slice.step': Precedence.or,
  'DictElement.key': Precedence.or,
  'DictComp.key': Precedence.or,
  // `[x for x in a if b else c]` takes the `if` for its own.
  'CompFor.iter': Precedence.or,
  'CompIf.test': Precedence.or,
  'AssignTarget.target': 'target',
  'AnnAssign.target': 'variable',
  'AugAssign.target': 'variable',
  'CompFor.target': 'target',
  'For.target': 'target',
  'Del.target': 'target',
  'ConcatenatedString.left': 'string',
  'ConcatenatedString.right': 'string',
  'MatchValue.value': 'pattern',
  'MatchSingleton.value': 'pattern',
  'MatchMappingElement.key': 'pattern',
  'MatchClass.cls': 'dotted',
  'ImportFrom.module': 'dotted',
  'LazyImportFrom.module': 'dotted',
  ...Object.fromEntries(
    [
      'AnnAssign.value',
      'Annotation.annotation',
      'Arg.value',
      'Assert.msg',
      'Assert.test',
      'Decorator.decorator',
      'DictComp.value',
      'DictElement.value',
      'Element.value',
      'ExceptHandler.type_',
      'ExceptStarHandler.type_',
      'From.item',
      'GeneratorExp.elt',
      'If.test',
      'IfExp.orelse',
      'Lambda.body',
      'ListComp.elt',
      'Match.subject',
      'MatchCase.guard',
      'NamedExpr.value',
      'Param.default',
      'Raise.exc',
      'SetComp.elt',
      'TypeAlias.value',
      'TypeParam.default',
      'TypeVar.bound',
      'While.test',
      'WithItem.item',
    ].map((place) => [place, any]),
  ),
};

/** What may stand where `parent` has the field `key`. */
export function placeOf(parent: AnyNode, key: string): Place {
  switch (parent.type) {
    case 'BinaryOperation': {
      const own = precedenceOfOperator(parent.operator);
      // `a ** b ** c` is `a ** (b ** c)`, and `a ** -b` needs no parentheses.
      if (parent.operator.type === 'Power') return key === 'left' ? Precedence.await : Precedence.unary;
      return key === 'left' ? own : own + 1;
    }
    case 'BooleanOperation': {
      const own = parent.operator.type === 'And' ? Precedence.and : Precedence.or;
      return key === 'left' ? own : own + 1;
    }
    case 'UnaryOperation':
      return parent.operator.type === 'Not' ? Precedence.not : Precedence.unary;
    case 'Attribute':
      if (key === 'value' && parent.parent !== null) return placeOfReceiver(parent, parent.parent);
      break;
    case 'ImportAlias':
      return parent.parent?.type === 'Import' || parent.parent?.type === 'LazyImport' ? 'dotted' : 'name';
    case 'AsName':
      return parent.parent?.type === 'WithItem' ? 'target' : 'name';
    case 'Element':
    case 'StarredElement':
      return isInTarget(parent) ? 'target' : (places[`${parent.type}.${key}`] as Place);
    case 'Index':
      return parent.star === null ? any : Precedence.bitOr;
  }
  // Whatever else holds an expression holds a name: that of a function, of an argument, of an attribute.
  return places[`${parent.type}.${key}`] ?? 'name';
}

/** `a.b` of an import or a pattern takes no call for its `a`. */
function placeOfReceiver(attribute: AnyNode, above: AnyNode): Place {
  const place = placeOf(above, keyOf(attribute, above));
  return place === 'pattern' || place === 'dotted' ? 'dotted' : Precedence.primary;
}

/** Whether the element is one of those of `a, *b = …`. */
function isInTarget(element: AnyNode): boolean {
  const list = element.parent;
  if (list?.type !== 'Tuple' && list?.type !== 'List') return false;
  return list.parent !== null && placeOf(list.parent, keyOf(list, list.parent)) === 'target';
}

/** The field of its parent that a node stands in. */
export function keyOf(node: AnyNode, parent: AnyNode): string {
  const fields = Object.getOwnPropertyNames(Object.getPrototypeOf(parent));
  const values = parent as unknown as Readonly<Record<string, unknown>>;
  return fields.find((field) => field !== 'constructor' && values[field] === node) ?? '';
}

/** Whether the expression may stand at a place that is only for some. */
export function isOfKind(node: BaseExpression, kind: Kind): boolean {
  switch (kind) {
    case 'name':
      return node.type === 'Name' && !isConstant(node);
    case 'target':
      return node.type === 'Name' ? !isConstant(node) : targets.has(node.type);
    case 'variable':
      return (
        isOfKind(node, 'target') && node.type !== 'Tuple' && node.type !== 'List' && node.type !== 'StarredElement'
      );
    case 'dotted':
      return node.type === 'Attribute' ? isOfKind(node.value, 'dotted') : isOfKind(node, 'name');
    case 'string':
      return strings.has(node.type);
    case 'pattern':
      // A name would not be compared with: it would be bound.
      return node.type === 'Name' ? isConstant(node) : isLiteral(node);
    default:
      return kind satisfies never;
  }
}

const targets: ReadonlySet<string> = new Set(['Attribute', 'Subscript', 'Tuple', 'List', 'StarredElement']);
const strings: ReadonlySet<string> = new Set(['SimpleString', 'ConcatenatedString', 'FormattedString']);
const literals: ReadonlySet<string> = new Set(['Integer', 'Float', 'Imaginary', 'SimpleString']);

const isConstant = ({ value }: { readonly value: string }): boolean => /^(?:True|False|None)$/.test(value);

function isLiteral(node: BaseExpression): boolean {
  if (node.type === 'UnaryOperation' && node.operator.type === 'Minus') return isLiteral(node.expression);
  if (node.type === 'Attribute') return isOfKind(node, 'dotted');
  return literals.has(node.type);
}

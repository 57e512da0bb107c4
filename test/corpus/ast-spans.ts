import { type AnyNode, type Module, type Node, walk } from 'libcst-wasm';

/** CPython's names for nodes whose positions are the same as ours. */
const same: Partial<Record<AnyNode['type'], readonly string[]>> = {
  Name: ['Name', 'Constant bool', 'Constant NoneType'],
  Attribute: ['Attribute'],
  Call: ['Call'],
  Subscript: ['Subscript'],
  BinaryOperation: ['BinOp'],
  BooleanOperation: ['BoolOp'],
  Comparison: ['Compare'],
  UnaryOperation: ['UnaryOp'],
  Lambda: ['Lambda'],
  IfExp: ['IfExp'],
  NamedExpr: ['NamedExpr'],
  Await: ['Await'],
  Yield: ['Yield', 'YieldFrom'],
  List: ['List'],
  Set: ['Set'],
  Dict: ['Dict'],
  ListComp: ['ListComp'],
  SetComp: ['SetComp'],
  DictComp: ['DictComp'],
  StarredElement: ['Starred'],
  Integer: ['Constant int'],
  Float: ['Constant float'],
  Imaginary: ['Constant complex'],
  Ellipsis: ['Constant ellipsis'],
  SimpleString: ['Constant str', 'Constant bytes'],
  ConcatenatedString: ['Constant str', 'Constant bytes', 'JoinedStr'],
  FormattedString: ['JoinedStr'],
  FormattedStringExpression: ['FormattedValue'],
  FunctionDef: ['FunctionDef', 'AsyncFunctionDef'],
  ClassDef: ['ClassDef'],
  If: ['If'],
  For: ['For', 'AsyncFor'],
  While: ['While'],
  Try: ['Try'],
  TryStar: ['TryStar'],
  ExceptHandler: ['ExceptHandler'],
  ExceptStarHandler: ['ExceptHandler'],
  With: ['With', 'AsyncWith'],
  Match: ['Match'],
  Expr: ['Expr'],
  Return: ['Return'],
  Raise: ['Raise'],
  Assert: ['Assert'],
  Del: ['Delete'],
  Pass: ['Pass'],
  Break: ['Break'],
  Continue: ['Continue'],
  Global: ['Global'],
  Nonlocal: ['Nonlocal'],
  Assign: ['Assign'],
  AnnAssign: ['AnnAssign'],
  AugAssign: ['AugAssign'],
  Import: ['Import'],
  ImportFrom: ['ImportFrom'],
  ImportAlias: ['alias'],
  ImportStar: ['alias'],
  TypeAlias: ['TypeAlias'],
  MatchSingleton: ['MatchSingleton'],
  MatchList: ['MatchSequence'],
  MatchMapping: ['MatchMapping'],
  MatchClass: ['MatchClass'],
  MatchAs: ['MatchAs'],
  MatchOr: ['MatchOr'],
};

/**
 * The nodes that CPython's `ast` should have for a module, as `type start end` in offsets of the source.
 *
 * Where the positions differ by design, ours is turned into CPython's.
 */
export function astSpansOf(module: Module): ReadonlySet<string> {
  const spans = new Set<string>();
  walk(module, (node) => {
    for (const type of same[node.type] ?? []) {
      spans.add(`${type} ${node.start} ${node.end}`);
      // CPython counts the semicolon of the last statement to the blocks that end with it.
      const semicolon = /^\s*;/.exec(module.code.slice(node.end, node.end + 9))?.[0];
      if (semicolon !== undefined && 'body' in node) spans.add(`${type} ${node.start} ${node.end + semicolon.length}`);
    }
    for (const [type, start, end] of differing(node)) spans.add(`${type} ${start} ${end}`);
  });
  return spans;
}

type Span = readonly [type: string, start: number, end: number];

/** Where CPython counts something in that LibCST leaves out, or the other way round. */
function differing(node: AnyNode): readonly Span[] {
  switch (node.type) {
    // LibCST counts the parentheses of the value to the pattern.
    case 'MatchValue':
      return [['MatchValue', node.value.start, node.value.end]];
    // The parentheses of a tuple are its own.
    case 'Tuple':
      return [withParentheses('Tuple', node)];
    case 'MatchTuple':
      return [withParentheses('MatchSequence', node)];
    // So are those of a generator, which may also be those of the call whose only argument it is.
    case 'GeneratorExp':
      return [withParentheses('GeneratorExp', node), ['GeneratorExp', ...parenthesesOfCall(node)]];
    // An argument is a node of CPython's only with a keyword or a star.
    case 'Arg':
      return [[node.star === '*' ? 'Starred' : 'keyword', node.start, node.end]];
    case 'Index':
      return node.star === null ? [] : [['Starred', node.start, node.value.fullEnd]];
    // Several things between the brackets are a tuple.
    case 'Subscript': {
      const last = node.slice.at(-1)!;
      return [['Tuple', node.slice[0]!.start, last.comma?.end ?? last.end]];
    }
    // LibCST counts the white space of the outer colons to the slice.
    case 'Slice': {
      const { start, end, code } = node;
      return [['Slice', start + code.length - code.trimStart().length, end - code.length + code.trimEnd().length]];
    }
    // A parameter goes from its name to the end of its annotation, without the star.
    case 'Param':
      return [['arg', node.name.start, node.annotation?.annotation.fullEnd ?? node.name.end]];
    // LibCST counts the comma to the element of a pattern.
    case 'MatchStar':
      return [['MatchStar', node.start, node.comma?.fullStart ?? node.end]];
    // With the default, which LibCST has beside it.
    case 'TypeParam': {
      const end = node.default?.fullEnd ?? node.param.end;
      return ['TypeVar', 'TypeVarTuple', 'ParamSpec'].map((type) => [type, node.param.start, end]);
    }
    default:
      return [];
  }
}

interface Parenthesized extends Node {
  readonly lpar: readonly Node[];
  readonly rpar: readonly Node[];
}

function withParentheses(type: string, node: Parenthesized): Span {
  // The innermost pair; further pairs are parentheses like any other.
  return [type, node.lpar.at(-1)?.start ?? node.start, node.rpar[0]?.fullEnd ?? node.end];
}

function parenthesesOfCall(node: Node): [start: number, end: number] {
  const call = node.parent?.type === 'Arg' ? node.parent.parent : null;
  return call?.type === 'Call' ? [call.whitespaceAfterFunc.fullEnd, call.end] : [node.start, node.end];
}

import { describe, expect, it } from 'vitest';
import { InvalidFieldError } from './errors/invalid-field-error.ts';
import * as n from './generated/nodes.ts';
import { shapes } from './generated/shapes.ts';
import { constructorOf, type Node } from './node.ts';
import { parseModule } from './parse-module.ts';

const name = (value: string): n.Name => n.Name.create({ value });
const one = n.Integer.create({ value: '1' });
const arg = (value: n.BaseExpression): n.Arg => n.Arg.create({ value });
const param = (value: string): n.Param => n.Param.create({ name: name(value) });
const expr = (value: n.BaseExpression): n.Expr => n.Expr.create({ value });
const line = (...body: n.BaseSmallStatement[]): n.SimpleStatementLine => n.SimpleStatementLine.create({ body });
const block = (...body: n.BaseStatement[]): n.IndentedBlock => n.IndentedBlock.create({ body });
const pass = block(line(n.Pass.create()));
const elements = (...values: n.BaseExpression[]): n.Element[] => values.map((value) => n.Element.create({ value }));
const [a, b, c] = [name('a'), name('b'), name('c')];

describe('create', () => {
  it.each<[string, Node]>([
    ['f(a, b)', n.Call.create({ func: name('f'), args: [arg(a), arg(b)] })],
    ['f()', n.Call.create({ func: name('f') })],
    ['k = a', n.Arg.create({ keyword: name('k'), value: a })],
    ['a.b', n.Attribute.create({ value: a, attr: b })],
    ['a + b', n.BinaryOperation.create({ left: a, operator: n.Add.create(), right: b })],
    ['a and b', n.BooleanOperation.create({ left: a, operator: n.And.create(), right: b })],
    ['not a', n.UnaryOperation.create({ operator: n.Not.create(), expression: a })],
    ['-a', n.UnaryOperation.create({ operator: n.Minus.create(), expression: a })],
    [
      'a is not b',
      n.Comparison.create({
        left: a,
        comparisons: [n.ComparisonTarget.create({ operator: n.IsNot.create(), comparator: b })],
      }),
    ],
    ['a if b else c', n.IfExp.create({ body: a, test: b, orelse: c })],
    ['f(a := b)', n.Call.create({ func: name('f'), args: [arg(n.NamedExpr.create({ target: a, value: b }))] })],
    ['lambda: a', n.Lambda.create({ params: n.Parameters.create(), body: a })],
    ['lambda b: a', n.Lambda.create({ params: n.Parameters.create({ params: [param('b')] }), body: a })],
    ['await a', n.Await.create({ expression: a })],
    ['yield', n.Yield.create()],
    ['yield a', n.Yield.create({ value: a })],
    ['yield from a', n.Yield.create({ value: n.From.create({ item: a }) })],
    ['()', n.Tuple.create({ elements: [] })],
    ['(a,)', n.Tuple.create({ elements: elements(a) })],
    ['(a, b)', n.Tuple.create({ elements: elements(a, b) })],
    ['a, b', n.Tuple.create({ elements: elements(a, b), lpar: [], rpar: [] })],
    ['[a]', n.List.create({ elements: elements(a) })],
    ['{a, b}', n.Set.create({ elements: elements(a, b) })],
    ['[*a]', n.List.create({ elements: [n.StarredElement.create({ value: a })] })],
    ['{a: b}', n.Dict.create({ elements: [n.DictElement.create({ key: a, value: b })] })],
    ['{**a}', n.Dict.create({ elements: [n.StarredDictElement.create({ value: a })] })],
    ['[a for b in c]', n.ListComp.create({ elt: a, forIn: compFor() })],
    ['(a for b in c)', n.GeneratorExp.create({ elt: a, forIn: compFor() })],
    ['{a: b for b in c}', n.DictComp.create({ key: a, value: b, forIn: compFor() })],
    ['a[b]', subscript(n.Index.create({ value: b }))],
    ['a[*b]', subscript(n.Index.create({ value: b, star: '*' }))],
    ['a[:]', subscript(n.Slice.create({ lower: null, upper: null }))],
    ['a[b:c]', subscript(n.Slice.create({ lower: b, upper: c }))],
    ['a[b:c:a]', subscript(n.Slice.create({ lower: b, upper: c, step: a }))],
    ['a[b, c]', subscript(n.Index.create({ value: b }), n.Index.create({ value: c }))],
    ['f"{a!r:x}"', formatted({ conversion: 'r', formatSpec: [n.FormattedStringText.create({ value: 'x' })] })],
    ['f"{a}"', formatted({})],
    [
      '"a" \'b\'',
      n.ConcatenatedString.create({ left: string('"a"'), whitespaceBetween: space(), right: string("'b'") }),
    ],
    ['return', n.Return.create()],
    ['return a', n.Return.create({ value: a })],
    ['raise', n.Raise.create()],
    ['raise a', n.Raise.create({ exc: a })],
    ['raise a from b', n.Raise.create({ exc: a, cause: n.From.create({ item: b }) })],
    ['assert a', n.Assert.create({ test: a })],
    ['assert a, b', n.Assert.create({ test: a, msg: b })],
    ['del a', n.Del.create({ target: a })],
    ['global a, b', n.Global.create({ names: [a, b].map((of) => n.NameItem.create({ name: of })) })],
    ['a = b = 1', n.Assign.create({ targets: [a, b].map((target) => n.AssignTarget.create({ target })), value: one })],
    ['a: b', n.AnnAssign.create({ target: a, annotation: annotation(b), value: null })],
    ['a: b = 1', n.AnnAssign.create({ target: a, annotation: annotation(b), value: one })],
    ['a += 1', n.AugAssign.create({ target: a, operator: n.AddAssign.create(), value: one })],
    ['import a', n.Import.create({ names: [n.ImportAlias.create({ name: a })] })],
    ['import a as b', n.Import.create({ names: [n.ImportAlias.create({ name: a, asname: as(b) })] })],
    ['from a import b, c', importFrom([b, c].map((of) => n.ImportAlias.create({ name: of })))],
    ['from a import *', importFrom(n.ImportStar.create())],
    ['from . import b', importFrom([n.ImportAlias.create({ name: b })], { module: null, relative: [n.Dot.create()] })],
    ['type a = b', n.TypeAlias.create({ name: a, value: b })],
    ['type a[b] = c', n.TypeAlias.create({ name: a, typeParameters: typeParameters(), value: c })],
  ])('%s', (text, node) => {
    expect(node.code).toBe(text);
    const parsed = parseModule(`${text}\n`);
    expect(parsed.body).toHaveLength(1);
  });

  it.each<[string, n.BaseStatement]>([
    ['pass\n', line()],
    ['pass\n', line(n.Pass.create())],
    ['a; b\n', line(expr(a), expr(b))],
    ['if a:\n    pass\n', n.If.create({ test: a, body: block() })],
    [
      'if a:\n    pass\nelif b:\n    pass\nelse:\n    pass\n',
      n.If.create({
        test: a,
        body: pass,
        orelse: n.If.create({ test: b, body: pass, orelse: n.Else.create({ body: pass }) }),
      }),
    ],
    ['if a: b\n', n.If.create({ test: a, body: n.SimpleStatementSuite.create({ body: [expr(b)] }) })],
    ['if a: pass\n', n.If.create({ test: a, body: n.SimpleStatementSuite.create({ body: [] }) })],
    ['while a:\n    pass\n', n.While.create({ test: a, body: pass })],
    ['for a in b:\n    pass\n', n.For.create({ target: a, iter: b, body: pass })],
    [
      'async for a in b:\n    pass\n',
      n.For.create({ target: a, iter: b, body: pass, asynchronous: n.Asynchronous.create() }),
    ],
    ['def a():\n    pass\n', def({})],
    ['def a() -> b:\n    pass\n', def({ returns: annotation(b) })],
    ['def a[b]():\n    pass\n', def({ typeParameters: typeParameters() })],
    ['@b\ndef a():\n    pass\n', def({ decorators: [n.Decorator.create({ decorator: b })] })],
    [
      'def a(b, /, c, *d, e, **f):\n    pass\n',
      def({
        params: n.Parameters.create({
          posonlyParams: [param('b')],
          params: [param('c')],
          starArg: param('d'),
          kwonlyParams: [param('e')],
          starKwarg: param('f'),
        }),
      }),
    ],
    ['def a(*, e):\n    pass\n', def({ params: n.Parameters.create({ kwonlyParams: [param('e')] }) })],
    [
      'def a(b: c = 1):\n    pass\n',
      def({ params: n.Parameters.create({ params: [param('b').with({ annotation: annotation(c), default: one })] }) }),
    ],
    ['class a:\n    pass\n', n.ClassDef.create({ name: a, body: pass })],
    ['class a(b):\n    pass\n', n.ClassDef.create({ name: a, body: pass, bases: [arg(b)] })],
    [
      'class a(b, c=1):\n    pass\n',
      n.ClassDef.create({ name: a, body: pass, bases: [arg(b)], keywords: [keyword('c')] }),
    ],
    [
      'try:\n    pass\nexcept a as b:\n    pass\nfinally:\n    pass\n',
      n.Try.create({
        body: pass,
        handlers: [n.ExceptHandler.create({ body: pass, type_: a, name: as(b) })],
        finalbody: n.Finally.create({ body: pass }),
      }),
    ],
    [
      'try:\n    pass\nexcept* a:\n    pass\n',
      n.TryStar.create({ body: pass, handlers: [n.ExceptStarHandler.create({ body: pass, type_: a })] }),
    ],
    [
      'with a as b, c:\n    pass\n',
      n.With.create({
        items: [n.WithItem.create({ item: a, asname: as(b) }), n.WithItem.create({ item: c })],
        body: pass,
      }),
    ],
    [
      'match a:\n    case b:\n        pass\n    case (1, *_) | _:\n        pass\n',
      n.Match.create({
        subject: a,
        cases: [
          n.MatchCase.create({ pattern: n.MatchAs.create({ name: b }), body: pass }),
          n.MatchCase.create({
            pattern: n.MatchOr.create({
              patterns: [
                n.MatchTuple.create({
                  patterns: [
                    n.MatchSequenceElement.create({ value: n.MatchValue.create({ value: one }) }),
                    n.MatchStar.create(),
                  ],
                }),
                n.MatchAs.create(),
              ].map((pattern) => n.MatchOrElement.create({ pattern })),
            }),
            body: pass,
          }),
        ],
      }),
    ],
  ])('a statement: %j', (text, node) => {
    expect(node.code).toBe(text);
    expect(parseModule(text).code).toBe(text);
  });

  it('a module with its own newlines and indentation', () => {
    const body = [n.If.create({ test: a, body: pass })];
    expect(n.Module.create({ body, defaultIndent: '\t', defaultNewline: '\r\n' }).code).toBe('if a:\r\n\tpass\r\n');
    expect(n.Module.create({ body, hasTrailingNewline: false }).code).toBe('if a:\n    pass');
    expect(n.Module.create({ body: [] }).code).toBe('\n');
    expect(n.Module.create({ body: [], hasTrailingNewline: false }).code).toBe('');
    expect(n.Module.create({ body: [line(expr(a))], encoding: 'utf-8-sig' }).code).toBe('\ufeffa\n');
  });

  it('takes all the defaults of each class', () => {
    for (const { name: type, fields } of shapes.slice(1)) {
      if (fields.some((field) => field.default === undefined)) continue;
      const create = (constructorOf(type) as unknown as { create(): Node }).create;
      expect(typeof create().code).toBe('string');
    }
  });

  it('makes one node of each default, which all share', () => {
    expect(n.Comma.create().whitespaceAfter).toBe(n.Comma.create().whitespaceAfter);
  });
});

describe('what cannot stand in a field', () => {
  const failure = (run: () => unknown): InvalidFieldError => {
    try {
      run();
    } catch (error) {
      if (error instanceof InvalidFieldError) return error;
      throw error;
    }
    throw new Error('Nothing was thrown.');
  };

  it.each<[string, string, () => unknown]>([
    [
      'Name.valeu does not exist.',
      'The fields of Name are: value, lpar, rpar.',
      () => n.Name.create({ valeu: 'a' } as never),
    ],
    ['Name.value is missing.', 'A Name cannot be built without it.', () => n.Name.create({} as never)],
    ['Name.value cannot be a number.', 'It must be a string.', () => n.Name.create({ value: 1 } as never)],
    [
      'Expr.value cannot be a Pass.',
      'It must be Name, Ellipsis,',
      () => n.Expr.create({ value: n.Pass.create() } as never),
    ],
    ['Expr.value cannot be null.', 'It must be Name,', () => expr(a).with({ value: null } as never)],
    ['Call.args must be a list.', 'Give an array of Arg.', () => n.Call.create({ func: a, args: arg(b) } as never)],
    ['Call.args cannot be a Name.', 'It must be Arg.', () => n.Call.create({ func: a, args: [b] } as never)],
    [
      'EmptyLine.indent cannot be a string.',
      'It must be true or false.',
      () => n.EmptyLine.create({ indent: '' } as never),
    ],
    ['Pass.nothing does not exist.', 'The fields of Pass are:', () => n.Pass.create().with({ nothing: 1 } as never)],
  ])('%s', (message, hint, run) => {
    const { code, ...error } = failure(run);
    expect(code).toBe('invalid-field');
    expect(failure(run).message).toBe(message);
    expect(error.hint).toContain(hint);
  });
});

describe('nodes do not change', () => {
  it('lists are frozen, parsed and built', () => {
    const call = parseModule('f(a)\n').body[0] as n.SimpleStatementLine;
    for (const list of [call.body, line(expr(a)).body, n.Call.create({ func: a }).args]) {
      expect(() => (list as unknown[]).push(1)).toThrow(TypeError);
    }
  });

  it('a list that was given can be changed afterwards without changing the node', () => {
    const args = [arg(a)];
    const call = n.Call.create({ func: name('f'), args });
    args.push(arg(b));
    expect(call.code).toBe('f(a)');
  });
});

function compFor(): n.CompFor {
  return n.CompFor.create({ target: b, iter: c });
}
function subscript(...slices: n.BaseSlice[]): n.Subscript {
  return n.Subscript.create({ value: a, slice: slices.map((slice) => n.SubscriptElement.create({ slice })) });
}
function formatted(init: Partial<n.FormattedStringExpressionInit>): n.FormattedString {
  return n.FormattedString.create({ parts: [n.FormattedStringExpression.create({ expression: a, ...init })] });
}
function string(value: string): n.SimpleString {
  return n.SimpleString.create({ value });
}
function space(): n.SimpleWhitespace {
  return n.SimpleWhitespace.create({ value: ' ' });
}
function annotation(of: n.BaseExpression): n.Annotation {
  return n.Annotation.create({ annotation: of });
}
function as(of: n.Name): n.AsName {
  return n.AsName.create({ name: of });
}
function importFrom(names: n.ImportFrom['names'], init: Partial<n.ImportFromInit> = {}): n.ImportFrom {
  return n.ImportFrom.create({ module: a, names, ...init });
}
function typeParameters(): n.TypeParameters {
  return n.TypeParameters.create({ params: [n.TypeParam.create({ param: n.TypeVar.create({ name: b }) })] });
}
function def(init: Partial<n.FunctionDefInit>): n.FunctionDef {
  return n.FunctionDef.create({ name: a, params: n.Parameters.create(), body: pass, ...init });
}
function keyword(value: string): n.Arg {
  const none = n.SimpleWhitespace.create({ value: '' });
  return arg(one).with({
    keyword: name(value),
    equal: n.AssignEqual.create({ whitespaceBefore: none, whitespaceAfter: none }),
  });
}

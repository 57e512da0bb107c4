import { describe, expect, expectTypeOf, it } from 'vitest';
import { InvalidPatternError } from '../errors/invalid-pattern-error.ts';
import { findAll, findFirst } from '../find-all.ts';
import type { Arg, Attribute, BaseExpression, Call, FunctionDef, Name } from '../generated/nodes.ts';
import { shapes } from '../generated/shapes.ts';
import { parseModule } from '../parse-module.ts';
import { extract, extractAll, matches } from './extract.ts';
import { m, type ValueFirst } from './m.ts';
import type { Matcher } from './matcher.ts';

/** The first node of a type in a text. */
const call = (source: string): Call => findFirst(parseModule(`${source}\n`), 'Call')!;
const args = (list: string): Call => call(`f(${list})`);

describe('m', () => {
  it('matches a node by its type and its fields, and does not care for the others', () => {
    const matcher = m.Call({ func: m.Name('print') });
    expect(matches(call('print(a, b)'), matcher)).toBe(true);
    expect(matches(call('(print)(a)'), matcher)).toBe(true);
    expect(matches(call('log(a)'), matcher)).toBe(false);
    expect(matches(call('print.print(a)'), matcher)).toBe(false);
    expect(matches(call('print(a)').func, matcher)).toBe(false);
  });

  it('takes the value alone where it is the first field, as LibCST does', () => {
    const fields: readonly ValueFirst[] = shapes
      .filter(({ fields: [first] }) => first?.name === 'value')
      .map(({ name }) => name as ValueFirst);
    // The list is written by hand for the compiler; this is what it should be.
    const known = Object.keys({
      Arg: 0,
      Attribute: 0,
      Comment: 0,
      Element: 0,
      Expr: 0,
      Float: 0,
      FormattedStringText: 0,
      Imaginary: 0,
      Index: 0,
      Integer: 0,
      MatchSequenceElement: 0,
      MatchSingleton: 0,
      MatchValue: 0,
      Name: 0,
      Newline: 0,
      Return: 0,
      SimpleString: 0,
      SimpleWhitespace: 0,
      StarredDictComp: 0,
      StarredDictElement: 0,
      StarredElement: 0,
      Subscript: 0,
      TemplatedStringText: 0,
      Yield: 0,
    } satisfies Record<ValueFirst, 0>);
    expect([...fields].sort()).toEqual(known);
    expect(matches(args('1').args[0]!, m.Arg(m.Integer('1')))).toBe(true);
    expect(matches(args('1').args[0]!, m.Arg(m.Integer('2')))).toBe(false);
    const returns = parseModule('def f():\n    return\n');
    expect(findAll(returns, m.Return(null))).toHaveLength(1);
    expect(findAll(returns, m.Return(m.Name()))).toHaveLength(0);
  });

  it('tests a text with a string, which must be all of it, or a regular expression, which must find something', () => {
    const { func } = call('print()');
    expect(matches(func, m.Name('print'))).toBe(true);
    expect(matches(func, m.Name('prin'))).toBe(false);
    expect(matches(func, m.Name(/rin/))).toBe(true);
    expect(matches(func, m.Name(/^rin/))).toBe(false);
    const global = m.Name(/i/g);
    expect([matches(func, global), matches(func, global)]).toEqual([true, true]);
    expect(matches(args('a=1').args[0]!, m.Arg({ keyword: /a/ as never }))).toBe(false);
  });

  it('tests null, true and false', () => {
    const [plain, named] = args('a, b=1').args;
    expect(matches(plain!, m.Arg({ keyword: null }))).toBe(true);
    expect(matches(named!, m.Arg({ keyword: null }))).toBe(false);
    expect(matches(named!, m.Arg({ keyword: m.not(null) }))).toBe(true);
    const [line] = parseModule('# a\n\nx\n').header;
    expect(matches(line!, m.EmptyLine({ indent: true, comment: m.Comment('# a') }))).toBe(true);
    expect(matches(line!, m.EmptyLine({ indent: false }))).toBe(false);
  });

  it('tests white space of no length', () => {
    expect(matches(call('f ()'), m.Call({ whitespaceAfterFunc: m.SimpleWhitespace(' ') }))).toBe(true);
    expect(matches(call('f()'), m.Call({ whitespaceAfterFunc: m.SimpleWhitespace('') }))).toBe(true);
  });

  it('takes a field that is undefined for one that is not given', () => {
    expect(matches(call('f()'), m.Call({ func: undefined as never }))).toBe(true);
  });

  it('matches null with nothing but patterns for null', () => {
    expect(matches(null, m.Name())).toBe(false);
    expect(matches(null, m.not(m.Name()))).toBe(true);
    expect(extract(null, m.oneOf(m.Name(), null))).toEqual({});
  });

  it('refuses a field that the node does not have', () => {
    // @ts-expect-error a slip of the pen
    expect(() => m.Call({ fucn: m.Name() })).toThrow('Call has no field named fucn');
    expect(() => m.Call({ leaves: 1 } as never)).toThrow(InvalidPatternError);
  });

  it('refuses what is no pattern', () => {
    // @ts-expect-error a number is no text
    expect(() => m.Integer(1)).toThrow(InvalidPatternError);
    // @ts-expect-error an argument is no expression
    m.Call({ func: m.Arg() });
    // @ts-expect-error an argument is no expression
    m.Arg(m.Arg());
    // @ts-expect-error a wildcard stands in lists only
    expect(() => m.Call({ func: m.zeroOrMore(m.Name()) })).toThrow('A wildcard does not stand in a list');
    // @ts-expect-error a wildcard stands in lists only
    expect(() => m.oneOf(m.zeroOrMore())).toThrow(InvalidPatternError);
  });
});

describe('oneOf, allOf, not, matchIf, doNotCare, typeOf', () => {
  it('stand wherever a value can stand', () => {
    const bool = m.Name(m.oneOf('True', 'False'));
    expect(findAll(parseModule('f(True, x, False)\n'), bool)).toHaveLength(2);
    const matcher = m.Call({
      func: m.oneOf(m.Name('f'), m.Attribute({ attr: m.Name('f') })),
      args: m.oneOf([], [m.Arg(m.not(bool))]),
    });
    expect(matches(call('f()'), matcher)).toBe(true);
    expect(matches(call('self.f(x)'), matcher)).toBe(true);
    expect(matches(call('f(True)'), matcher)).toBe(false);
    expect(matches(call('f(x, y)'), matcher)).toBe(false);
    expect(matches(call('f(x)(y)'), matcher)).toBe(false);
  });

  it('asks all of allOf', () => {
    const matcher = m.allOf(m.Name(/^get_/), m.not(m.Name(/_all$/)));
    const found = findAll(parseModule('get_one; get_all; set_one\n'), matcher);
    expectTypeOf(found).toEqualTypeOf<Name[]>();
    expect(found.map(({ value }) => value)).toEqual(['get_one']);
  });

  it('gives predicates what is in the field, typed', () => {
    const matcher = m.Call({
      func: m.matchIf((func) => {
        expectTypeOf(func).toEqualTypeOf<BaseExpression>();
        return func.lpar.length > 0;
      }),
      args: m.matchIf((list) => {
        expectTypeOf(list).toEqualTypeOf<readonly Arg[]>();
        return list.length === 2;
      }),
    });
    expect(matches(call('(f)(1, 2)'), matcher)).toBe(true);
    expect(matches(call('f(1, 2)'), matcher)).toBe(false);
    expect(matches(call('(f)(1)'), matcher)).toBe(false);
    expect(matches(call('f()').func, m.Name(m.matchIf((value) => value.length === 1)))).toBe(true);
    expect(
      findAll(
        call('f(a)'),
        m.matchIf((node) => node.code === 'a'),
      ).map(({ type }) => type),
    ).toEqual(['Arg', 'Name']);
  });

  it('matches one of several types by what they have in common', () => {
    const matcher = m.typeOf(['BinaryOperation', 'BooleanOperation'], { left: m.Name('a') });
    const found = findAll(parseModule('a + b; a and b; b + a; a < b\n'), matcher);
    expect(found.map(({ code }) => code)).toEqual(['a + b', 'a and b']);
    // @ts-expect-error not in both
    expect(() => m.typeOf(['Name', 'Call'], { func: m.Name() })).toThrow('Name has no field named func');
  });

  it('matches a list of a length by doNotCare', () => {
    const three = m.Call({ args: [m.doNotCare(), m.doNotCare(), m.doNotCare()] });
    expect(['', 'a', 'a, b', 'a, b, c', 'a, b, c, d'].map((list) => matches(args(list), three))).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('save', () => {
  it('saves nodes, texts and lists by name', () => {
    const matcher = m.Call({
      func: m.save('callee', m.Name(m.save('name', /./))),
      args: [m.save('first', m.Arg()), m.save('rest', m.zeroOrMore(m.Arg()))],
    });
    const node = call('f(a, b, c)');
    const found = extract(node, matcher)!;
    expectTypeOf(found.callee).toEqualTypeOf<Name>();
    expectTypeOf(found.name).toEqualTypeOf<string>();
    expectTypeOf(found.first).toEqualTypeOf<Arg>();
    expectTypeOf(found.rest).toEqualTypeOf<readonly Arg[]>();
    expect(found.callee).toBe(node.func);
    expect(found.name).toBe('f');
    expect(found.first).toBe(node.args[0]);
    expect(found.rest).toEqual(node.args.slice(1));
    expect(extract(call('f(a)'), matcher)!.rest).toEqual([]);
    expect(extract(call('f()'), matcher)).toBeNull();
  });

  it('saves in the short form and around lists and choices', () => {
    const short = extract(args('a'), m.Call({ args: m.save('args', [m.Arg(m.save('value', m.Name()))]) }))!;
    expectTypeOf(short.value).toEqualTypeOf<Name>();
    expectTypeOf(short.args).toEqualTypeOf<readonly Arg[]>();
    expect(short.args[0]!.value).toBe(short.value);
    const either = m.save('it', m.oneOf(m.save('name', m.Name()), m.Attribute()));
    const found = extract(call('a.b()').func, either)!;
    expectTypeOf(found.it).toEqualTypeOf<Name | Attribute>();
    expectTypeOf(found.name).toEqualTypeOf<Name | undefined>();
    expect(found.it.code).toBe('a.b');
    expect(found.name).toBeUndefined();
  });

  it('saves whatever stands there, with the type of the field', () => {
    const found = extract(call('f(a)'), m.Call({ func: m.save('callee'), args: m.save('args') }))!;
    expectTypeOf(found.callee).toEqualTypeOf<BaseExpression>();
    expectTypeOf(found.args).toEqualTypeOf<readonly Arg[]>();
    expect([found.callee.code, found.args.length]).toEqual(['f', 1]);
    const item = extract(call('f(a)'), m.Call({ args: [m.Arg(m.save('value')), m.zeroOrMore(m.save('more'))] }))!;
    expectTypeOf(item.value).toEqualTypeOf<BaseExpression>();
    expect(item.value.code).toBe('a');
    expect(item.more).toBeUndefined();
    const kept = extract(
      call('f(a)'),
      m.Call({
        args: [
          m.save(
            'it',
            m.matchIf((arg: Arg) => arg.keyword === null),
          ),
        ],
      }),
    )!;
    expectTypeOf(kept.it).toEqualTypeOf<Arg>();
    expect(kept.it.code).toBe('a');
  });

  it('prefers the outer node, and in lists the later, where a name is saved twice', () => {
    const outer = m.save('it', m.Call({ func: m.save('it', m.Name()) }));
    expect(extract(call('f()'), outer as Matcher<Call, { it: Call }>)!.it.type).toBe('Call');
    const later = m.Call({ args: [m.save('it', m.Arg()), m.save('it', m.Arg())] });
    expect(extract(args('a, b'), later)!.it.code).toBe('b');
    const last = m.Call({ args: [m.zeroOrMore(m.Arg(m.save('last', m.Name()))), m.zeroOrMore()] });
    expect(extract(args('a, b, 1'), last)!.last!.code).toBe('b');
  });

  it('saves nothing of what is not to match', () => {
    expect(extract(args('a'), m.Call({ args: [m.Arg(m.not(m.save('no', m.Integer())))] }))).toEqual({});
  });

  it('gives what is saved of every match in the order of the text', () => {
    const module = parseModule('def f(a): pass\nclass A:\n    def g(b, c): pass\n');
    const named = m.save('def', m.FunctionDef({ name: m.Name(m.save('name', /./)) }));
    const found = extractAll(module, named);
    expectTypeOf(found[0]!.def).toEqualTypeOf<FunctionDef>();
    expect(found.map(({ name }) => name)).toEqual(['f', 'g']);
    expect(found.map((captures) => captures.def)).toEqual(findAll(module, 'FunctionDef'));
  });
});

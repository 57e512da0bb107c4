import type { AnyNode } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { InvalidPatternError } from './invalid-pattern-error.ts';
import { isParsed, parse } from './parse.ts';
import { compilePattern, matchPattern, metavariableOf } from './pattern.ts';

function parsed(text: string) {
  const file = parse('a.py', text);
  if (!isParsed(file)) throw new Error(file.message);
  return file.tree;
}
function expression(text: string): AnyNode {
  const [line] = parsed(`(${text})`).body;
  const [statement] = line?.type === 'SimpleStatementLine' ? line.body : [];
  if (statement?.type !== 'Expr') throw new Error(text);
  return statement.value;
}

/** The captures as texts; undefined when it is no instance. */
function match(pattern: string, text: string): Record<string, string> | undefined {
  const node = expression(text);
  const captures = matchPattern(compilePattern(pattern), node);
  return (
    captures && Object.fromEntries([...captures].map(([name, { start, end }]) => [name, `(${text})`.slice(start, end)]))
  );
}

describe('matchPattern', () => {
  it.each<[string, string, Record<string, string>]>([
    ['is_enabled($FLAG)', "is_enabled('a')", { $FLAG: "'a'" }],
    ['is_enabled($FLAG)', 'is_enabled(Keys.a,)', { $FLAG: 'Keys.a' }],
    ['is_enabled($FLAG)', '(is_enabled)((KEY))', { $FLAG: 'KEY' }],
    ['$OBJ.has_feature($FLAG)', "a.b().has_feature('a')", { $OBJ: 'a.b()', $FLAG: "'a'" }],
    [
      '$OBJ.variation($FLAG, $$$)',
      "client.variation('a', user, False, x=1, *y, **z)",
      { $OBJ: 'client', $FLAG: "'a'" },
    ],
    ['$OBJ.variation($FLAG, $$$)', "client.variation('a')", { $OBJ: 'client', $FLAG: "'a'" }],
    ['f($$$)', 'f()', {}],
    ['f($$$)', 'f(*a, b=1)', {}],
    ['f(*$$$)', 'f(a, b)', {}],
    ['f($$$, $LAST)', 'f(a, b, c)', { $LAST: 'c' }],
    ['f($FIRST, $$$, $LAST)', 'f(a, c)', { $FIRST: 'a', $LAST: 'c' }],
    ['f($_, $FLAG)', 'f(a, b)', { $FLAG: 'b' }],
    ['f($A, $A)', 'f(a.b, a . b)', { $A: 'a.b' }],
    ['f(key=$FLAG)', "f(key='a')", { $FLAG: "'a'" }],
    ['f(a=$A, b=$B)', 'f(b=2, a=1)', { $A: '1', $B: '2' }],
    ['f(key=$FLAG, $$$)', "f(x, default=1, key='a')", { $FLAG: "'a'" }],
    ['f($$$, key=$FLAG)', "f(key='a')", { $FLAG: "'a'" }],
    ['f(*$A)', 'f(*b)', { $A: 'b' }],
    ['f(**$A)', 'f(**b)', { $A: 'b' }],
    ['flags.$FLAG', 'flags.a', { $FLAG: 'a' }],
    ['settings.flags.a', 'settings.flags.a', {}],
    ['flags[$FLAG]', "flags['a']", { $FLAG: "'a'" }],
    ["flags['a']", 'flags["a"]', {}],
    ["flags['a']", "flags['' 'a']", {}],
    ['x[$A:$B]', 'x[1:2]', { $A: '1', $B: '2' }],
    ["f({'flag': $FLAG})", "f({**rest, 'other': 1, \"flag\": 'a'})", { $FLAG: "'a'" }],
    ["f({'flag': $FLAG, $$$})", "f({'flag': 'a'})", { $FLAG: "'a'" }],
    ['await get($FLAG)', "await get('a')", { $FLAG: "'a'" }],
    ['Flag($FLAG).on', "Flag('a').on", { $FLAG: "'a'" }],
    ['not $A', 'not (a)', { $A: 'a' }],
    ['$A == True', 'a.b == True', { $A: 'a.b' }],
    ['$A or False', 'a or False', { $A: 'a' }],
    ['$A in FLAGS', "'a' in FLAGS", { $A: "'a'" }],
    ['lambda s: s.$FLAG', 'lambda s: s.a', { $FLAG: 'a' }],
    ['[$A, 1, None]', '[a, 1, None]', { $A: 'a' }],
    ['f(0x10, 1_000, 1.5)', 'f(16, 1000, 1.5)', {}],
    ['$A if $B else 1', 'a if b else 1', { $A: 'a', $B: 'b' }],
    ["f('$FLAG')", "f('$FLAG')", {}],
  ])('%s is %s', (pattern, text, captures) => expect(match(pattern, text)).toEqual(captures));

  it.each([
    ['is_enabled($FLAG)', "is_enabled('a', b)"],
    ['is_enabled($FLAG)', 'is_enabled()'],
    ['is_enabled($FLAG)', 'is_enabled(*flags)'],
    ['is_enabled($FLAG)', 'is_enabled(**flags)'],
    ['is_enabled($FLAG)', "is_enabled(flag='a')"],
    ['is_enabled($FLAG)', "is_enabled('a', default=True)"],
    ['is_enabled($FLAG, $$$)', "is_enabled(*flags, 'a')"],
    ['is_enabled($FLAG)', "a.is_enabled('a')"],
    ['is_enabled($FLAG)', 'is_enabled'],
    ['$OBJ.has_feature($FLAG)', "has_feature('a')"],
    ['f($A, $A)', 'f(a, b)'],
    ['f($FIRST, $$$, $LAST)', 'f(a)'],
    ['f(key=$FLAG)', 'f(other=1)'],
    ['f(key=$FLAG)', 'f(key=1, other=1)'],
    ['f(*$A)', 'f(b)'],
    ['flags.a', "flags['a']"],
    ['flags.$FLAG', "flags['a']"],
    ['flags[$FLAG]', 'flags.a'],
    ['flags.a', 'flags.b'],
    ['x[$A]', 'x[1:2]'],
    ["f({'flag': $FLAG})", 'f({flag: 1})'],
    ['await get($FLAG)', "get('a')"],
    ['not $A', '-a'],
    ['$A == True', 'a is True'],
    ['$A == True', 'a == True == b'],
    ['[$A]', '[]'],
    ['[$A]', '[*a]'],
    ['1', "'1'"],
    ["'a'", "b'a'"],
    ["f('a')", "f(f'{a}')"],
    ['@f($FLAG)', 'f(1)'],
  ])('%s is not %s', (pattern, text) => expect(match(pattern, text)).toBeUndefined());

  it('compares a pattern with an @ with decorators', () => {
    const [definition] = parsed("@flag_required('a')\ndef f(): pass\n").body;
    if (definition?.type !== 'FunctionDef') throw new Error(definition?.type);
    const [decorator] = definition.decorators;
    const captures = matchPattern(compilePattern('@flag_required($FLAG)'), decorator!);
    expect(captures?.get('$FLAG')?.code).toBe("'a'");
    expect(matchPattern(compilePattern('@flag_required'), decorator!)).toBeUndefined();
    expect(matchPattern(compilePattern('flag_required($FLAG)'), decorator!)).toBeUndefined();
  });

  it('gives captures that the next look does not change', () => {
    const pattern = compilePattern('f($A, 1)');
    const first = matchPattern(pattern, expression('f(a, 1)'));
    expect(matchPattern(pattern, expression('f(b, 2)'))).toBeUndefined();
    const second = matchPattern(pattern, expression('f(c, 1)'));
    expect([first, second].map((captures) => captures?.get('$A')?.code)).toEqual(['a', 'c']);
    expect(first?.size).toBe(1);
  });
});

describe('compilePattern', () => {
  it.each(['', '@', 'a b', 'if a: pass', 'f(', 'a) + (b', 'a)(b', 'a; b', '}', '$$$', '$flag', 'x = 1'])(
    'refuses %j',
    (text) => {
      expect(() => compilePattern(text)).toThrow(InvalidPatternError);
    },
  );

  it.each(['f($$$)', "{'a': $A}", 'a # why', '@f', '$A, $B', 'a.b'])('takes %j', (text) => {
    expect(compilePattern(text).text).toBe(text);
  });

  it('names its metavariables', () => {
    const { expression: call } = compilePattern('$OBJ.f');
    expect(call.type === 'Attribute' && metavariableOf(call.value)).toBe('$OBJ');
    expect(metavariableOf(compilePattern('OBJ').expression)).toBeUndefined();
  });
});

import type { Node } from '@babel/types';
import { describe, expect, it } from 'vitest';
import { InvalidPatternError } from './invalid-pattern-error.ts';
import { isParsed, parse } from './parse.ts';
import { compilePattern, matchPattern } from './pattern.ts';
import { walk } from './walk.ts';

const before = 'class A { #a; #flags; async m() { (';

function expression(text: string): Node {
  const file = parse('a.ts', `${before}${text}); } }`);
  if (!isParsed(file)) throw new Error(file.message);
  let found: Node | undefined;
  walk(file.tree.program, (node) => {
    if (node.type === 'ExpressionStatement') found ??= node.expression;
  });
  return found!;
}

/** The captures as texts; undefined when it is no instance. */
function match(pattern: string, text: string): Record<string, string> | undefined {
  const captures = matchPattern(compilePattern(pattern), expression(text));
  const textOf = (node: Node): string => (before + text).slice(node.start!, node.end!);
  return captures && Object.fromEntries([...captures].map(([name, node]) => [name, textOf(node)]));
}

describe('matchPattern', () => {
  it.each<[string, string, Record<string, string>]>([
    ['isEnabled($FLAG)', "isEnabled('a')", { $FLAG: "'a'" }],
    ['isEnabled($FLAG)', 'isEnabled(KEYS.a as string)', { $FLAG: 'KEYS.a' }],
    ['$OBJ.isEnabled($FLAG, $$$)', "client!.isEnabled('a')", { $OBJ: 'client', $FLAG: "'a'" }],
    ['$OBJ.isEnabled($FLAG, $$$)', "a.b?.isEnabled('a', c, d)", { $OBJ: 'a.b', $FLAG: "'a'" }],
    ['f($$$, $LAST)', 'f(a, b, c)', { $LAST: 'c' }],
    ['f($$$, $LAST)', 'f(c)', { $LAST: 'c' }],
    ['f($FIRST, $$$, $LAST)', 'f(a, c)', { $FIRST: 'a', $LAST: 'c' }],
    ['f(...$$$)', 'f(a, b)', {}],
    ['f($_, $FLAG)', 'f(a, b)', { $FLAG: 'b' }],
    ['f($A, $A)', 'f(a.b, a.b)', { $A: 'a.b' }],
    ['flags.$FLAG', 'flags.a', { $FLAG: 'a' }],
    ['flags.$FLAG', "flags['a']", { $FLAG: "'a'" }],
    ['flags.$FLAG', 'flags?.a', { $FLAG: 'a' }],
    ['flags[$FLAG]', 'flags[a]', { $FLAG: 'a' }],
    ['flags?.a', "flags['a']", {}],
    ["flags['a']", 'flags.a', {}],
    ['use()?.flags.$FLAG', 'use().flags.a', { $FLAG: 'a' }],
    ['use({ flag: $FLAG })', "use({ other: 1, flag: 'a', ...rest })", { $FLAG: "'a'" }],
    ['use({ flag: $FLAG, $$$ })', "use({ 'flag': 'a' })", { $FLAG: "'a'" }],
    ['await get($FLAG)', "await get('a')", { $FLAG: "'a'" }],
    ['new Flag($FLAG).on', "new Flag('a').on", { $FLAG: "'a'" }],
    ['new Flag', 'new Flag()', {}],
    ['this.flags.$FLAG', 'this.flags.a', { $FLAG: 'a' }],
    ['!$A', '!(a)', { $A: 'a' }],
    ['$A === true', 'a.b === true', { $A: 'a.b' }],
    ['$A || false', 'a || false', { $A: 'a' }],
    ['use((s) => s.$FLAG)', 'use((s) => s.a)', { $FLAG: 'a' }],
    ['[$A, 1, null]', '[a, 1, null]', { $A: 'a' }],
    ['f(1, "a", -1)', "f(1, 'a', -1)", {}],
  ])('%s is %s', (pattern, text, captures) => expect(match(pattern, text)).toEqual(captures));

  it.each([
    ['isEnabled($FLAG)', "isEnabled('a', b)"],
    ['isEnabled($FLAG)', 'isEnabled()'],
    ['isEnabled($FLAG)', "a.isEnabled('a')"],
    ['isEnabled($FLAG)', "new isEnabled('a')"],
    ['isEnabled($FLAG)', 'isEnabled'],
    ['$OBJ.isEnabled($FLAG)', "isEnabled('a')"],
    ['f($A, $A)', 'f(a, b)'],
    ['f($FIRST, $$$, $LAST)', 'f(a)'],
    ['flags.a', 'flags[a]'],
    ['flags[a]', 'flags.a'],
    ['flags.a', 'flags.b'],
    ['$OBJ.a', 'this.#a'],
    ['flags.$FLAG', 'this.#flags.a'],
    ['use({ flag: $FLAG })', "use({ [flag]: 'a' })"],
    ['use({ flag: $FLAG })', 'use({ ...rest })'],
    ['await get($FLAG)', "get('a')"],
    ['!$A', '-a'],
    ['$A === true', 'a == true'],
    ['[$A]', '[]'],
    ['[$A]', '[,]'],
    ['1', "'1'"],
    ['null', 'undefined'],
  ])('%s is not %s', (pattern, text) => expect(match(pattern, text)).toBeUndefined());

  it('gives captures that the next look does not change', () => {
    const pattern = compilePattern('f($A, 1)');
    const first = matchPattern(pattern, expression('f(a, 1)'));
    expect(matchPattern(pattern, expression('f(b, 2)'))).toBeUndefined();
    const second = matchPattern(pattern, expression('f(c, 1)'));
    expect([first, second].map((captures) => captures?.get('$A'))).toMatchObject([{ name: 'a' }, { name: 'c' }]);
    expect(matchPattern(pattern, expression('f(d, 2)'))).toBeUndefined();
    expect(first?.size).toBe(1);
  });
});

describe('compilePattern', () => {
  it.each(['', 'a b', 'if (a) {}', 'f(', 'a); (b', 'a; b', '}'])('refuses %j', (text) => {
    expect(() => compilePattern(text)).toThrow(InvalidPatternError);
  });

  it.each(['f($$$)', '<A flag={$FLAG} />', '{ a: $A }', 'a // why'])('takes %j', (text) => {
    expect(compilePattern(text).text).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { parseFlagValue, valueAtRead } from './flag-value.ts';
import { InvalidValueError } from './invalid-value-error.ts';
import type { ReadShape } from './read-shape.ts';

describe('parseFlagValue', () => {
  it.each([
    ['true', true],
    ['false', false],
    [' true ', true],
    ['null', null],
    ['3', 3],
    ['-0.5', -0.5],
    ['1.0', '1.0'],
    ['007', '007'],
    ['1e3', '1e3'],
    ['NaN', 'NaN'],
    ['Infinity', 'Infinity'],
    ['', ''],
    ['blue', 'blue'],
    ['two words', 'two words'],
    ['"true"', 'true'],
    ['"1"', '1'],
    ['{"a":[1]}', { a: [1] }],
    ['["a"]', ['a']],
  ])('reads %j', (text, value) => {
    expect(parseFlagValue(text)).toEqual(value);
  });

  it.each(['True', 'FALSE', '{a:1}', '[1', '"open'])('refuses %s', (text) => {
    expect(() => parseFlagValue(text)).toThrow(InvalidValueError);
  });
});

describe('valueAtRead', () => {
  it('gives the value where the type allows it', () => {
    expect(valueAtRead({ match: 'f($FLAG)' }, 'blue')).toBe('blue');
    expect(valueAtRead({ match: 'f($FLAG)', yields: 'boolean' }, true)).toBe(true);
    expect(valueAtRead({ match: 'f($FLAG)', yields: 'object' }, ['a'])).toEqual(['a']);
  });

  it('gives nothing where the read cannot yield it', () => {
    expect(valueAtRead({ match: 'f($FLAG)', yields: 'boolean' }, 'blue')).toBeUndefined();
    expect(valueAtRead({ match: 'f($FLAG)', yields: 'string' }, true)).toBeUndefined();
    expect(valueAtRead({ match: 'f($FLAG)', yields: 'number' }, '3')).toBeUndefined();
  });

  it('gives the text to environment variables, which are never anything else', () => {
    expect(valueAtRead({ match: 'process.env.$FLAG', yields: 'text' }, false)).toBe('false');
    expect(valueAtRead({ match: 'process.env.$FLAG', yields: 'text' }, 'on')).toBe('on');
    expect(valueAtRead({ match: 'process.env.$FLAG', yields: 'text' }, { a: 1 })).toBe('{"a":1}');
  });
  it('gives what the service calls a boolean', () => {
    const treatment: ReadShape = { match: 'f($FLAG)', yields: 'string', values: { true: 'on', false: 'off' } };
    expect(valueAtRead(treatment, true)).toBe('on');
    expect(valueAtRead(treatment, false)).toBe('off');
    expect(valueAtRead(treatment, 'blue')).toBe('blue');
  });

  it('gives whether the value is true, but says nothing of a structure', () => {
    const truth = [true, 'blue', 1, false, '', 0, null, [], { a: 1 }].map((value) =>
      valueAtRead({ match: 'f($FLAG)', yields: 'truth' }, value),
    );
    expect(truth).toEqual([true, true, true, false, false, false, false, undefined, undefined]);
  });

  it('says nothing of what a flag carries when it is only on or off', () => {
    expect(valueAtRead({ match: 'f($FLAG)', yields: 'payload' }, true)).toBeUndefined();
    expect(valueAtRead({ match: 'f($FLAG)', yields: 'payload' }, 3)).toBe(3);
  });

  it('tells whole numbers from others', () => {
    expect([1, 1.5, '1'].map((value) => valueAtRead({ match: 'f($FLAG)', yields: 'integer' }, value))).toEqual([
      1,
      undefined,
      undefined,
    ]);
    expect([1, 1.5].map((value) => valueAtRead({ match: 'f($FLAG)', yields: 'float' }, value))).toEqual([
      undefined,
      1.5,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { OptionSpecs } from './codemod.ts';
import { resolveOptions } from './resolve-options.ts';

const options: OptionSpecs = {
  flag: { type: 'string', describe: 'Key of the flag.' },
  value: { type: 'json', describe: 'Its value.' },
  reads: { type: 'strings', describe: 'How it is read.', config: 'reads' },
  tier: { type: 'string', describe: 'How far.', choices: ['safe', 'log'], default: 'safe', config: 'tier' },
  detect: { type: 'boolean', describe: 'List.' },
  limit: { type: 'number', describe: 'At most.' },
  flags: { type: 'json', describe: 'Settled flags.', config: 'flags', configOnly: true },
};
const resolve = (given: object, config: object = {}) => resolveOptions(options, { ...given }, { ...config });

describe('resolveOptions', () => {
  it('takes the command line before ffsd.json before the default', () => {
    expect(resolve({}).tier).toBe('safe');
    expect(resolve({}, { tier: 'log' }).tier).toBe('log');
    expect(resolve({ tier: 'safe' }, { tier: 'log' }).tier).toBe('safe');
  });
  it('joins lists, configuration first', () => {
    expect(resolve({ reads: 'b($FLAG, $$$)' }, { reads: ['a($FLAG)', { match: 'c' }] }).reads).toEqual([
      'a($FLAG)',
      { match: 'c' },
      'b($FLAG, $$$)',
    ]);
  });
  it('leaves out what nobody gave', () => {
    expect(resolve({})).toEqual({ tier: 'safe' });
  });
  it.each([
    ['true', true],
    ['1', 1],
    ['"on"', 'on'],
    ['treatment', 'treatment'],
    ['{"a":1}', { a: 1 }],
    ['null', null],
  ])('reads the JSON value %s', (text, value) => {
    expect(resolve({ value: text }).value).toEqual(value);
  });
  it('reads no option from the command line that is only in ffsd.json', () => {
    expect(resolve({ flags: '{}' }, { flags: { a: { value: true } } }).flags).toEqual({ a: { value: true } });
  });
  it.each([
    [{ tier: 'sfae' }, '--tier must be one of safe, log, not "sfae"'],
    [{ flag: true }, '--flag must be a text, not true'],
    [{ flag: ['a', 'b'] }, '--flag can be given once only, not "a, b"'],
    [{ detect: 'perhaps' }, '--detect takes no value, or true or false, not "perhaps"'],
    [{ limit: 'many' }, '--limit must be a number, not "many"'],
    [{ limit: Number.NaN }, '--limit must be a number, not a text'],
  ])('refuses %j', (given, message) => {
    expect(() => resolve(given)).toThrow(message);
  });
  it('offers the nearest choice', () => {
    expect(() => resolve({ tier: 'sfae' })).toThrow(expect.objectContaining({ hint: 'Did you mean "safe"?' }));
  });
});

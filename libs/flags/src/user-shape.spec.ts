import { describe, expect, it } from 'vitest';
import { InvalidReadError } from './invalid-read-error.ts';
import { userShape } from './user-shape.ts';

describe('userShape', () => {
  it('takes a pattern', () => {
    expect(userShape(' isEnabled($FLAG) ')).toEqual({ match: 'isEnabled($FLAG)', source: 'user' });
  });

  it('takes an object', () => {
    const written = { match: 'flags.$FLAG', import: '~/flags', returns: 'object:.on', negate: true, key: 'camel-case' };
    expect(userShape(written)).toEqual({ ...written, source: 'user' });
  });

  it('takes all that a vocabulary can say of a read', () => {
    const written = {
      match: '@guarded($FLAG)',
      language: 'python',
      prefix: '!',
      yields: 'string',
      values: { true: 'on', false: 'off' },
    };
    expect(userShape(written)).toEqual({ ...written, source: 'user' });
  });

  it.each([
    'enableMoveStash()',
    'SETTINGS.allow_search',
    'f(")", $FLAG)',
    'list.includes($FLAG)',
    'a[`(`][$FLAG]',
    '$.x($FLAG)',
    '{% feature $FLAG %}',
  ])('takes %s', (pattern) => expect(userShape(pattern).match).toBe(pattern));

  it.each([
    ['', 'single quotation marks'],
    ['$FLAG', 'constants'],
    ['isEnabled($flag)', 'upper case'],
    ['either($FLAG, $FLAG)', 'Write $_'],
    ['isEnabled(, $$$)', 'single quotation marks'],
    ['flags.', 'single quotation marks'],
    ['isEnabled($FLAG', 'single quotation marks'],
    ['isEnabled($FLAG, 4711$)', 'single quotation marks'],
    ['f("$FLAG)', 'single quotation marks'],
    [{ import: 'x' }, 'pattern'],
    [{ match: 'f($FLAG)', imports: 'x' }, 'Did you mean import?'],
    [{ match: 'f($FLAG)', import: [] }, 'list of modules'],
    [{ match: 'f($FLAG)', returns: 'boolean' }, 'Use value'],
    [{ match: 'f($FLAG)', returns: 3 }, 'Use value'],
    [{ match: 'f($FLAG)', negate: 'yes' }, 'Write true'],
    [{ match: 'f($FLAG)', key: 'kebab' }, 'camel-case'],
    [{ match: 'f($FLAG)', prefix: '' }, 'before the key'],
    [{ match: 'f($FLAG)', yields: 'bool' }, 'Use boolean, string'],
    [{ match: 'f($FLAG)', values: { true: 'on' } }, 'for both'],
    [{ match: 'f($FLAG)', values: null }, 'for both'],
    [{ match: 'f($FLAG)', language: 'ruby' }, 'typescript, python or template'],
    [null, 'pattern'],
    [['f($FLAG)'], 'pattern'],
  ])('refuses %j and says what to do', (written, hint) => {
    let thrown: unknown;
    try {
      userShape(written);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InvalidReadError);
    expect((thrown as InvalidReadError).hint).toContain(hint);
  });
});

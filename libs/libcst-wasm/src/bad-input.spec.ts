import { describe, expect, it } from 'vitest';
import { IllFormedTextError } from './errors/ill-formed-text-error.ts';
import { ParserSyntaxError } from './errors/parser-syntax-error.ts';
import { RoundTripError } from './errors/round-trip-error.ts';
import { findAll } from './find-all.ts';
import { parseModule } from './parse-module.ts';

describe('a text that is odd and right', () => {
  it.each([
    ['nothing', ''],
    ['a newline', '\n'],
    ['white space', ' \t\f'],
    ['a comment', '# c'],
    ['comments and empty lines', '\n#a\n  # b\n\n'],
    ['a byte order mark', '\ufeff'],
    ['a mark before a comment', '\ufeff# c'],
    ['CRLF', 'if x:\r\n  y\r\n'],
    ['lone carriage returns', 'if x:\r  y\r  z\r'],
    ['mixed newlines', 'x=1\r\ny=2\nz=3\rw\r\r\n\r\n'],
    ['newlines of all kinds in a string', 'x = """a\r\nb\rc\nd\\\r\ne"""'],
    ['no newline at the end', 'if x:\n  y'],
    ['white space at the end', 'x = 1\n\t'],
    ['a comment without a newline at the end', 'x = 1\n  # c'],
    ['form feeds between lines', 'def f():\n  pass\n\f\ndef g():\n  x # \f\n'],
    ['tabs', 'if x:\n\ty\n\tz\nelse:\n  w\n'],
    ['continuations', 'x = 1 + \\\n  2\nassert \\\r\n\tx\n'],
    ['a continuation into an empty line', 'x\\\n\n'],
    ['NUL in a string and in a comment', 'x = "\0" # \0\n'],
    ['characters that are none', 'x = "\ufffe\uffff\u{1fffe}"\n'],
    ['separators of other alphabets in a string', 'x = "\u2028\u0085"\n'],
    ['identifiers of other alphabets', '变量 = ª = é = ℘· = 1\n'],
    ['combining characters', 'x\u0301 = 1\n'],
    ['an odd comment at the end of a block', 'if x:\n  pass\n # odd\n# c\n'],
    ['soft keywords as names', 'match = case = type = lazy = 1; match[case]\n'],
  ])('%s', (_, text) => {
    const module = parseModule(text);
    expect(module.code).toBe(text);
    expect(parseModule(new TextEncoder().encode(text)).code).toBe(text);
  });

  it('counts UTF-16 code units after astral characters', () => {
    const text = '\ufeffx = "𐀀😀"; yy = f"{x}𐀀{zz!r:>{ww}}"\n';
    const names = findAll(parseModule(text), 'Name');
    expect(names.map((name) => text.slice(name.start, name.end))).toEqual(['x', 'yy', 'x', 'zz', 'ww']);
  });
});

describe('a text that is wrong', () => {
  it.each([
    ['NUL', 'x\0', 1, 1],
    ['a backslash at the end', 'x = 1\n\\', 2, 0],
    ['a backslash before the last newline', 'x = 1\\\n', 1, 5],
    ['an unfinished string', 'x = 1\nx = "a\nb"', 2, 4],
    ['tabs and spaces that disagree', 'if x:\n        y\n\tz\n', 3, 0],
    ['an indentation that was not there before', 'if x:\n  y\n z\n', 3, 0],
    ['the control character of DOS', 'x = 1\n\x1a', 2, 0],
    ['a vertical tab', 'x\v', 1, 1],
    ['a no-break space', 'é = 1\nx\u00a0= 1', 2, 0],
    ['an astral character before the place', '"😀" $', 1, 4],
    ['old octal numbers', 'x = 0777', 1, 4],
    ['lone carriage returns before the place', 'a\rb\r$', 3, 0],
    ['a byte order mark before the place', '\ufeff$', 1, 0],
  ])('%s', (_, text, line, column) => {
    expect.assertions(2);
    try {
      parseModule(text);
    } catch (error) {
      expect(error).toBeInstanceOf(ParserSyntaxError);
      expect(error).toMatchObject({ code: 'syntax-error', line, column, expected: [] });
    }
  });

  it('lists what could have stood there', () => {
    expect.assertions(1);
    try {
      parseModule('x\ndef f(:\n  pass\n');
    } catch (error) {
      expect(error).toMatchObject({
        line: 2,
        column: 6,
        offset: 8,
        end: 9,
        expected: [')', '*', '**', 'NAME'],
        message: '2:7 invalid syntax, expected ) * ** NAME',
        frame: '1 | x\n2 | def f(:\n  |       ^',
      });
    }
  });

  it('says so in words where the grammar does', () => {
    expect(() => parseModule('class C(a=1, *b): pass\n')).toThrowError('Positional argument follows keyword argument');
  });

  it('recognises Python 2', () => {
    const hintOf = (text: string) => {
      try {
        return parseModule(text).type;
      } catch (error) {
        return (error as ParserSyntaxError).hint;
      }
    };
    expect(hintOf('print "x"\n')).toContain('Python 2');
    expect(hintOf('try: pass\nexcept: print 1\n')).toContain('Python 2');
    expect(hintOf('x = = 1\n')).not.toContain('Python 2');
  });

  it('refuses half of a surrogate pair, which UTF-8 cannot spell', () => {
    expect(() => parseModule('x\n"a\ud800"')).toThrowError(IllFormedTextError);
    expect(() => parseModule('x\n"a\ud800"')).toThrowError('2:3 lone surrogate U+D800');
    expect(parseModule('"\ud83d\ude00"').code).toBe('"😀"');
  });
});

describe('a text whose tree would lose characters', () => {
  it.each([
    ['a form feed before a statement', 'x\n\fy\n', 2, 0],
    ['a line that begins with a continuation', 'x = 1\n\\\ny = 2\n', 2, 0],
    ['white space after a conversion', 'é = f"{x!r :>3}"\n', 1, 10],
  ])('is refused with the place: %s', (_, text, line, column) => {
    expect.assertions(2);
    try {
      parseModule(text);
    } catch (error) {
      expect(error).toBeInstanceOf(RoundTripError);
      expect(error).toMatchObject({ code: 'round-trip', line, column, frame: expect.stringContaining('^') });
    }
  });
});

it('reads a large file', () => {
  const text = 'def function(argument, other=[1, 2, 3]):\n    return argument.attribute(other)  # é\n\n'.repeat(3000);
  const module = parseModule(text);
  expect(module.body).toHaveLength(3000);
  expect(module.body.at(-1)!.code.trim()).toBe(text.slice(-84).trim());
});

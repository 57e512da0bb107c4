import { describe, expect, it } from 'vitest';
import { codeFrame } from './code-frame.ts';
import { placeOf } from './place-of.ts';

describe('codeFrame', () => {
  it.each([
    ['the line before', 'a\nbc d\ne', 5, 6, '1 | a\n2 | bc d\n  |    ^'],
    ['a first line', 'a b', 2, 3, '1 | a b\n  |   ^'],
    ['tabs', '\t\tx y', 4, 5, '1 | \t\tx y\n  | \t\t  ^'],
    ['an end in another line', 'x = """a\nb', 4, 10, '1 | x = """a\n  |     ^^^^'],
    ['the end of the text', 'x\n', 2, 2, '1 | x\n2 |\n  | ^'],
    ['other ends of line', 'a\r\nb\rc d', 7, 8, '2 | b\n3 | c d\n  |   ^'],
    ['a byte order mark', '\ufeffa b', 3, 4, '1 | a b\n  |    ^'],
  ])('shows %s', (_, source, start, end, frame) => {
    expect(codeFrame(source, start, end)).toBe(frame);
  });

  it('shows a window of a line as long as a file', () => {
    const frame = codeFrame(`${'a'.repeat(5000)} b ${'c'.repeat(5000)}`, 5001, 5002);
    expect(frame.split('\n')[0]).toHaveLength('1 | '.length + 100);
    expect(frame.split('\n')[1]).toBe(`  | ${' '.repeat(50)}^`);
  });
});

describe('placeOf', () => {
  it.each([
    ['a\nb', 2, 2, 0],
    ['a\r\nb', 3, 2, 0],
    ['a\r\nb', 2, 1, 2],
    ['a\rb', 2, 2, 0],
    ['a\fb', 2, 1, 2],
    ['𐀀𐀀x', 4, 1, 2],
    ['\ufeffx', 1, 1, 0],
    ['', 0, 1, 0],
  ])('of %j at %i is %i:%i', (source, offset, line, column) => {
    expect(placeOf(source, offset)).toEqual({ line, column });
  });
});

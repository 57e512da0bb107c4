import { describe, expect, it } from 'vitest';
import { inCommon, linesGone, total, without } from './lines-gone.ts';

describe('linesGone', () => {
  it('does not count lines that only moved or changed their indentation', () => {
    const before = 'if (on) {\n  a();\n  b();\n}\nc();\n';
    expect(Object.fromEntries(linesGone(before, 'a();\nb();\nc();\n'))).toEqual({ 'if (on) {': 1, '}': 1 });
    expect(linesGone('a\nb\n', 'b\r\n\r\na').size).toBe(0);
  });

  it('counts equal lines one by one', () => {
    expect(Object.fromEntries(linesGone('a\na\na\n', 'a\n'))).toEqual({ a: 2 });
  });

  it('takes a missing file for an empty one', () => {
    expect(total(linesGone('a\n\nb\n', undefined))).toBe(2);
    expect(total(linesGone(undefined, 'a\n'))).toBe(0);
  });
});

describe('two removals', () => {
  const person = linesGone('a\na\nb\nc\n', 'c\n');
  const codemod = linesGone('a\na\nb\nc\n', 'a\nb\n');

  it('have in common what both removed', () => {
    expect(Object.fromEntries(inCommon(person, codemod))).toEqual({ a: 1 });
  });

  it('differ by the rest', () => {
    expect(Object.fromEntries(without(person, codemod))).toEqual({ a: 1, b: 1 });
    expect(Object.fromEntries(without(codemod, person))).toEqual({ c: 1 });
  });
});

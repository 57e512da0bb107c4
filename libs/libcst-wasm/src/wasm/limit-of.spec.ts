import { describe, expect, it } from 'vitest';
import { limitOf } from './limit-of.ts';

const clause = ['for', '*', '('];
const string = ['STRING', 'f"', 't"'];

describe('limitOf', () => {
  it('believes what the parser says of indentation and brackets', () => {
    expect(limitOf('too many indentation levels', [], '')).toContain('100');
    expect(limitOf('too many nested parentheses', [], '')).toContain('200');
  });

  it.each([
    ['clauses', clause, 'for x in y '.repeat(3001), 'for x in y '.repeat(3000)],
    ['strings', string, '"" '.repeat(3001), '"" '.repeat(3000)],
  ])('counts %s itself', (what, expected, many, few) => {
    expect(limitOf('invalid syntax', expected, many)).toContain(`3,000 ${what}`);
    expect(limitOf('invalid syntax', expected, few)).toBeNull();
  });

  it('finds no limit in `f(x y)`', () => {
    expect(limitOf('invalid syntax', clause, 'f(x ')).toBeNull();
  });
});

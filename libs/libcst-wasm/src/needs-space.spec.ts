import { expect, it } from 'vitest';
import { needsSpace } from './needs-space.ts';

it.each<[string, string, boolean]>([
  ['return', 'x', true],
  ['return', '(x)', false],
  ['return', '"x"', false],
  ['return', 'f"x"', true],
  ['return', '-x', false],
  ['a', 'if', true],
  ['1', 'if', true],
  [')', 'if', false],
  ['not', '_x', true],
  ['not', 'é', true],
  ['not', '𝒙', true],
  ['-', '-', false],
  ['\ufeff', 'x', false],
  ['1', '.', true],
  ['1_000', '.', true],
  ['1.5', '.', false],
  ['x', '.', false],
  ['""', '"b"', true],
  ["b''", "'b'", true],
  ['""', "'b'", false],
  ['"a"', '"b"', false],
  ['', 'x', false],
])('%j and %j: %s', (before, after, expected) => {
  expect(needsSpace(before, after)).toBe(expected);
});

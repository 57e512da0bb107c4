import { expect, it } from 'vitest';
import { type Diagnostic, newDiagnostics } from './diagnostic.ts';

const at = (offset: number, message = 'no', path = 'a.ts', code = 'TS1'): Diagnostic => ({
  path,
  offset,
  line: 1,
  code,
  message,
});
/** Ten characters were put before everything. */
const back = (_: string, offset: number) => (offset < 10 ? undefined : offset - 10);
const fresh = (before: readonly Diagnostic[], after: readonly Diagnostic[]) =>
  newDiagnostics(before, after, back).map(({ offset }) => offset);

it('is none that stands where it stood, in other words too', () => {
  expect(fresh([at(5)], [at(15)])).toEqual([]);
  expect(fresh([at(5, 'a is 1')], [at(15, 'a is 2')])).toEqual([]);
});

it('is none that is said in the same words elsewhere in the file', () => {
  expect(fresh([at(5)], [at(40)])).toEqual([]);
  expect(fresh([at(5)], [at(3)])).toEqual([]);
});

it('is one that comes once more, and the moved one is not taken for it', () => {
  expect(fresh([at(5)], [at(40), at(15)])).toEqual([40]);
  expect(fresh([], [at(15)])).toEqual([15]);
});

it('is one of another code or another file', () => {
  expect(fresh([at(5)], [at(15, 'no', 'b.ts')])).toEqual([15]);
  expect(fresh([at(5)], [at(15, 'no', 'a.ts', 'TS2')])).toEqual([15]);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { containsAny } from './contains-any.ts';
import { wordIndex } from './word-index.ts';

const piece = fc.constantFrom('a', 'b', 'ab', 'A', '_', '$', 'é', '😀', "'", '"', '/', '.', ' ', '\n', '-');
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

it('finds the files that contain a string, whatever the string', () => {
  let answered = 0;
  fc.assert(
    fc.property(
      fc.array(fc.option(text, { nil: undefined }), { maxLength: 6 }),
      fc.array(
        text.filter((string) => string !== ''),
        { minLength: 1, maxLength: 3 },
      ),
      (texts, strings) => {
        const paths = texts.map((_, index) => `${index}.ts`);
        const read = (path: string) => texts[Number.parseInt(path, 10)];
        const found = wordIndex(paths, read).search(strings);
        if (found === undefined) return;
        answered++;
        expect(found).toEqual(paths.filter((path) => containsAny(read(path) ?? '', strings)));
      },
    ),
    { numRuns: 2000 },
  );
  expect(answered).toBeGreaterThan(1000);
});

it('has no answer for a string without a word', () => {
  expect(wordIndex(['a.ts'], () => "from '../'").search(["../'"])).toBeUndefined();
});

it('looks into the files only where the string is more than a word', () => {
  let looks = 0;
  const index = wordIndex(['a.ts', 'b.ts'], (path) => {
    looks++;
    return path === 'a.ts' ? "'name'" : 'rename';
  });
  expect(index.search(['name'])).toEqual(['a.ts', 'b.ts']);
  expect(looks).toBe(2);
  expect(index.search(["'name'"])).toEqual(['a.ts']);
  expect(looks).toBe(3);
});

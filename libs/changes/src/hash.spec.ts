import { expect, it } from 'vitest';
import { hash } from './hash.ts';

it('is short, the same every time, and different for texts that are nearly the same', () => {
  expect(hash('')).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
  expect(hash('é😀')).toBe(hash('é😀'));
  const names = Array.from({ length: 20_000 }, (_, index) => hash(`remove-switches src/a.ts ${index}`));
  expect(new Set(names).size).toBe(names.length);
});

it('uses every bit: half of them change with one character', () => {
  let differing = 0;
  for (let index = 0; index < 200; index++) {
    const [a, b] = [hash(`x${index}`), hash(`y${index}`)];
    for (let at = 0; at < 8; at++) if (a[at] !== b[at]) differing++;
  }
  // 31 of 32 letters differ by chance.
  expect(differing).toBeGreaterThan(200 * 8 * 0.93);
});

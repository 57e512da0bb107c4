import { expect, it } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

it('offers what is near in a sentence, or says the other thing', () => {
  expect(didYouMean('reds', ['reads', 'rods'], '')).toBe('Did you mean "reads" or "rods"?');
  expect(didYouMean('colour', ['reads'], 'See --help.')).toBe('See --help.');
});

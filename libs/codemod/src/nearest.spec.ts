import { expect, it } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

it('offers what is a slip of the finger away, best first', () => {
  expect(nearest('read', ['sets', 'reads', 'presets'])).toEqual(['reads']);
  expect(nearest('new-chekout', ['new-checkout', 'old-checkout', 'dark-mode'])).toEqual(['new-checkout']);
  expect(nearest('PRESETS', ['presets'])).toEqual(['presets']);
});

it('offers nothing that is not like the word', () => {
  expect(nearest('colour', ['reads', 'sets'])).toEqual([]);
  expect(nearest('xy', ['ab'])).toEqual([]);
});

it('says it in a sentence, or says the other thing', () => {
  expect(didYouMean('reds', ['reads', 'rods'], '')).toBe('Did you mean "reads" or "rods"?');
  expect(didYouMean('colour', ['reads'], 'See --help.')).toBe('See --help.');
});

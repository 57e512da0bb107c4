import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it.each([
    ['new-chekcout', ['new-checkout', 'old-checkout', 'search'], ['new-checkout']],
    ['newcheckout', ['new-checkout', 'newCheckout'], ['newCheckout', 'new-checkout']],
    ['match', ['match'], ['match']],
    ['xyz', ['new-checkout', 'abc'], []],
    ['flag-1', ['flag-2', 'flag-3', 'flag-4', 'flag-5'], ['flag-2', 'flag-3', 'flag-4']],
    ['', ['a'], ['a']],
  ])('%s among %j', (name, names, expected) => {
    expect(nearest(name, names)).toEqual(expected);
  });
});

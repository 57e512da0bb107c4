import { describe, expect, it } from 'vitest';
import { checkFlagKey, keyAtRead } from './flag-key.ts';
import { InvalidKeyError } from './invalid-key-error.ts';

describe('checkFlagKey', () => {
  it.each(['new-checkout', 'VITE_NEW', 'shop/new.checkout', 'ns:key', 'a', '1', 'My gate', '.hidden', 'a@b+c~d'])(
    'takes %s',
    (key) => expect(checkFlagKey(key)).toBe(key),
  );

  it.each([
    '',
    '-rf',
    ' a',
    'a ',
    'a  b',
    "a'b",
    'a"b',
    'a`b',
    '$(x)',
    'a\nb',
    'a;b',
    'a\\b',
    '<b>',
    '/x',
    'x'.repeat(257),
  ])('refuses %j', (key) => expect(() => checkFlagKey(key)).toThrow(InvalidKeyError));
});

describe('keyAtRead', () => {
  it('leaves the key as it is', () => {
    expect(keyAtRead({ match: 'f($FLAG)' }, 'new-checkout')).toBe('new-checkout');
  });

  // Each was compared with lodash.camelcase, which the SDK uses.
  it.each([
    ['new-checkout', 'newCheckout'],
    ['new_checkout.v2', 'newCheckoutV2'],
    ['v2-api', 'v2Api'],
    ['v2api', 'v2Api'],
    ['newCheckout', 'newCheckout'],
    ['NEW_CHECKOUT', 'newCheckout'],
    ['HTMLParser', 'htmlParser'],
    ['ABTest-1a', 'abTest1A'],
    ['2fa-login', '2FaLogin'],
  ])('spells %s in camel case', (key, spelled) => {
    expect(keyAtRead({ match: 'useFlags().$FLAG', key: 'camel-case' }, key)).toBe(spelled);
  });
  it('puts the prefix before it', () => {
    expect(keyAtRead({ match: '@waffle_flag($FLAG)', prefix: '!' }, 'new-checkout')).toBe('!new-checkout');
  });
});

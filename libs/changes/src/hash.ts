/**
 * A short name for a text: 8 characters of `0-9a-z` without `i`, `l`, `o` and `u`, so that it survives being read aloud.
 *
 * It names; it does not protect. Two lanes of FNV-1a over the UTF-16 code units, mixed at the end so that texts that differ
 * in one character differ in about half of the 40 bits. Among ten thousand texts the odds of one collision are 1 in 20,000;
 * whoever needs uniqueness checks it.
 */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995);
    b ^= b >>> 15;
  }
  a = mix(a ^ text.length);
  b = mix(b ^ a);
  return letters(a, 4) + letters(b, 4);
}

function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

function letters(value: number, count: number): string {
  let text = '';
  for (let index = 0; index < count; index++) text += alphabet[(value >>> (index * 5)) & 31];
  return text;
}

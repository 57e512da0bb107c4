import { expect, it } from 'vitest';
import { keysIn } from './keys-in.ts';

it.each([
  ['a union', "export type Key =\n  | 'a'\n  | 'b-c';\nconst other = 'd';", ['a', 'b-c']],
  ['a union in double quotes', 'type Key = | "a" | "b";', ['a', 'b']],
  ['one key on each line', 'a\n# not this\nb\n\na\n', ['a', 'b']],
])('finds the keys of %s', (_, text, keys) => expect(keysIn(text)).toEqual(keys));

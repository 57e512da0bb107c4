import { expect, it } from 'vitest';
import { draftsWithin } from './regions.ts';

it.each([
  ['an else that went from behind the hull is what it was planned without', 'if (t()) on;', '\nelse rest();', '', true],
  ['so is what stood on the same line', 'return x', ' && on', '', true],
  ['a statement on the next line is not', 'first();', '\nsecond();', '', false],
  ['and what stood in front on the same line is', '', 'if (on) ', 'first();', true],
])('%s', (_, kept, removed, after, isWithin) => {
  const before = `${kept}${removed}${after}`;
  const edits = [{ start: kept.length, end: kept.length + removed.length, text: '' }];
  const hull = { start: 0, end: kept.length + after.length, isWhole: true };
  expect(draftsWithin([{ key: 'earlier', before, edits }], [hull], [])).toEqual(isWithin ? ['earlier'] : []);
});

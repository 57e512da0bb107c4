import { expect, it } from 'vitest';
import { foldLoop, type LoopKind, type LoopVerdict } from './loop.ts';

it.each<[LoopKind, boolean, boolean, LoopVerdict]>([
  ['while', false, false, 'never'],
  // The jump is in a body that never runs.
  ['while', false, true, 'never'],
  ['for', false, false, 'never'],
  ['for', false, true, 'never'],
  ['do-while', false, false, 'once'],
  ['do-while', false, true, 'stays'],
  ['while', true, false, 'stays'],
  ['for', true, false, 'stays'],
  ['do-while', true, false, 'stays'],
  ['do-while', true, true, 'stays'],
])('%s (%s), with jumps %s: %s', (kind, value, jumps, verdict) => {
  expect(foldLoop(kind, value, jumps)).toBe(verdict);
});

it('asks the language what is true', () => {
  expect(foldLoop('while', [], false)).toBe('stays');
  expect(foldLoop('while', [], false, 'python')).toBe('never');
});

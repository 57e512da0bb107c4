import type { SetUp, TestContext } from './find-set-ups.ts';

/** What a reviewer is told of set-ups that go. */
export function whyNoEffect({ flag: { key, value } }: TestContext, setUps: readonly SetUp[]): string {
  const isOther = setUps.some(({ facts }) => facts.gives === 'other');
  const set = isOther ? 'to set it' : `to set it to ${JSON.stringify(value)}`;
  const tests = isOther
    ? ' The tests under it ran with another value so far: see that they still hold.'
    : ' See that nothing else is set by it.';
  return `Nothing outside of tests reads ${key} any more, so ${set} has no effect.${tests}`;
}

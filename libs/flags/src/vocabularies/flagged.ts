import type { Vocabulary } from '../read-shape.ts';

const packages = ['flagged'];

/** A group of flags is reached by a path, `shop/new-checkout`, which is then the key. */
export const flagged: Vocabulary = {
  name: 'flagged',
  title: 'flagged',
  packages,
  languages: ['typescript'],
  reads: [
    { match: 'useFeature($FLAG)', import: packages, yields: 'boolean' },
    { match: 'useFeatures().$FLAG', import: packages, yields: 'boolean' },
    { match: 'useFeatures()[$FLAG]', import: packages, yields: 'boolean' },
    { match: '<Feature name={$FLAG}>$$$</Feature>', import: packages, yields: 'boolean', component: {} },
    { match: 'withFeature($FLAG)($VIEW)', import: packages, yields: 'boolean', chooses: { on: '$VIEW' } },
  ],
  droppableCalls: ['useFeatures'],
  documentation: 'https://github.com/sergiodxa/flagged#readme',
};

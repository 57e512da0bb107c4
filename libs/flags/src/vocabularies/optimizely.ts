import type { Vocabulary } from '../read-shape.ts';

const packages = ['@optimizely/optimizely-sdk', '@optimizely/react-sdk'];

/** A decision says whether the flag is on and which variation it has; the methods of a client are the older form. */
export const optimizely: Vocabulary = {
  name: 'optimizely',
  title: 'Optimizely, SDKs for JavaScript and React',
  packages,
  languages: ['typescript'],
  reads: [
    { match: '$USER.decide($FLAG, $$$)', import: packages, yields: 'boolean', returns: 'object:.enabled' },
    { match: '$USER.decide($FLAG, $$$)', import: packages, yields: 'string', returns: 'object:.variationKey' },
    { match: '$USER.decideAsync($FLAG, $$$)', import: packages, yields: 'boolean', returns: 'promise-object:.enabled' },
    {
      match: '$USER.decideAsync($FLAG, $$$)',
      import: packages,
      yields: 'string',
      returns: 'promise-object:.variationKey',
    },
    { match: '$CLIENT.isFeatureEnabled($FLAG, $$$)', import: packages, yields: 'boolean' },
    { match: '$CLIENT.activate($FLAG, $$$)', import: packages, yields: 'string' },
    { match: '$CLIENT.getVariation($FLAG, $$$)', import: packages, yields: 'string' },
    { match: 'useFeature($FLAG, $$$)', import: ['@optimizely/react-sdk'], yields: 'boolean', returns: 'tuple:0' },
    { match: 'useExperiment($FLAG, $$$)', import: ['@optimizely/react-sdk'], yields: 'string', returns: 'tuple:0' },
    {
      match: '<OptimizelyFeature feature={$FLAG}>$$$</OptimizelyFeature>',
      import: ['@optimizely/react-sdk'],
      yields: 'boolean',
      component: { children: 'called' },
    },
  ],
  archive: 'Archive $FLAG in Optimizely',
  exposure: true,
  documentation:
    'https://docs.developers.optimizely.com/feature-experimentation/docs/decide-methods-for-the-javascript-sdk',
};

import type { Vocabulary } from '../read-shape.ts';

const packages = ['@unleash/nextjs'];

/** On the server one function gives all of a flag; the hooks for the browser are those of the SDK for React. */
export const unleashNextjs: Vocabulary = {
  name: 'unleash-nextjs',
  title: 'Unleash, SDK for Next.js',
  packages,
  languages: ['typescript'],
  reads: [
    { match: 'flag($FLAG, $$$)', import: packages, yields: 'boolean', returns: 'promise-object:.enabled' },
    { match: 'flag($FLAG, $$$)', import: packages, yields: 'string', returns: 'promise-object:.variant.name' },
    // Of `flagsClient(evaluated.toggles)`.
    { match: '$FLAGS.isEnabled($FLAG)', import: packages, yields: 'boolean' },
    { match: '$FLAGS.getVariant($FLAG)', import: packages, yields: 'string', returns: 'object:.name' },
  ],
  archive: 'Archive $FLAG in Unleash',
  documentation: 'https://docs.getunleash.io/sdks/next-js',
};

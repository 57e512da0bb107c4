import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = ['unleash-client'];

/** Methods of an `Unleash` object, or functions of the module itself. */
export const unleashNode: Vocabulary = {
  name: 'unleash-node',
  title: 'Unleash, SDK for Node.js',
  packages,
  languages: ['typescript'],
  reads: [
    { match: '$UNLEASH.isEnabled($FLAG, $$$)', import: packages, yields: 'boolean' },
    { match: 'isEnabled($FLAG, $$$)', import: packages, yields: 'boolean' },
    ...['$UNLEASH.getVariant', 'getVariant', '$UNLEASH.forceGetVariant', 'forceGetVariant'].flatMap(
      (name): ReadShape[] => [
        { match: `${name}($FLAG, $$$)`, import: packages, returns: 'object:.name', yields: 'string' },
        { match: `${name}($FLAG, $$$)`, import: packages, returns: 'object:.feature_enabled', yields: 'boolean' },
      ],
    ),
  ],
  archive: 'Archive $FLAG in Unleash',
  documentation: 'https://docs.getunleash.io/sdks/node',
};

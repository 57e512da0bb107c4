import type { Vocabulary } from '../read-shape.ts';

const packages = ['unleash-proxy-client'];

/** The context belongs to the client, so a read takes the key alone. */
export const unleashBrowser: Vocabulary = {
  name: 'unleash-browser',
  title: 'Unleash, SDK for browsers',
  packages,
  languages: ['typescript'],
  reads: [
    { match: '$UNLEASH.isEnabled($FLAG)', import: packages, yields: 'boolean' },
    { match: '$UNLEASH.getVariant($FLAG)', import: packages, returns: 'object:.name', yields: 'string' },
    { match: '$UNLEASH.getVariant($FLAG)', import: packages, returns: 'object:.feature_enabled', yields: 'boolean' },
  ],
  archive: 'Archive $FLAG in Unleash',
  documentation: 'https://docs.getunleash.io/sdks/javascript-browser',
};

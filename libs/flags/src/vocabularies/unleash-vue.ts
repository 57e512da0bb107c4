import type { Vocabulary } from '../read-shape.ts';

const packages = ['@unleash/proxy-client-vue'];

/** A flag is a ref, so the value is behind `.value` in code and at once in a template. */
export const unleashVue: Vocabulary = {
  name: 'unleash-vue',
  title: 'Unleash, SDK for Vue',
  packages,
  languages: ['typescript'],
  reads: [
    { match: 'useFlag($FLAG)', import: packages, returns: 'object:.value' },
    { match: '$CLIENT.isEnabled($FLAG, $$$)', import: packages },
  ],
  droppableCalls: ['useFlag', 'useUnleashClient', 'useUnleashContext', 'useFlagsStatus'],
  archive: 'Archive $FLAG in Unleash',
  exposure: true,
  documentation: 'https://docs.getunleash.io/sdks/vue',
};

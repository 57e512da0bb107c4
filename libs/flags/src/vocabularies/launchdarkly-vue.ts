import type { Vocabulary } from '../read-shape.ts';

const packages = ['launchdarkly-vue-client-sdk', '@launchdarkly/vue-client-sdk'];

/** A flag is a ref, so the value is behind `.value` in code and at once in a template. */
export const launchdarklyVue: Vocabulary = {
  name: 'launchdarkly-vue',
  title: 'LaunchDarkly, SDK for Vue',
  packages,
  languages: ['typescript'],
  reads: [
    { match: 'useLDFlag($FLAG, $$$)', import: packages, returns: 'object:.value' },
    { match: 'useLDClient().variation($FLAG, $$$)', import: packages },
    { match: '$CLIENT.variation($FLAG, $$$)', import: packages },
  ],
  droppableCalls: ['useLDFlag', 'useLDClient'],
  archive: 'Archive $FLAG in LaunchDarkly',
  exposure: true,
  documentation: 'https://launchdarkly.com/docs/sdk/client-side/vue',
};

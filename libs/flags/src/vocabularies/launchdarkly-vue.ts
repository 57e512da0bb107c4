import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = ['launchdarkly-vue-client-sdk', '@launchdarkly/vue-client-sdk'];

/** A flag is a ref, so the value is behind `.value` in code and at once in a template. */
export const launchdarklyVue: Vocabulary = {
  name: 'launchdarkly-vue',
  title: 'LaunchDarkly, SDK for Vue',
  packages,
  languages: ['typescript'],
  reads: [
    { match: 'useLDFlag($FLAG, $$$)', import: packages, returns: 'object:.value' },
    ...(['boolean', 'string', 'number', 'object'] as const).flatMap((yields): ReadShape[] => {
      const name = { boolean: 'Bool', string: 'String', number: 'Number', object: 'Json' }[yields];
      return [
        { match: `use${name}Variation($FLAG, $$$)`, import: packages, returns: 'object:.value', yields },
        { match: `use${name}VariationDetail($FLAG, $$$)`, import: packages, returns: 'object:.value.value', yields },
      ];
    }),
    { match: 'useLDClient().variation($FLAG, $$$)', import: packages },
    { match: '$CLIENT.variation($FLAG, $$$)', import: packages },
  ],
  droppableCalls: ['useLDFlag', 'useLDClient'],
  archive: 'Archive $FLAG in LaunchDarkly',
  exposure: true,
  documentation: 'https://launchdarkly.com/docs/sdk/client-side/vue',
};

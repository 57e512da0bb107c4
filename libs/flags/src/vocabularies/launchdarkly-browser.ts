import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = [
  '@launchdarkly/js-client-sdk',
  'launchdarkly-js-client-sdk',
  '@launchdarkly/js-client-sdk-common',
  '@launchdarkly/electron-client-sdk',
  'launchdarkly-electron-client-sdk',
  '@launchdarkly/node-client-sdk',
  'launchdarkly-node-client-sdk',
];

/** The same names as on the server, but without a context and without a promise. */
export const launchdarklyBrowser: Vocabulary = {
  name: 'launchdarkly-browser',
  title: 'LaunchDarkly, SDK for browsers',
  packages,
  languages: ['typescript'],
  reads: [
    read('$CLIENT.variation($FLAG, $$$)'),
    read('$CLIENT.variationDetail($FLAG, $$$)', 'object:.value'),
    ...(['boolean', 'string', 'number', 'object'] as const).flatMap((yields) => {
      const name = yields === 'object' ? 'json' : yields === 'boolean' ? 'bool' : yields;
      return [
        { ...read(`$CLIENT.${name}Variation($FLAG, $$$)`), yields },
        { ...read(`$CLIENT.${name}VariationDetail($FLAG, $$$)`, 'object:.value'), yields },
      ];
    }),
    read('$CLIENT.allFlags().$FLAG'),
    read('$CLIENT.allFlags()[$FLAG]'),
  ],
  archive: 'Archive $FLAG in LaunchDarkly',
  exposure: true,
  documentation: 'https://launchdarkly.com/docs/sdk/client-side/javascript',
};

function read(match: string, returns: ReadShape['returns'] & string = 'value'): ReadShape {
  return { match, import: packages, returns };
}

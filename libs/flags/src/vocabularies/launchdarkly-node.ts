import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = [
  '@launchdarkly/node-server-sdk',
  'launchdarkly-node-server-sdk',
  '@launchdarkly/js-server-sdk-common',
  '@launchdarkly/cloudflare-server-sdk',
  '@launchdarkly/vercel-server-sdk',
];

/** Evaluations take the context second and give a promise; with a callback as fourth argument they are another shape. */
export const launchdarklyNode: Vocabulary = {
  name: 'launchdarkly-node',
  title: 'LaunchDarkly, server-side SDKs for JavaScript',
  packages,
  languages: ['typescript'],
  reads: [
    read('$CLIENT.variation($FLAG, $CONTEXT, $DEFAULT)'),
    read('$CLIENT.variationDetail($FLAG, $CONTEXT, $DEFAULT)', 'promise-object:.value'),
    ...(['boolean', 'string', 'number', 'object'] as const).flatMap((yields) => {
      const name = yields === 'object' ? 'json' : yields === 'boolean' ? 'bool' : yields;
      return [
        { ...read(`$CLIENT.${name}Variation($FLAG, $CONTEXT, $DEFAULT)`), yields },
        { ...read(`$CLIENT.${name}VariationDetail($FLAG, $CONTEXT, $DEFAULT)`, 'promise-object:.value'), yields },
      ];
    }),
    read('$STATE.getFlagValue($FLAG)', 'value'),
  ],
  archive: 'Archive $FLAG in LaunchDarkly',
  exposure: true,
  documentation: 'https://launchdarkly.com/docs/sdk/server-side/node-js',
};

function read(match: string, returns: ReadShape['returns'] & string = 'promise'): ReadShape {
  return { match, import: packages, returns };
}

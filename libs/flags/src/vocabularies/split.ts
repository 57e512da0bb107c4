import type { ReadShape, Vocabulary } from '../read-shape.ts';

const browser = ['@splitsoftware/splitio-browserjs', '@splitsoftware/splitio-react-native'];
const both = ['@splitsoftware/splitio', '@splitsoftware/splitio-react'];

/**
 * In a browser the name of the flag comes first, on a server the user's key does, and one package is for both. A treatment is a text, and
 * `on` and `off` where the flag has only two.
 */
export const split: Vocabulary = {
  name: 'split',
  title: 'Split (Harness FME), SDKs for JavaScript',
  packages: [...both, ...browser],
  languages: ['typescript'],
  reads: [
    ...treatments((name, returns) => [
      read(`$CLIENT.${name}($FLAG)`, both, returns),
      // getTreatment('new-checkout', { plan: 'pro' }): attributes are no name of a flag.
      read(`$CLIENT.${name}($FLAG, { $$$ })`, both, returns),
      read(`$CLIENT.${name}($KEY, $FLAG)`, both, returns),
      read(`$CLIENT.${name}($KEY, $FLAG, $ATTRIBUTES, $$$)`, both, returns),
      read(`$CLIENT.${name}($FLAG, $$$)`, browser, returns),
    ]),
  ],
  archive: 'Kill and archive $FLAG in Split',
  exposure: true,
  documentation:
    'https://developer.harness.io/docs/feature-management-experimentation/sdks-and-infrastructure/server-side-sdks/nodejs-sdk',
};

function treatments(reads: (name: string, returns: ReadShape['returns'] & string) => readonly ReadShape[]) {
  return [...reads('getTreatment', 'value'), ...reads('getTreatmentWithConfig', 'object:.treatment')];
}

function read(match: string, modules: readonly string[], returns: ReadShape['returns'] & string): ReadShape {
  return {
    match,
    import: modules,
    returns,
    yields: 'string',
    values: { true: 'on', false: 'off' },
    // A client that shares its storage with others has to wait for it.
    asyncWords: ['PluggableStorage', "'consumer'", '"consumer"', 'consumer_partial', 'IAsyncSDK', 'IBrowserAsyncSDK'],
  };
}

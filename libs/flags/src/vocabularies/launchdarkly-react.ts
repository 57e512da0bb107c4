import type { ReadShape, Vocabulary } from '../read-shape.ts';

const withFlags = ['launchdarkly-react-client-sdk', '@launchdarkly/react-sdk'];
const withHooks = [
  '@launchdarkly/react-sdk',
  '@launchdarkly/react-native-client-sdk',
  'launchdarkly-react-native-client-sdk',
];
const packages = [...new Set([...withFlags, ...withHooks])];
// On the server the session of the new SDK has the client's methods, and gives promises.
const asyncWords = ['@launchdarkly/react-sdk/server'];

/**
 * `useFlags()` yields the flags object itself, in both generations of the SDK. Its keys are in camel case unless the provider
 * was told `useCamelCaseFlagKeys: false`; both spellings are listed, because the provider is seldom in the file of the read.
 */
export const launchdarklyReact: Vocabulary = {
  name: 'launchdarkly-react',
  title: 'LaunchDarkly, SDKs for React and React Native',
  packages,
  languages: ['typescript'],
  reads: [
    { match: 'useFlags($$$).$FLAG', import: withFlags, key: 'camel-case' },
    { match: 'useFlags($$$)[$FLAG]', import: withFlags, key: 'camel-case' },
    { match: 'useFlags($$$).$FLAG', import: withFlags },
    { match: 'useFlags($$$)[$FLAG]', import: withFlags },
    ...typed('Bool', 'boolean'),
    ...typed('String', 'string'),
    ...typed('Number', 'number'),
    ...typed('Json', 'object'),
    { match: 'useLDClient($$$).variation($FLAG, $$$)', import: packages },
    { match: '$CLIENT.variation($FLAG, $$$)', import: packages, asyncWords },
    { match: '$CLIENT.variationDetail($FLAG, $$$)', import: packages, returns: 'object:.value', asyncWords },
  ],
  droppableCalls: ['useFlags', 'useLDClient'],
  archive: 'Archive $FLAG in LaunchDarkly',
  exposure: true,
  documentation: 'https://launchdarkly.com/docs/sdk/client-side/react/react-web',
};

/** The hook of a type, and the method of the client. */
function typed(name: string, yields: ReadShape['yields'] & string): ReadShape[] {
  const method = `$CLIENT.${name.toLowerCase()}Variation`;
  return [
    { match: `use${name}Variation($FLAG, $$$)`, import: withHooks, yields },
    { match: `use${name}VariationDetail($FLAG, $$$)`, import: withHooks, returns: 'object:.value', yields },
    { match: `${method}($FLAG, $$$)`, import: withHooks, yields, asyncWords },
    { match: `${method}Detail($FLAG, $$$)`, import: withHooks, returns: 'object:.value', yields, asyncWords },
  ];
}

import type { ReadShape, Vocabulary } from '../read-shape.ts';

const withFlags = ['launchdarkly-react-client-sdk', '@launchdarkly/react-sdk'];
const withHooks = ['@launchdarkly/react-sdk'];

/**
 * `useFlags()` yields the flags object itself, in both generations of the SDK. Its keys are in camel case unless the provider
 * was told `useCamelCaseFlagKeys: false`; both spellings are listed, because the provider is seldom in the file of the read.
 */
export const launchdarklyReact: Vocabulary = {
  name: 'launchdarkly-react',
  title: 'LaunchDarkly, SDK for React',
  packages: withFlags,
  languages: ['typescript'],
  reads: [
    { match: 'useFlags($$$).$FLAG', import: withFlags, key: 'camel-case' },
    { match: 'useFlags($$$)[$FLAG]', import: withFlags, key: 'camel-case' },
    { match: 'useFlags($$$).$FLAG', import: withFlags },
    { match: 'useFlags($$$)[$FLAG]', import: withFlags },
    ...typedHooks('Bool', 'boolean'),
    ...typedHooks('String', 'string'),
    ...typedHooks('Number', 'number'),
    ...typedHooks('Json', 'object'),
    { match: 'useLDClient($$$).variation($FLAG, $$$)', import: withFlags },
  ],
  droppableCalls: ['useFlags', 'useLDClient'],
  documentation: 'https://launchdarkly.com/docs/sdk/client-side/react/react-web',
};

function typedHooks(name: string, yields: ReadShape['yields'] & string): ReadShape[] {
  return [
    { match: `use${name}Variation($FLAG, $$$)`, import: withHooks, yields },
    { match: `use${name}VariationDetail($FLAG, $$$)`, import: withHooks, returns: 'object:.value', yields },
  ];
}

import type { Vocabulary } from '../read-shape.ts';

const browser = ['@devcycle/js-client-sdk', '@devcycle/react-client-sdk', '@devcycle/react-native-client-sdk'];
const react = ['@devcycle/react-client-sdk', '@devcycle/react-native-client-sdk', '@devcycle/nextjs-sdk'];
const next = ['@devcycle/nextjs-sdk'];

/** Key and default. On the server Next.js is asked by a function that `setupDevCycle` gave, and has to wait. */
export const devcycle: Vocabulary = {
  name: 'devcycle',
  title: 'DevCycle, SDKs for browsers, React and Next.js',
  packages: [...browser, ...next],
  languages: ['typescript'],
  reads: [
    { match: '$CLIENT.variableValue($FLAG, $$$)', import: [...browser, ...next] },
    { match: '$CLIENT.variable($FLAG, $$$)', import: [...browser, ...next], returns: 'object:.value' },
    { match: 'useVariableValue($FLAG, $$$)', import: react },
    { match: 'useVariable($FLAG, $$$)', import: react, returns: 'object:.value' },
    { match: 'useDVCVariable($FLAG, $$$)', import: react, returns: 'object:.value' },
    { match: 'getVariableValue($FLAG, $$$)', import: next, returns: 'promise' },
    {
      match: '<RenderIfEnabled variableKey={$FLAG}>$$$</RenderIfEnabled>',
      import: react,
      component: { matches: 'targetValue', ignored: ['defaultValue'] },
    },
  ],
  droppableCalls: ['useDevCycleClient', 'useDVCClient'],
  archive: 'Archive $FLAG in DevCycle',
  documentation: 'https://docs.devcycle.com/sdk/client-side-sdks/javascript/javascript-usage',
};

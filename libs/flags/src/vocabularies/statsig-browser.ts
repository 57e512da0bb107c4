import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = [
  '@statsig/js-client',
  '@statsig/js-on-device-eval-client',
  '@statsig/client-core',
  '@statsig/react-bindings',
  '@statsig/expo-bindings',
  '@statsig/react-native-bindings',
  'statsig-js',
  'statsig-react',
];

/**
 * The name alone: the user belongs to the client. `useStatsigClient` gives the same functions apart. Single parameters of an experiment
 * (`.get('colour', 'red')`) are no flags.
 */
export const statsigBrowser: Vocabulary = {
  name: 'statsig-browser',
  title: 'Statsig, SDKs for browsers',
  packages,
  languages: ['typescript'],
  reads: [
    ...read('checkGate', { yields: 'boolean' }),
    ...read('getFeatureGate', { yields: 'boolean', returns: 'object:.value' }),
    ...read('getDynamicConfig', { yields: 'object', returns: 'object:.value' }),
    ...read('getConfig', { yields: 'object', returns: 'object:.value' }),
    ...read('getExperiment', { yields: 'object', returns: 'object:.value' }),
  ],
  droppableCalls: ['useStatsigClient'],
  archive: 'Archive $FLAG in Statsig',
  exposure: true,
  documentation: 'https://docs.statsig.com/client/javascript-sdk',
};

function read(name: string, shape: Pick<ReadShape, 'yields' | 'returns'>): readonly ReadShape[] {
  return [
    { ...shape, match: `$STATSIG.${name}($FLAG, $$$)`, import: packages },
    { ...shape, match: `${name}($FLAG, $$$)`, import: packages },
  ];
}

import type { Vocabulary } from '../read-shape.ts';

const packages = [
  '@statsig/react-bindings',
  '@statsig/react-bindings-on-device-eval',
  '@statsig/expo-bindings',
  '@statsig/react-native-bindings',
];
const old = ['statsig-react', 'statsig-react-native', 'statsig-react-native-expo'];

/** The hooks of the new SDK give the gate, those of the old one an object that also says whether it is still loading. */
export const statsigReact: Vocabulary = {
  name: 'statsig-react',
  title: 'Statsig, SDKs for React',
  packages: [...packages, ...old],
  languages: ['typescript'],
  reads: [
    { match: 'useGateValue($FLAG, $$$)', import: packages, yields: 'boolean' },
    { match: 'useFeatureGate($FLAG, $$$)', import: packages, yields: 'boolean', returns: 'object:.value' },
    { match: 'useDynamicConfig($FLAG, $$$)', import: packages, yields: 'object', returns: 'object:.value' },
    { match: 'useExperiment($FLAG, $$$)', import: packages, yields: 'object', returns: 'object:.value' },
    { match: 'useGate($FLAG, $$$)', import: old, yields: 'boolean', returns: 'object:.value' },
    {
      match: 'useGateWithExposureLoggingDisabled($FLAG, $$$)',
      import: old,
      yields: 'boolean',
      returns: 'object:.value',
    },
    { match: 'useFeatureGate($FLAG, $$$)', import: old, yields: 'boolean', returns: 'object:.gate.value' },
    { match: 'useConfig($FLAG, $$$)', import: old, yields: 'object', returns: 'object:.config.value' },
    { match: 'useExperiment($FLAG, $$$)', import: old, yields: 'object', returns: 'object:.config.value' },
  ],
  archive: 'Archive $FLAG in Statsig',
  exposure: true,
  documentation: 'https://docs.statsig.com/client/javascript-sdk/react',
};

import type { ReadShape, Vocabulary } from '../read-shape.ts';

const modular = ['firebase/remote-config', '@firebase/remote-config', '@react-native-firebase/remote-config'];
const objects = [
  'firebase',
  'firebase-admin',
  '@firebase/remote-config-compat',
  '@react-native-firebase/remote-config',
];
const reads = { Boolean: 'boolean', String: 'string', Number: 'number' } as const;

/**
 * A parameter is a text that each read turns into its type. What `getString` gives for a flag that is true is therefore not known: it may
 * be `1`, `yes` or `on`.
 */
export const firebaseRemoteConfig: Vocabulary = {
  name: 'firebase-remote-config',
  title: 'Firebase Remote Config',
  packages: [
    'firebase',
    'firebase-admin',
    '@firebase/remote-config',
    '@firebase/remote-config-compat',
    '@react-native-firebase/remote-config',
  ],
  languages: ['typescript'],
  reads: Object.entries(reads).flatMap(([type, yields]): ReadShape[] => [
    { match: `get${type}($CONFIG, $FLAG)`, import: modular, yields },
    { match: `getValue($CONFIG, $FLAG).as${type}()`, import: modular, yields },
    { match: `$CONFIG.get${type}($FLAG)`, import: objects, yields },
    { match: `$CONFIG.getValue($FLAG).as${type}()`, import: objects, yields },
  ]),
  archive: 'Remove the parameter $FLAG in the console of Firebase',
  documentation: 'https://firebase.google.com/docs/reference/js/remote-config',
};

import type { Vocabulary } from '../read-shape.ts';

const browser = ['@flagsmith/flagsmith', 'flagsmith', 'flagsmith-es', 'react-native-flagsmith'];
const node = ['flagsmith-nodejs', '@flagsmith/flagsmith-nodejs'];

/** A flag is on or off, and carries a value beside that. `useFlags` takes the keys as a list and gives an object of flags. */
export const flagsmith: Vocabulary = {
  name: 'flagsmith',
  title: 'Flagsmith, SDKs for JavaScript, React and Node.js',
  packages: [...browser, ...node],
  languages: ['typescript'],
  reads: [
    { match: '$FLAGSMITH.hasFeature($FLAG, $$$)', import: browser, yields: 'boolean' },
    { match: '$FLAGSMITH.getValue($FLAG, $$$)', import: browser, yields: 'payload' },
    { match: 'useFlags($$$).$FLAG', import: browser, yields: 'boolean', returns: 'object:.enabled' },
    { match: 'useFlags($$$).$FLAG', import: browser, yields: 'payload', returns: 'object:.value' },
    { match: 'useFlags($$$)[$FLAG]', import: browser, yields: 'boolean', returns: 'object:.enabled' },
    { match: 'useFlags($$$)[$FLAG]', import: browser, yields: 'payload', returns: 'object:.value' },
    { match: '$FLAGS.isFeatureEnabled($FLAG)', import: node, yields: 'boolean' },
    { match: '$FLAGS.getFeatureValue($FLAG)', import: node, yields: 'payload' },
    { match: '$FLAGS.getFlag($FLAG)', import: node, yields: 'boolean', returns: 'object:.enabled' },
    { match: '$FLAGS.getFlag($FLAG)', import: node, yields: 'payload', returns: 'object:.value' },
  ],
  droppableCalls: ['useFlags', 'useFlagsmith'],
  archive: 'Archive $FLAG in Flagsmith',
  documentation: 'https://docs.flagsmith.com/clients/javascript',
};

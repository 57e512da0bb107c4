import type { Vocabulary } from '../read-shape.ts';

const packages = ['@devcycle/nodejs-server-sdk', '@devcycle/js-cloud-server-sdk'];
const asyncWords = ['enableCloudBucketing', 'DevCycleCloudClient', '@devcycle/js-cloud-server-sdk', 'DVCCloudClient'];

/** The user first. Where the cloud decides, the same methods give promises. */
export const devcycleNode: Vocabulary = {
  name: 'devcycle-node',
  title: 'DevCycle, SDK for Node.js',
  packages,
  languages: ['typescript'],
  reads: [
    { match: '$CLIENT.variableValue($USER, $FLAG, $_)', import: packages, asyncWords },
    { match: '$CLIENT.variable($USER, $FLAG, $_)', import: packages, returns: 'object:.value', asyncWords },
  ],
  archive: 'Archive $FLAG in DevCycle',
  documentation: 'https://docs.devcycle.com/sdk/server-side-sdks/node/node-usage',
};

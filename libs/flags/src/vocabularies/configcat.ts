import type { Vocabulary } from '../read-shape.ts';

const packages = [
  '@configcat/sdk',
  'configcat-js',
  'configcat-js-ssr',
  'configcat-js-chromium-extension',
  'configcat-node',
  'configcat-cloudflare-worker',
  'configcat-common',
  'configcat-react',
];
const react = ['configcat-react'];

/** Key, default, user. A snapshot has the methods without `Async`, which give the value at once; a hook also says that it loads. */
export const configcat: Vocabulary = {
  name: 'configcat',
  title: 'ConfigCat, SDKs for JavaScript',
  packages,
  languages: ['typescript'],
  reads: [
    { match: '$CLIENT.getValueAsync($FLAG, $$$)', import: packages, returns: 'promise' },
    { match: '$CLIENT.getValueDetailsAsync($FLAG, $$$)', import: packages, returns: 'promise-object:.value' },
    { match: '$SNAPSHOT.getValue($FLAG, $$$)', import: packages },
    { match: '$SNAPSHOT.getValueDetails($FLAG, $$$)', import: packages, returns: 'object:.value' },
    { match: 'useFeatureFlag($FLAG, $$$)', import: react, returns: 'object:.value' },
  ],
  droppableCalls: ['useConfigCatClient'],
  archive: 'Archive $FLAG in ConfigCat',
  documentation: 'https://configcat.com/docs/sdk-reference/js/overview/',
};

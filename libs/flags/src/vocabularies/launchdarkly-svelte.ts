import type { Vocabulary } from '../read-shape.ts';

const packages = ['@launchdarkly/svelte-client-sdk'];

/** `LD.watch()` gives a store, so the value is behind `$` where a component asks it. */
export const launchdarklySvelte: Vocabulary = {
  name: 'launchdarkly-svelte',
  title: 'LaunchDarkly, SDK for Svelte',
  packages,
  languages: ['typescript'],
  reads: [
    { match: 'LD.watch($FLAG)', import: packages, returns: 'object:.$' },
    { match: 'LD.useFlag($FLAG, $$$)', import: packages },
  ],
  droppableCalls: ['watch', 'useFlag'],
  archive: 'Archive $FLAG in LaunchDarkly',
  exposure: true,
  documentation: 'https://launchdarkly.com/docs/sdk/client-side/svelte',
};

import type { Vocabulary } from '../read-shape.ts';

const packages = ['posthog-node'];

/** One flag at a time is a promise; `await client.evaluateFlags(user)` gives all of them, which are then asked one by one. */
export const posthogNode: Vocabulary = {
  name: 'posthog-node',
  title: 'PostHog, SDK for Node.js',
  packages,
  languages: ['typescript'],
  reads: [
    { match: '$POSTHOG.isFeatureEnabled($FLAG, $$$)', import: packages, yields: 'truth', returns: 'promise' },
    { match: '$POSTHOG.getFeatureFlag($FLAG, $$$)', import: packages, returns: 'promise' },
    {
      match: '$POSTHOG.getFeatureFlagResult($FLAG, $$$)',
      import: packages,
      yields: 'truth',
      returns: 'promise-object:.enabled',
    },
    { match: '$FLAGS.isEnabled($FLAG, $$$)', import: packages, yields: 'truth' },
    { match: '$FLAGS.getFlag($FLAG, $$$)', import: packages },
  ],
  archive: 'Disable and delete $FLAG in PostHog',
  exposure: true,
  documentation: 'https://posthog.com/docs/libraries/node#feature-flags',
};

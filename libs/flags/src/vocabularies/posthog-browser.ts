import type { Vocabulary } from '../read-shape.ts';

const packages = ['posthog-js', '@posthog/react', 'posthog-react-native', 'posthog-js-lite'];

/** A flag is true, false or the name of a variant; enabled is every variant. Until flags are loaded all of them are undefined. */
export const posthogBrowser: Vocabulary = {
  name: 'posthog-browser',
  title: 'PostHog, SDKs for browsers and React Native',
  packages,
  languages: ['typescript'],
  reads: [
    { match: '$POSTHOG.isFeatureEnabled($FLAG, $$$)', import: packages, yields: 'truth' },
    { match: '$POSTHOG.getFeatureFlag($FLAG, $$$)', import: packages },
    {
      match: '$POSTHOG.getFeatureFlagResult($FLAG, $$$)',
      import: packages,
      yields: 'truth',
      returns: 'object:.enabled',
    },
    {
      match: '$POSTHOG.getFeatureFlagResult($FLAG, $$$)',
      import: packages,
      yields: 'string',
      returns: 'object:.variant',
    },
  ],
  archive: 'Disable and delete $FLAG in PostHog',
  exposure: true,
  documentation: 'https://posthog.com/docs/libraries/js/features#feature-flags',
};

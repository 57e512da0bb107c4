import type { Vocabulary } from '../read-shape.ts';

const packages = ['@posthog/react', 'posthog-js'];
const native = ['posthog-react-native'];

/** The component counts how often its children are seen and clicked, so it does more than show them. */
export const posthogReact: Vocabulary = {
  name: 'posthog-react',
  title: 'PostHog, hooks for React',
  packages: [...packages, ...native],
  languages: ['typescript'],
  reads: [
    { match: 'useFeatureFlagEnabled($FLAG, $$$)', import: packages, yields: 'truth' },
    { match: 'useFeatureFlagVariantKey($FLAG)', import: packages },
    { match: 'useFeatureFlagResult($FLAG, $$$)', import: packages, yields: 'truth', returns: 'object:.enabled' },
    { match: 'useFeatureFlagResult($FLAG, $$$)', import: packages, yields: 'string', returns: 'object:.variant' },
    { match: 'useFeatureFlag($FLAG, $$$)', import: native },
    {
      match: '<PostHogFeature flag={$FLAG}>$$$</PostHogFeature>',
      import: packages,
      component: { matches: 'match', otherwise: 'fallback', wraps: true },
    },
  ],
  droppableCalls: ['usePostHog'],
  archive: 'Disable and delete $FLAG in PostHog',
  exposure: true,
  documentation: 'https://posthog.com/docs/libraries/react#feature-flags',
};

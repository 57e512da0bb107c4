import type { Vocabulary } from '../read-shape.ts';

const packages = ['@unleash/proxy-client-react', '@unleash/nextjs', '@unleash/nextjs/client'];

/** `useFlags()` lists all toggles and is no read of one; `useFlagsStatus()` says when the flags are ready and stays. */
export const unleashReact: Vocabulary = {
  name: 'unleash-react',
  title: 'Unleash, SDK for React',
  packages: ['@unleash/proxy-client-react', '@unleash/nextjs'],
  languages: ['typescript'],
  reads: [
    { match: 'useFlag($FLAG)', import: packages, yields: 'boolean' },
    { match: 'useVariant($FLAG)', import: packages, returns: 'object:.name', yields: 'string' },
    { match: 'useVariant($FLAG)', import: packages, returns: 'object:.feature_enabled', yields: 'boolean' },
    { match: 'useUnleashClient().isEnabled($FLAG)', import: packages, yields: 'boolean' },
  ],
  droppableCalls: ['useUnleashClient', 'useUnleashContext'],
  archive: 'Archive $FLAG in Unleash',
  documentation: 'https://docs.getunleash.io/sdks/react',
};

import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

const modules = ['sentry'];

/** The flags of Sentry's own code and of its plugins, whose keys say what they are asked for: `organizations:new-checkout`. */
export const sentry: Vocabulary = {
  name: 'sentry',
  title: 'Feature flags of Sentry itself',
  packages: ['sentry'],
  modules,
  languages: ['python'],
  reads: pythonCall('features.has(', 'name', { import: modules, yields: 'boolean' }),
  archive: 'Remove $FLAG from the options of the flag handler',
  documentation: 'https://develop.sentry.dev/backend/application-domains/feature-flags/',
};

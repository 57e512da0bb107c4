import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

const modules = ['UnleashClient'];

/** A variant is a dictionary. `AsyncUnleashClient` evaluates without awaiting, too: only its start and stop are coroutines. */
export const unleashPython: Vocabulary = {
  name: 'unleash-python',
  title: 'Unleash, SDK for Python',
  packages: ['UnleashClient'],
  modules,
  languages: ['python'],
  reads: [
    ...pythonCall('$UNLEASH.is_enabled(', 'feature_name', { import: modules, yields: 'boolean' }),
    ...pythonCall('$UNLEASH.get_variant(', 'feature_name', {
      import: modules,
      returns: 'object:["name"]',
      yields: 'string',
    }),
    ...pythonCall('$UNLEASH.get_variant(', 'feature_name', {
      import: modules,
      returns: 'object:["feature_enabled"]',
      yields: 'boolean',
    }),
  ],
  archive: 'Archive $FLAG in Unleash',
  documentation: 'https://docs.getunleash.io/unleash-client-python/usage',
};

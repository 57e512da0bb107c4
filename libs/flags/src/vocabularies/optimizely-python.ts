import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

const modules = ['optimizely'];

/** A decision says whether the flag is on and which variation it has; the methods of a client are the older form. */
export const optimizelyPython: Vocabulary = {
  name: 'optimizely-python',
  title: 'Optimizely, SDK for Python',
  packages: ['optimizely-sdk'],
  modules,
  languages: ['python'],
  reads: [
    ...pythonCall('$USER.decide(', 'key', { import: modules, yields: 'boolean', returns: 'object:.enabled' }),
    ...pythonCall('$USER.decide(', 'key', { import: modules, yields: 'string', returns: 'object:.variation_key' }),
    ...pythonCall('$CLIENT.is_feature_enabled(', 'feature_key', { import: modules, yields: 'boolean' }),
    ...pythonCall('$CLIENT.activate(', 'experiment_key', { import: modules, yields: 'string' }),
    ...pythonCall('$CLIENT.get_variation(', 'experiment_key', { import: modules, yields: 'string' }),
  ],
  archive: 'Archive $FLAG in Optimizely',
  exposure: true,
  documentation: 'https://docs.developers.optimizely.com/feature-experimentation/docs/decide-methods-python',
};

import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

// `launchdarkly-server-sdk-ai` and others hand the client of the server SDK on.
const modules = ['ldclient'];

/**
 * One method for every type; there is no `bool_variation`. `AsyncLDClient` has the same methods as coroutines.
 */
export const launchdarklyPython: Vocabulary = {
  name: 'launchdarkly-python',
  title: 'LaunchDarkly, server-side SDK for Python',
  packages: ['launchdarkly-server-sdk', 'ldclient-py'],
  modules,
  languages: ['python'],
  reads: [
    ...pythonCall('$CLIENT.variation(', 'key', { import: modules, asyncWords: ['AsyncLDClient'] }),
    ...pythonCall('$CLIENT.variation_detail(', 'key', {
      import: modules,
      returns: 'object:.value',
      asyncWords: ['AsyncLDClient'],
    }),
    ...pythonCall('$STATE.get_flag_value(', 'key', { import: modules }),
  ],
  archive: 'Archive $FLAG in LaunchDarkly',
  exposure: true,
  documentation: 'https://launchdarkly-python-sdk.readthedocs.io/en/latest/api-main.html',
};

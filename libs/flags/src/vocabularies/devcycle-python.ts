import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

const modules = ['devcycle_python_sdk'];

/** The user first, then key and default; the same for the local and the cloud client. */
export const devcyclePython: Vocabulary = {
  name: 'devcycle-python',
  title: 'DevCycle, SDK for Python',
  packages: ['devcycle-python-server-sdk'],
  modules,
  languages: ['python'],
  reads: [
    ...pythonCall('$CLIENT.variable_value($USER, ', 'key', { import: modules }),
    ...pythonCall('$CLIENT.variable($USER, ', 'key', { import: modules, returns: 'object:.value' }),
  ],
  archive: 'Archive $FLAG in DevCycle',
  documentation: 'https://docs.devcycle.com/sdk/server-side-sdks/python/python-usage',
};

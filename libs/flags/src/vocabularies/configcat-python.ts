import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

const modules = ['configcatclient'];

/** Key, default, user. */
export const configcatPython: Vocabulary = {
  name: 'configcat-python',
  title: 'ConfigCat, SDK for Python',
  packages: ['configcat-client'],
  modules,
  languages: ['python'],
  reads: [
    ...pythonCall('$CLIENT.get_value(', 'key', { import: modules }),
    ...pythonCall('$CLIENT.get_value_details(', 'key', { import: modules, returns: 'object:.value' }),
  ],
  archive: 'Archive $FLAG in ConfigCat',
  documentation: 'https://configcat.com/docs/sdk-reference/python/',
};

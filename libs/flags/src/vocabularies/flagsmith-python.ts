import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

const modules = ['flagsmith'];

/** A flag is on or off, and carries a value beside that. All flags are fetched at once, and asked one by one. */
export const flagsmithPython: Vocabulary = {
  name: 'flagsmith-python',
  title: 'Flagsmith, SDK for Python',
  packages: ['flagsmith'],
  modules,
  languages: ['python'],
  reads: [
    ...pythonCall('$FLAGS.is_feature_enabled(', 'feature_name', { import: modules, yields: 'boolean' }),
    ...pythonCall('$FLAGS.get_feature_value(', 'feature_name', { import: modules, yields: 'payload' }),
    ...pythonCall('$FLAGS.get_flag(', 'feature_name', {
      import: modules,
      yields: 'boolean',
      returns: 'object:.enabled',
    }),
    ...pythonCall('$FLAGS.get_flag(', 'feature_name', { import: modules, yields: 'payload', returns: 'object:.value' }),
  ],
  archive: 'Archive $FLAG in Flagsmith',
  documentation: 'https://docs.flagsmith.com/clients/server-side',
};

import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

const modules = ['posthog'];

/** A flag is true, false or the name of a variant; enabled is every variant. Methods of a client, or functions of the module itself. */
export const posthogPython: Vocabulary = {
  name: 'posthog-python',
  title: 'PostHog, SDK for Python',
  packages: ['posthog'],
  modules,
  languages: ['python'],
  reads: [
    ...['feature_enabled', '$POSTHOG.feature_enabled'].flatMap((name) =>
      pythonCall(`${name}(`, 'key', { import: modules, yields: 'truth' }),
    ),
    ...['get_feature_flag', '$POSTHOG.get_feature_flag'].flatMap((name) =>
      pythonCall(`${name}(`, 'key', { import: modules }),
    ),
    ...['get_feature_flag_result', '$POSTHOG.get_feature_flag_result'].flatMap((name) => [
      ...pythonCall(`${name}(`, 'key', { import: modules, yields: 'truth', returns: 'object:.enabled' }),
      ...pythonCall(`${name}(`, 'key', { import: modules, yields: 'string', returns: 'object:.variant' }),
    ]),
    // Of what `evaluate_flags` gave, for all flags at once.
    ...pythonCall('$FLAGS.is_enabled(', 'key', { import: modules, yields: 'truth' }),
    ...pythonCall('$FLAGS.get_flag(', 'key', { import: modules }),
  ],
  archive: 'Disable and delete $FLAG in PostHog',
  exposure: true,
  documentation: 'https://posthog.com/docs/libraries/python#feature-flags',
};

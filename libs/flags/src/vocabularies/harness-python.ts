import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

const modules = ['featureflags'];
const types = { bool: 'boolean', string: 'string', int: 'integer', number: 'float', json: 'object' } as const;

/** Identifier, target, default; one method for every type. */
export const harnessPython: Vocabulary = {
  name: 'harness-python',
  title: 'Harness Feature Flags, SDK for Python',
  packages: ['harness-featureflags'],
  modules,
  languages: ['python'],
  reads: [
    ...Object.entries(types).flatMap(([name, yields]) =>
      pythonCall(`$CLIENT.${name}_variation(`, 'identifier', { import: modules, yields }),
    ),
    // It gives an integer as one, other than `number_variation`.
    ...pythonCall('$CLIENT.int_or_float_variation(', 'identifier', { import: modules, yields: 'number' }),
  ],
  archive: 'Archive $FLAG in Harness',
  documentation: 'https://developer.harness.io/docs/feature-flags/use-ff/ff-sdks/server-sdks/python-sdk-reference/',
};

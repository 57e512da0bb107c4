import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

const modules = ['eppo_client'];
const types = { boolean: 'boolean', string: 'string', integer: 'integer', numeric: 'float', json: 'object' } as const;

/** Key, subject, attributes, default; one method for every type. */
export const eppoPython: Vocabulary = {
  name: 'eppo-python',
  title: 'Eppo, SDK for Python',
  packages: ['eppo-server-sdk'],
  modules,
  languages: ['python'],
  reads: Object.entries(types).flatMap(([name, yields]) => [
    ...pythonCall(`$CLIENT.get_${name}_assignment(`, 'flag_key', { import: modules, yields }),
    ...pythonCall(`$CLIENT.get_${name}_assignment_details(`, 'flag_key', {
      import: modules,
      yields,
      returns: 'object:.variation',
    }),
  ]),
  droppableCalls: ['eppo_client.get_instance'],
  archive: 'Archive $FLAG in Eppo',
  exposure: true,
  documentation: 'https://docs.geteppo.com/sdks/server-sdks/python/assignments/',
};

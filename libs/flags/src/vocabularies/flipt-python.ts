import { pythonCall } from '../python-call.ts';
import type { ReadShape, Vocabulary } from '../read-shape.ts';

const inProcess = ['flipt_client'];
const remote = ['flipt'];

/** The client that evaluates in the process takes the key; the one that asks a server takes a request which has it. */
export const fliptPython: Vocabulary = {
  name: 'flipt-python',
  title: 'Flipt, SDKs for Python',
  packages: ['flipt-client', 'flipt'],
  modules: [...inProcess, ...remote],
  languages: ['python'],
  reads: [
    ...pythonCall('$CLIENT.evaluate_boolean(', 'flag_key', {
      import: inProcess,
      yields: 'boolean',
      returns: 'object:.enabled',
    }),
    ...pythonCall('$CLIENT.evaluate_variant(', 'flag_key', {
      import: inProcess,
      yields: 'string',
      returns: 'object:.variant_key',
    }),
    request('boolean', { yields: 'boolean', returns: 'object:.enabled' }),
    request('variant', { yields: 'string', returns: 'object:.variant_key' }),
  ],
  archive: 'Delete $FLAG in Flipt',
  documentation: 'https://docs.flipt.io/integration/client',
};

function request(name: string, shape: Pick<ReadShape, 'yields' | 'returns'>): ReadShape {
  const match = `$CLIENT.evaluation.${name}(EvaluationRequest(flag_key=$FLAG, $$$))`;
  return { ...shape, match, import: remote, asyncWords: ['AsyncFliptClient'] };
}

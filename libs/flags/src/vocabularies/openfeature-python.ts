import { pythonCall } from '../python-call.ts';
import type { ReadShape, Vocabulary } from '../read-shape.ts';

const modules = ['openfeature'];
const types = ['boolean', 'string', 'integer', 'float', 'object'] as const;

/** Key and default first; each evaluation also as a coroutine whose name says so. */
export const openfeaturePython: Vocabulary = {
  name: 'openfeature-python',
  title: 'OpenFeature, SDK for Python',
  packages: ['openfeature-sdk'],
  modules,
  languages: ['python'],
  reads: types.flatMap((yields) => [
    ...read(`$CLIENT.get_${yields}_value(`, { yields }),
    ...read(`$CLIENT.get_${yields}_value_async(`, { yields, returns: 'promise' }),
    ...read(`$CLIENT.get_${yields}_details(`, { yields, returns: 'object:.value' }),
    ...read(`$CLIENT.get_${yields}_details_async(`, { yields, returns: 'promise-object:.value' }),
  ]),
  droppableCalls: ['openfeature.api.get_client'],
  archive: 'Archive $FLAG with the provider behind OpenFeature',
  documentation: 'https://openfeature.dev/docs/reference/sdks/server/python',
};

function read(call: string, shape: Pick<ReadShape, 'returns' | 'yields'>): readonly ReadShape[] {
  return pythonCall(call, 'flag_key', { ...shape, import: modules });
}

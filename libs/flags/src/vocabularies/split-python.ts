import { pythonCall } from '../python-call.ts';
import type { ReadShape, Vocabulary } from '../read-shape.ts';

const modules = ['splitio'];

/** The user's key first, then the name of the flag. A treatment is a text, and `on` and `off` where the flag has only two. */
export const splitPython: Vocabulary = {
  name: 'split-python',
  title: 'Split (Harness FME), SDK for Python',
  packages: ['splitio-client'],
  modules,
  languages: ['python'],
  reads: [...read('get_treatment', 'value'), ...read('get_treatment_with_config', 'tuple:0')],
  archive: 'Kill and archive $FLAG in Split',
  exposure: true,
  documentation:
    'https://developer.harness.io/docs/feature-management-experimentation/sdks-and-infrastructure/server-side-sdks/python-sdk',
};

function read(name: string, returns: ReadShape['returns'] & string): readonly ReadShape[] {
  return pythonCall(`$CLIENT.${name}($KEY, `, 'feature_flag_name', {
    import: modules,
    returns,
    yields: 'string',
    values: { true: 'on', false: 'off' },
    asyncWords: ['get_factory_async'],
  });
}

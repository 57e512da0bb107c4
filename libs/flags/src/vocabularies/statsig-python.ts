import { pythonCall } from '../python-call.ts';
import type { ReadShape, Vocabulary } from '../read-shape.ts';

const modules = ['statsig_python_core', 'statsig'];

/** The user first. What the key is called as a keyword differs: `name` in the new SDK, `gate` and `gate_name` in the old one. */
export const statsigPython: Vocabulary = {
  name: 'statsig-python',
  title: 'Statsig, SDKs for Python',
  packages: ['statsig-python-core', 'statsig'],
  modules,
  languages: ['python'],
  reads: [
    ...read('check_gate', ['name', 'gate', 'gate_name'], { yields: 'boolean' }),
    ...read('check_gate_with_exposure_logging_disabled', ['gate'], { yields: 'boolean' }),
    ...read('get_feature_gate', ['name', 'gate', 'gate_name'], { yields: 'boolean', returns: 'object:.value' }),
    ...read('get_dynamic_config', ['name'], { yields: 'object', returns: 'object:.value' }),
    ...read('get_config', ['config', 'config_name'], { yields: 'object', returns: 'object:.value' }),
    ...read('get_experiment', ['name', 'experiment', 'experiment_name'], {
      yields: 'object',
      returns: 'object:.value',
    }),
  ],
  archive: 'Archive $FLAG in Statsig',
  exposure: true,
  documentation: 'https://docs.statsig.com/server-core/python-core',
};

function read(name: string, keywords: readonly string[], shape: Omit<ReadShape, 'match' | 'import'>) {
  const call = `$STATSIG.${name}($USER, `;
  return [
    { ...shape, match: `${call}$FLAG, $$$)`, import: modules },
    ...keywords.flatMap((keyword) => pythonCall(call, keyword, { ...shape, import: modules }).slice(1)),
  ];
}

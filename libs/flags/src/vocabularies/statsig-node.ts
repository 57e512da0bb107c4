import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = ['@statsig/statsig-node-core', 'statsig-node', 'statsig-node-lite'];

/** The user first. Before its version 6 the old SDK gave promises, which are awaited where they are read. */
export const statsigNode: Vocabulary = {
  name: 'statsig-node',
  title: 'Statsig, SDKs for Node.js',
  packages,
  languages: ['typescript'],
  reads: [
    read('checkGate', { yields: 'boolean' }),
    read('checkGateSync', { yields: 'boolean' }),
    read('checkGateWithExposureLoggingDisabled', { yields: 'boolean' }),
    read('getFeatureGate', { yields: 'boolean', returns: 'object:.value' }),
    read('getFeatureGateSync', { yields: 'boolean', returns: 'object:.value' }),
    read('getDynamicConfig', { yields: 'object', returns: 'object:.value' }),
    read('getConfig', { yields: 'object', returns: 'object:.value' }),
    read('getConfigSync', { yields: 'object', returns: 'object:.value' }),
    read('getExperiment', { yields: 'object', returns: 'object:.value' }),
    read('getExperimentSync', { yields: 'object', returns: 'object:.value' }),
  ],
  archive: 'Archive $FLAG in Statsig',
  exposure: true,
  documentation: 'https://docs.statsig.com/server-core/node-core',
};

function read(name: string, shape: Pick<ReadShape, 'yields' | 'returns'>): ReadShape {
  return { ...shape, match: `$STATSIG.${name}($USER, $FLAG, $$$)`, import: packages };
}

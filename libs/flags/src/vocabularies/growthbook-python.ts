import { pythonCall } from '../python-call.ts';
import type { ReadShape, Vocabulary } from '../read-shape.ts';

const modules = ['growthbook'];

/**
 * On is what is true to JavaScript, whatever the type. `GrowthBookClient` waits, and takes the user after everything else: the number
 * of the arguments tells the two apart.
 */
export const growthbookPython: Vocabulary = {
  name: 'growthbook-python',
  title: 'GrowthBook, SDK for Python',
  packages: ['growthbook'],
  modules,
  languages: ['python'],
  reads: [
    ...['is_on', 'isOn'].flatMap((name) => asked(name, { yields: 'truth' })),
    ...['is_off', 'isOff'].flatMap((name) => asked(name, { yields: 'truth', negate: true })),
    { match: '$GROWTHBOOK.get_feature_value($FLAG, $_)', import: modules },
    { match: '$GROWTHBOOK.getFeatureValue($FLAG, $_)', import: modules },
    { match: '$GROWTHBOOK.get_feature_value($FLAG, fallback=$_)', import: modules },
    { match: '$GROWTHBOOK.get_feature_value($FLAG, $_, $USER, $$$)', import: modules, returns: 'promise' },
    { match: '$GROWTHBOOK.get_feature_value($FLAG, $_, user_context=$_, $$$)', import: modules, returns: 'promise' },
    ...evaluated('value', {}),
    ...evaluated('on', { yields: 'truth' }),
    ...evaluated('off', { yields: 'truth', negate: true }),
  ],
  archive: 'Archive $FLAG in GrowthBook',
  documentation: 'https://docs.growthbook.io/lib/python',
};

function asked(name: string, shape: Pick<ReadShape, 'yields' | 'negate'>): readonly ReadShape[] {
  return [
    { ...shape, match: `$GROWTHBOOK.${name}($FLAG)`, import: modules },
    { ...shape, match: `$GROWTHBOOK.${name}(key=$FLAG)`, import: modules },
    { ...shape, match: `$GROWTHBOOK.${name}($FLAG, $USER, $$$)`, import: modules, returns: 'promise' },
    { ...shape, match: `$GROWTHBOOK.${name}($FLAG, user_context=$_, $$$)`, import: modules, returns: 'promise' },
  ];
}

function evaluated(member: string, shape: Pick<ReadShape, 'yields' | 'negate'>): readonly ReadShape[] {
  const names = ['eval_feature', 'evalFeature'];
  return [
    ...names.flatMap((name) =>
      [`$GROWTHBOOK.${name}($FLAG)`, `$GROWTHBOOK.${name}(key=$FLAG)`].map(
        (match): ReadShape => ({ ...shape, match, import: modules, returns: `object:.${member}` }),
      ),
    ),
    ...pythonCall('$GROWTHBOOK.eval_feature(', 'key', {
      ...shape,
      import: modules,
      returns: `promise-object:.${member}`,
    }),
  ];
}

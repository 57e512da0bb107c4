import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = ['@growthbook/growthbook', '@growthbook/growthbook-react'];
const react = ['@growthbook/growthbook-react'];

/**
 * On is what is true in a condition, whatever the type. `GrowthBookClient` has the same methods with the user at the end; a hook's
 * result and that of `evalFeature` say the value, on and off.
 */
export const growthbook: Vocabulary = {
  name: 'growthbook',
  title: 'GrowthBook, SDKs for JavaScript and React',
  packages,
  languages: ['typescript'],
  reads: [
    { match: '$GROWTHBOOK.isOn($FLAG, $$$)', import: packages, yields: 'truth' },
    { match: '$GROWTHBOOK.isOff($FLAG, $$$)', import: packages, yields: 'truth', negate: true },
    { match: '$GROWTHBOOK.getFeatureValue($FLAG, $$$)', import: packages },
    ...result('$GROWTHBOOK.evalFeature($FLAG, $$$)', packages),
    ...result('$GROWTHBOOK.feature($FLAG)', packages),
    { match: 'useFeatureIsOn($FLAG)', import: react, yields: 'truth' },
    { match: 'useFeatureValue($FLAG, $_)', import: react },
    ...result('useFeature($FLAG)', react),
    {
      match: '<IfFeatureEnabled feature={$FLAG}>$$$</IfFeatureEnabled>',
      import: react,
      yields: 'truth',
      component: {},
    },
    { match: '<FeatureString feature={$FLAG} />', import: react, yields: 'string', component: { children: 'none' } },
  ],
  droppableCalls: ['useGrowthBook'],
  archive: 'Archive $FLAG in GrowthBook',
  documentation: 'https://docs.growthbook.io/lib/js',
};

function result(match: string, modules: readonly string[]): readonly ReadShape[] {
  return [
    { match, import: modules, returns: 'object:.value' },
    { match, import: modules, returns: 'object:.on', yields: 'truth' },
    { match, import: modules, returns: 'object:.off', yields: 'truth', negate: true },
  ];
}

import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = ['@openfeature/react-sdk'];

/** Hooks with a type in their name yield the value; `useFlag` yields a query object. */
export const openfeatureReact: Vocabulary = {
  name: 'openfeature-react',
  title: 'OpenFeature, React SDK',
  packages,
  languages: ['typescript'],
  reads: [
    ...(['boolean', 'string', 'number', 'object'] as const).flatMap((yields): ReadShape[] => {
      const type = `${yields[0]!.toUpperCase()}${yields.slice(1)}`;
      return [
        { match: `use${type}FlagValue($FLAG, $$$)`, import: packages, yields },
        { match: `use${type}FlagDetails($FLAG, $$$)`, import: packages, returns: 'object:.value', yields },
      ];
    }),
    { match: 'useFlag($FLAG, $$$)', import: packages, returns: 'object:.value' },
    { match: 'useSuspenseFlag($FLAG, $$$)', import: packages, returns: 'object:.value' },
    {
      match: '<FeatureFlag flagKey={$FLAG}>$$$</FeatureFlag>',
      import: packages,
      component: { matches: 'matchValue', otherwise: 'fallback', ignored: ['defaultValue'] },
    },
  ],
  droppableCalls: ['useOpenFeatureClient'],
  archive: 'Archive $FLAG with the provider behind OpenFeature',
  documentation: 'https://openfeature.dev/docs/reference/sdks/client/web/react',
};

import type { ReadShape, Vocabulary } from '../read-shape.ts';

// The React and Angular SDKs export all of the web SDK again, so its client is often imported from there.
const packages = ['@openfeature/web-sdk', '@openfeature/react-sdk', '@openfeature/angular-sdk'];

/** The names of the server SDK without context and without promise: the context belongs to the page. */
export const openfeatureWeb: Vocabulary = {
  name: 'openfeature-web',
  title: 'OpenFeature, web SDK',
  packages,
  languages: ['typescript'],
  reads: (['boolean', 'string', 'number', 'object'] as const).flatMap((yields): ReadShape[] => {
    const type = `${yields[0]!.toUpperCase()}${yields.slice(1)}`;
    return [
      { match: `$CLIENT.get${type}Value($FLAG, $$$)`, import: packages, yields },
      { match: `$CLIENT.get${type}Details($FLAG, $$$)`, import: packages, returns: 'object:.value', yields },
    ];
  }),
  droppableCalls: ['OpenFeature.getClient'],
  archive: 'Archive $FLAG with the provider behind OpenFeature',
  documentation: 'https://openfeature.dev/docs/reference/sdks/client/web',
};

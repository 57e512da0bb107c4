import type { Vocabulary } from '../read-shape.ts';

const packages = ['@openfeature/angular-sdk'];

/**
 * The directive for booleans. Those of the other types compare the flag with a value of their own, and give it to the element. The service
 * gives observables, of which nothing is known here.
 */
export const openfeatureAngular: Vocabulary = {
  name: 'openfeature-angular',
  title: 'OpenFeature, Angular SDK',
  packages,
  languages: ['angular'],
  reads: [{ match: '*booleanFeatureFlag="$FLAG; $$$"', import: packages, yields: 'boolean' }],
  archive: 'Archive $FLAG with the provider behind OpenFeature',
  documentation: 'https://openfeature.dev/docs/reference/sdks/client/web/angular',
};

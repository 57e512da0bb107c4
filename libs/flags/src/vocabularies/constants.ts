import type { Vocabulary } from '../read-shape.ts';

/**
 * A flag that is an exported constant, such as `export const NEW_CHECKOUT = true`: its name is the key, and every use of the name
 * that resolves to the constant is a read.
 */
export const constants: Vocabulary = {
  name: 'constants',
  title: 'Exported constants',
  packages: [],
  languages: ['typescript'],
  reads: [{ match: '$FLAG', binding: 'exported-const' }],
  documentation: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Statements/const',
};

import type { Vocabulary } from '../read-shape.ts';

/**
 * A flag that is a constant of a module, such as `export const NEW_CHECKOUT = true`, or `NEW_CHECKOUT = True` in Python: its name is
 * the key, and every use of the name that resolves to the constant is a read.
 */
export const constants: Vocabulary = {
  name: 'constants',
  title: 'Exported constants',
  packages: [],
  languages: ['typescript', 'python'],
  reads: [
    { match: '$FLAG', language: 'typescript', binding: 'exported-const' },
    { match: '$FLAG', language: 'python', binding: 'exported-const' },
  ],
  documentation: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Statements/const',
};

import type { Vocabulary } from '../read-shape.ts';

/**
 * Environment variables. What is read is a text, `'false'` too, which is true in an `if`: comparisons are folded against that text.
 * No import calls for it, and a variable may well have the name of a flag that lives in a service, so it must be named.
 */
export const env: Vocabulary = {
  name: 'env',
  title: 'Environment variables',
  packages: [],
  languages: ['typescript'],
  reads: [
    { match: 'process.env.$FLAG', yields: 'text' },
    { match: 'process.env[$FLAG]', yields: 'text' },
    { match: 'import.meta.env.$FLAG', yields: 'text' },
    { match: 'import.meta.env[$FLAG]', yields: 'text' },
    { match: 'Deno.env.get($FLAG)', yields: 'text' },
    { match: 'Bun.env.$FLAG', yields: 'text' },
  ],
  documentation: 'https://nodejs.org/api/process.html#processenv',
};

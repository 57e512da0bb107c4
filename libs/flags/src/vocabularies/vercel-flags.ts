import type { Vocabulary } from '../read-shape.ts';

const packages = ['flags', '@vercel/flags'];

/** A flag is a function that is declared once, with its key, and called where it is read: the read begins with what made it. */
export const vercelFlags: Vocabulary = {
  name: 'vercel-flags',
  title: 'Flags SDK of Vercel',
  packages,
  languages: ['typescript'],
  reads: [{ match: 'flag({ key: $FLAG, $$$ })($$$)', import: packages, returns: 'promise' }],
  archive: 'Archive $FLAG with the provider behind the Flags SDK',
  documentation: 'https://flags-sdk.dev/api-reference/frameworks/next',
};

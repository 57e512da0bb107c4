import type { Vocabulary } from '../read-shape.ts';

const packages = ['@reflag/react-sdk'];
const old = ['@bucketco/react-sdk'];

/** Bucket is the former name. The object also tracks and asks for feedback; then it is kept. */
export const reflagReact: Vocabulary = {
  name: 'reflag-react',
  title: 'Reflag (Bucket), SDK for React',
  packages: [...packages, ...old],
  languages: ['typescript'],
  reads: [
    { match: 'useFlag($FLAG, $$$)', import: packages, yields: 'boolean', returns: 'object:.isEnabled' },
    {
      match: 'useFeature($FLAG, $$$)',
      import: [...packages, ...old],
      yields: 'boolean',
      returns: 'object:.isEnabled',
    },
  ],
  archive: 'Archive $FLAG in Reflag',
  documentation: 'https://docs.reflag.com/supported-languages/react-sdk',
};

import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = [
  '@eppo/js-client-sdk',
  '@eppo/node-server-sdk',
  '@eppo/react-native-sdk',
  '@eppo/js-client-sdk-common',
];
const types = { Boolean: 'boolean', String: 'string', Integer: 'number', Numeric: 'number', JSON: 'object' } as const;

/** Key, subject, attributes, default; one method for every type. */
export const eppo: Vocabulary = {
  name: 'eppo',
  title: 'Eppo, SDKs for JavaScript',
  packages,
  languages: ['typescript'],
  reads: [
    // The name before version 3, which had no details.
    { match: '$CLIENT.getBoolAssignment($FLAG, $$$)', import: packages, yields: 'boolean' },
    ...Object.entries(types).flatMap(([name, yields]): ReadShape[] => [
      { match: `$CLIENT.get${name}Assignment($FLAG, $$$)`, import: packages, yields },
      {
        match: `$CLIENT.get${name}AssignmentDetails($FLAG, $$$)`,
        import: packages,
        yields,
        returns: 'object:.variation',
      },
    ]),
  ],
  archive: 'Archive $FLAG in Eppo',
  exposure: true,
  documentation: 'https://docs.geteppo.com/sdks/client-sdks/javascript/assignments/',
};

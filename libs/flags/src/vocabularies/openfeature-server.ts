import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = ['@openfeature/server-sdk', '@openfeature/js-sdk', '@openfeature/nestjs-sdk'];

/** Key, default, context, options; every evaluation is a promise. `js-sdk` is the name of `server-sdk` before version 1.7. */
export const openfeatureServer: Vocabulary = {
  name: 'openfeature-server',
  title: 'OpenFeature, server SDK',
  packages,
  languages: ['typescript'],
  reads: [
    ...(['boolean', 'string', 'number', 'object'] as const).flatMap((yields): ReadShape[] => {
      const type = `${yields[0]!.toUpperCase()}${yields.slice(1)}`;
      return [
        { match: `$CLIENT.get${type}Value($FLAG, $$$)`, import: packages, returns: 'promise', yields },
        { match: `$CLIENT.get${type}Details($FLAG, $$$)`, import: packages, returns: 'promise-object:.value', yields },
      ];
    }),
    {
      match: '@RequireFlagsEnabled({ flags: [{ flagKey: $FLAG }] })',
      import: ['@openfeature/nestjs-sdk'],
      yields: 'boolean',
    },
  ],
  droppableCalls: ['OpenFeature.getClient'],
  archive: 'Archive $FLAG with the provider behind OpenFeature',
  documentation: 'https://openfeature.dev/docs/reference/sdks/server/javascript',
};

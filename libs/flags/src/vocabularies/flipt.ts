import type { ReadShape, Vocabulary } from '../read-shape.ts';

const object = ['@flipt-io/flipt-client-js'];
const positional = ['@flipt-io/flipt-client', '@flipt-io/flipt-client-browser'];
const remote = ['@flipt-io/flipt'];
const react = ['@flipt-io/flipt-client-react'];

/** The clients that evaluate in the process take an object or, in older packages, three arguments; the remote one gives promises. */
export const flipt: Vocabulary = {
  name: 'flipt',
  title: 'Flipt, SDKs for JavaScript and React',
  packages: [...object, ...positional, ...remote, ...react],
  languages: ['typescript'],
  reads: [
    ...results('$CLIENT.evaluateBoolean', '$CLIENT.evaluateVariant', '({ flagKey: $FLAG, $$$ })', [
      ...object,
      ...react,
    ]),
    ...results('$CLIENT.evaluateBoolean', '$CLIENT.evaluateVariant', '($FLAG, $$$)', positional),
    ...results('$CLIENT.evaluation.boolean', '$CLIENT.evaluation.variant', '({ flagKey: $FLAG, $$$ })', remote).map(
      (read): ReadShape => ({ ...read, returns: `promise-${read.returns}` as ReadShape['returns'] & string }),
    ),
    { match: 'useFliptBoolean($FLAG, $$$)', import: react, yields: 'boolean' },
    { match: 'useFliptVariant($FLAG, $$$)', import: react, yields: 'string' },
  ],
  archive: 'Delete $FLAG in Flipt',
  documentation: 'https://docs.flipt.io/integration/client',
};

function results(boolean: string, variant: string, args: string, modules: readonly string[]): readonly ReadShape[] {
  return [
    { match: boolean + args, import: modules, yields: 'boolean', returns: 'object:.enabled' },
    { match: variant + args, import: modules, yields: 'string', returns: 'object:.variantKey' },
  ];
}

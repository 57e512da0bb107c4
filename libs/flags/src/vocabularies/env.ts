import type { ReadShape, Vocabulary } from '../read-shape.ts';

/**
 * Environment variables. What is read is a text, `'false'` too, which is true in an `if`: comparisons are folded against that text.
 * No import calls for it, and a variable may well have the name of a flag that lives in a service, so it must be named.
 *
 * Wrappers that turn the text into a boolean (environs, django-environ, decouple) yield the value itself.
 */
export const env: Vocabulary = {
  name: 'env',
  title: 'Environment variables',
  packages: [],
  languages: ['typescript', 'python'],
  reads: [
    ...[
      'process.env.$FLAG',
      'process.env[$FLAG]',
      'import.meta.env.$FLAG',
      'import.meta.env[$FLAG]',
      'Deno.env.get($FLAG)',
      'Bun.env.$FLAG',
      'Bun.env[$FLAG]',
    ].map((match): ReadShape => ({ match, language: 'typescript', yields: 'text' })),
    ...['os.environ', 'environ'].flatMap((environ) => [
      python(`${environ}[$FLAG]`, ['os'], 'text'),
      python(`${environ}.get($FLAG)`, ['os'], 'text'),
      python(`${environ}.get($FLAG, $_)`, ['os'], 'text'),
    ]),
    ...['os.getenv', 'getenv'].flatMap((getenv) => [
      python(`${getenv}($FLAG)`, ['os'], 'text'),
      python(`${getenv}($FLAG, $_)`, ['os'], 'text'),
      python(`${getenv}($FLAG, default=$_)`, ['os'], 'text'),
    ]),
    python('$ENV.bool($FLAG, $$$)', ['environs', 'environ'], 'boolean'),
    python('$ENV.str($FLAG, $$$)', ['environs', 'environ'], 'text'),
    python('$ENV.int($FLAG, $$$)', ['environs', 'environ'], 'integer'),
    ...[
      '$CONFIG($FLAG, cast=bool)',
      '$CONFIG($FLAG, cast=bool, default=$_)',
      '$CONFIG($FLAG, $_, cast=bool)',
      '$CONFIG($FLAG, $_, bool)',
    ].map((match) => python(match, ['decouple'], 'boolean')),
  ],
  archive: 'Remove $FLAG from every environment that sets it',
  documentation: 'https://nodejs.org/api/process.html#processenv',
};

function python(match: string, modules: readonly string[], yields: ReadShape['yields']): ReadShape {
  return { match, language: 'python', import: modules, yields };
}

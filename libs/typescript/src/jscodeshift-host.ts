import { createRequire } from 'node:module';

/** What a transform written for jscodeshift gets as `api.j`. Only the transform knows its type. */
export type Jscodeshift = unknown;

/** A parser that a transform exports, or one of the names of jscodeshift. */
export type TransformParser = string | { parse(text: string): unknown };

/** The `j` of jscodeshift over a parser: `babel`, `babylon`, `flow`, `ts`, `tsx`, or one of the transform's own. */
export function jscodeshiftWith(parser: TransformParser, parserConfig?: unknown): Jscodeshift {
  const { withParser } = require('jscodeshift') as { withParser(parser: unknown): Jscodeshift };
  if (typeof parser !== 'string') return withParser(parser);
  const getParser = require('jscodeshift/src/getParser') as (name: string, config?: unknown) => unknown;
  return withParser(getParser(parser, parserConfig));
}

/**
 * Loads a module that Node cannot: TypeScript, Flow, or `import` in a CommonJS package. Babel translates it and what it
 * imports, with the settings of jscodeshift, so that a transform which runs there runs here.
 */
export function requireTranslated(path: string): unknown {
  const inJscodeshift = createRequire(require.resolve('jscodeshift/package.json'));
  const babel = (name: string) => (inJscodeshift(`@babel/${name}`) as { default: unknown }).default;
  const { DEFAULT_EXTENSIONS } = inJscodeshift('@babel/core') as { DEFAULT_EXTENSIONS: readonly string[] };
  const register = inJscodeshift('@babel/register') as (options: object) => void;
  register({
    configFile: false,
    babelrc: false,
    cache: false,
    presets: [babel(/\.[cm]?tsx?$/.test(path) ? 'preset-typescript' : 'preset-flow')],
    plugins: [
      'plugin-transform-class-properties',
      'plugin-transform-nullish-coalescing-operator',
      'plugin-transform-optional-chaining',
      'plugin-transform-modules-commonjs',
      'plugin-transform-private-methods',
    ].map(babel),
    extensions: [...DEFAULT_EXTENSIONS, '.ts', '.tsx', '.mts', '.cts'],
    // Without this, only files below the current folder are translated.
    ignore: [/\/node_modules\//],
  });
  return inJscodeshift(path);
}

const require = createRequire(import.meta.url);

import type { OptionSpecs } from '@ffsd/codemod';

/** The options of jscodeshift that its users know. Every other one is handed to the transform. */
export const transformOptions = {
  parser: {
    type: 'string',
    describe: 'Parser, unless the transform exports one.',
    choices: ['babel', 'babylon', 'flow', 'ts', 'tsx'],
    default: 'babel',
  },
  parserConfig: { type: 'string', describe: 'JSON file with the configuration of the parsers babylon and flow.' },
  extensions: {
    type: 'string',
    describe: 'Extensions of the files to transform, with commas.',
    default: 'cjs,es,es6,js,jsx,mjs,ts,tsx',
  },
  ignorePattern: { type: 'strings', describe: 'Files that are left out, in the syntax of .gitignore.' },
} as const satisfies OptionSpecs;

import { expect, it } from 'vitest';
import { defineCodemod } from './codemod.ts';
import { toFlags } from './to-flags.ts';
import { toMarkdown } from './to-markdown.ts';
import { toNxSchema } from './to-nx-schema.ts';

const codemod = defineCodemod({
  name: 'remove-switches',
  summary: 'Removes a switch.',
  options: {
    flag: { type: 'string', describe: 'Key of the flag.', alias: 'f', positional: 0, prompt: 'Which flag?' },
    value: { type: 'json', describe: 'Its value.', default: true },
    tier: { type: 'string', describe: 'How far.', choices: ['safe', 'log'], default: 'safe', config: 'tier' },
    readPatterns: { type: 'strings', describe: 'How it is read: a|b.', alias: 'read', config: 'reads' },
    maxDepth: { type: 'number', describe: 'Depth.' },
    detect: { type: 'boolean', describe: 'Only list.' },
    flags: { type: 'json', describe: 'Settled flags.', config: 'flags', configOnly: true },
  },
  examples: [{ command: '--flag new-checkout', describe: 'Removes it' }],
  plan: () => [],
});

it('gives Nx a property for each option of the command line', () => {
  expect(toNxSchema(codemod, { project: { type: 'string' } })).toEqual({
    $schema: 'https://json-schema.org/schema',
    $id: 'ffsd-remove-switches',
    title: 'Remove switches',
    description: 'Removes a switch.',
    type: 'object',
    examples: [{ command: 'nx g ffsd:remove-switches --flag new-checkout', description: 'Removes it' }],
    properties: {
      flag: {
        type: 'string',
        description: 'Key of the flag.',
        alias: 'f',
        $default: { $source: 'argv', index: 0 },
        'x-prompt': 'Which flag?',
        'x-priority': 'important',
      },
      value: { type: 'string', description: 'Its value.', default: 'true' },
      tier: { type: 'string', enum: ['safe', 'log'], description: 'How far.' },
      readPatterns: {
        anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
        description: 'How it is read: a|b.',
        alias: 'read',
      },
      maxDepth: { type: 'number', description: 'Depth.' },
      detect: { type: 'boolean', description: 'Only list.' },
      project: { type: 'string' },
    },
    required: [],
    additionalProperties: false,
  });
});

it('gives the command line a flag for each, without a default of its own', () => {
  expect(toFlags(codemod.options)).toEqual({
    flag: { type: 'string', describe: 'Key of the flag.', alias: 'f', requiresArg: true },
    value: { type: 'string', describe: 'Its value.', defaultDescription: 'true', requiresArg: true },
    tier: {
      type: 'string',
      describe: 'How far.',
      choices: ['safe', 'log'],
      defaultDescription: 'safe',
      requiresArg: true,
    },
    'read-patterns': { type: 'string', describe: 'How it is read: a|b.', alias: 'read', requiresArg: true },
    'max-depth': { type: 'number', describe: 'Depth.', requiresArg: true },
    detect: { type: 'boolean', describe: 'Only list.' },
  });
});

it('gives the docs a table', () => {
  expect(toMarkdown(codemod.options)).toBe(`| option | ffsd.json | |
|---|---|---|
| \`--flag FLAG\`, \`-f\` |  | Key of the flag. |
| \`--value VALUE\` |  | Its value. (default: \`true\`) |
| \`--tier safe\\|log\` | \`tier\` | How far. (default: \`safe\`) |
| \`--read-patterns READ-PATTERNS\`, \`--read\` | \`reads\` | How it is read: a\\|b. |
| \`--max-depth MAX-DEPTH\` |  | Depth. |
| \`--detect\` |  | Only list. |
| only in ffsd.json | \`flags\` | Settled flags. |
`);
});

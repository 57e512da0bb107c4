import { kebabCase } from '@ffsd/codemod';
import type { ListedCodemod } from '../listed-codemod.ts';
import { changeOptions, workspaceOptions, writeOptions } from '../run/run-options.ts';
import type { Command } from './command.ts';

/** The command of a codemod. Its positional options come first, then the paths. */
export function codemodCommand(codemod: ListedCodemod): Command {
  const positional = Object.entries(codemod.options)
    .filter(([, { positional }]) => positional !== undefined)
    .sort(([, a], [, b]) => a.positional! - b.positional!);
  const paths: [string, string][] = codemod.isSetup
    ? []
    : [['paths', 'Files and folders to change; everything by default']];
  return {
    usage: [
      codemod.name,
      ...positional.map(([name]) => `[${kebabCase(name)}]`),
      ...paths.map(([name]) => `[${name}..]`),
    ].join(' '),
    summary: codemod.summary,
    positionals: Object.fromEntries([
      ...positional.map(([name, { describe }]) => [kebabCase(name), describe]),
      ...paths,
    ]),
    options: { ...codemod.options, ...(codemod.isSetup ? {} : changeOptions), ...writeOptions, ...workspaceOptions },
    examples: codemod.examples ?? [],
    async load() {
      const { runCodemod } = await import('../commands/run-codemod.ts');
      return (given, terminal) => runCodemod(codemod, given, terminal);
    },
  };
}

import { flagsOptions } from '../commands/flags-options.ts';
import { undoOptions } from '../commands/undo-options.ts';
import { codemods } from '../generated/codemods.ts';
import { changeOptions, workspaceOptions, writeOptions } from '../run/run-options.ts';
import { setupCodemods } from '../setup-codemods.ts';
import { transformOptions } from '../transform/options.ts';
import { codemodCommand } from './codemod-command.ts';
import type { Command } from './command.ts';

/** Every command, in the order of `ffsd --help`. */
export const commands: readonly Command[] = [
  ...codemods.map(codemodCommand),
  {
    usage: 'run <transform> [paths..]',
    summary: 'Runs a jscodeshift transform or a codemod of your own, with diffs, a journal and undo',
    positionals: {
      transform: 'Module of the transform or codemod: a path, or a package',
      paths: 'Files and folders to change; everything by default',
    },
    options: { ...transformOptions, ...changeOptions, ...writeOptions, ...workspaceOptions },
    examples: [
      { command: './tools/rename.js src --parser tsx', describe: 'Show what a transform would change' },
      { command: './tools/rename.js src --yes', describe: 'Change it; ffsd undo takes it back' },
    ],
    takesAnyOption: true,
    load: async () => (await import('../commands/run.ts')).run,
  },
  {
    usage: 'flags [paths..]',
    summary: 'Lists the flags that the code reads, with their owners, their age, and why they may be stale',
    positionals: { paths: 'Files and folders to look at; everything by default' },
    options: { ...flagsOptions, ...workspaceOptions },
    examples: [
      { command: '', describe: 'All flags, the oldest first' },
      { command: 'apps/web --sort reads', describe: 'Those of one folder, the most read first' },
      { command: "--read 'useUiFlag($FLAG)' --json", describe: 'With a reader of your own, as a document' },
    ],
    load: async () => (await import('../commands/flags.ts')).flags,
  },
  {
    usage: 'log',
    summary: 'Lists what was done here, the last run first',
    options: workspaceOptions,
    examples: [{ command: '', describe: 'Runs, their changes, and which of them are taken back' }],
    load: async () => (await import('../commands/log.ts')).log,
  },
  {
    usage: 'show <id>',
    summary: 'Shows one change, or all changes of one run, with their diffs',
    positionals: { id: 'Id of a change or a run; its first characters are enough' },
    options: workspaceOptions,
    examples: [{ command: '3f2a', describe: 'The change whose id begins with 3f2a' }],
    load: async () => (await import('../commands/show.ts')).show,
  },
  {
    usage: 'undo [ids..]',
    summary: 'Takes back changes, whole runs, or the last run',
    positionals: { ids: 'Ids of changes or runs; the last run by default' },
    options: {
      ...undoOptions,
      ...writeOptions,
      ...workspaceOptions,
    },
    examples: [
      { command: '--yes', describe: 'Take back the last run' },
      { command: '3f2a --with-dependants', describe: 'Take back one change and what was built on it' },
      { command: '--resume', describe: 'Bring the files to a whole state after a crash' },
    ],
    load: async () => (await import('../commands/undo.ts')).undo,
  },
  {
    usage: 'redo [ids..]',
    summary: 'Does again what was taken back',
    positionals: { ids: 'Ids of changes or runs; what was taken back last by default' },
    options: { ...writeOptions, ...workspaceOptions },
    examples: [{ command: '--yes', describe: 'Do again what the last undo took back' }],
    load: async () => (await import('../commands/redo.ts')).redo,
  },
  ...setupCodemods.map(codemodCommand),
  {
    usage: 'cases <folder>',
    summary: 'Runs the cases of a codemod of your own',
    positionals: { folder: 'Folder of the codemod' },
    options: {
      update: { type: 'boolean', describe: 'Write into the cases what the codemod does now.' },
      ...workspaceOptions,
    },
    examples: [{ command: 'tools/codemods/remove-logging', describe: 'Run the cases in its folder fixtures' }],
    load: async () => (await import('../commands/cases.ts')).cases,
  },
];

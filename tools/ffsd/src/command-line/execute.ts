import { camelCase, toFlags } from '@ffsd/codemod';
import yargs, { type Argv } from 'yargs';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, nameOf } from './command.ts';
import { commands } from './commands.ts';
import { explainMistake } from './explain-mistake.ts';

/**
 * Runs the command that the words name. Help and completion are printed; every mistake is thrown.
 *
 * @throws UsageError when the words name no command, or an option that it does not have.
 */
export async function execute(version: string, terminal: Terminal): Promise<ExitCode> {
  const { words } = terminal;
  let result: Promise<ExitCode> | undefined;
  const parser = yargs([...words])
    .scriptName('ffsd')
    .locale('en')
    .usage('$0 <command>\n\nReversible codemods: every change has a diff, a reason, and a way back.')
    .version(version)
    .help()
    .alias('help', 'h')
    .strict()
    .demandCommand(1, 'Name a command.')
    .completion('completion', 'Prints a script that completes ffsd in bash or zsh')
    .epilogue('ffsd <command> --help shows the options and examples of a command.')
    .wrap(Math.min(120, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      // An error of yargs has a message for the user; every other one was thrown by a command.
      if (error && error.name !== 'YError') throw error;
      throw explainMistake(message ?? error.message, words);
    });
  for (const command of commands) {
    parser.command(
      command.usage,
      command.summary,
      (one) => declare(one, command),
      (args) => {
        result = start(command, args, terminal);
      },
    );
  }
  let printed = '';
  await parser.parse([...words], {}, (error: unknown, _args: unknown, output: string) => {
    if (error) throw error;
    printed = output;
  });
  if (printed) terminal.out(`${printed}\n`);
  return (await result) ?? exitCode.done;
}

function declare(parser: Argv, command: Command): Argv {
  for (const [name, describe] of Object.entries(command.positionals ?? {})) {
    parser.positional(name, { describe, type: 'string' });
  }
  const isPositional = (name: string) => Object.hasOwn(command.positionals ?? {}, name);
  for (const [name, flag] of Object.entries(toFlags(command.options)))
    if (!isPositional(name)) parser.option(name, flag);
  for (const { command: words, describe } of command.examples) {
    parser.example(`$0 ${nameOf(command)} ${words}`.trimEnd(), describe);
  }
  return command.takesAnyOption ? parser.strict(false) : parser;
}

async function start(command: Command, args: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<ExitCode> {
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(args)) {
    if (!/^[a-z]/i.test(name)) continue;
    given[camelCase(name)] = value;
    // A transform looks for its option as it was typed.
    if (command.takesAnyOption) given[name] = value;
  }
  const execute = await command.load();
  return execute(given, terminal);
}

import { didYouMean, toFlags, UsageError } from '@ffsd/codemod';
import { type Command, nameOf } from './command.ts';
import { commands } from './commands.ts';

/**
 * What yargs says about a mistake, in our words and with the nearest thing that exists.
 *
 * @param message of yargs.
 * @param words what was typed.
 */
export function explainMistake(message: string, words: readonly string[]): UsageError {
  const command = commands.find((candidate) => nameOf(candidate) === words.find((word) => !word.startsWith('-')));
  const help = command ? `See ffsd ${nameOf(command)} --help.` : 'See ffsd --help.';
  const unknown = /^Unknown (?:command|arguments?): ([^,]+)/.exec(message)?.[1];
  if (unknown === undefined) return new UsageError('usage', plain(message, command), help);
  if (!command) {
    const hint = didYouMean(unknown, commands.map(nameOf), help);
    return new UsageError('usage/command', `there is no command "${unknown}"`, hint);
  }
  // yargs names an option without its dashes, and so it is told from an argument by what was typed.
  const typed = words
    .map((word) => word.replace(/=.*/, ''))
    .find((word) => word === `--${unknown}` || word === `-${unknown}`);
  if (typed === undefined) {
    return new UsageError('usage/argument', `${nameOf(command)} has no use for "${unknown}"`, help);
  }
  const options = Object.keys(toFlags(command.options)).map((name) => `--${name}`);
  return new UsageError('usage/option', `${nameOf(command)} has no option ${typed}`, didYouMean(typed, options, help));
}

function plain(message: string, command: Command | undefined): string {
  if (command && message.startsWith('Not enough non-option arguments')) {
    return `${nameOf(command)} needs ${command.usage.split(' ').slice(1).join(' ')}`;
  }
  const valueless = /^Not enough arguments following: (.+)/.exec(message)?.[1];
  return valueless === undefined ? message.replaceAll('\n', ' ') : `--${valueless} needs a value`;
}

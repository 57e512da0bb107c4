import { describeError } from './describe-error.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Runs one command of this process. The exit code is set, not forced, so that output through a pipe is complete. */
export async function cli(words: readonly string[]): Promise<void> {
  process.exitCode = await run(processTerminal(words));
}

/** Runs one command and says how it ended. */
export async function run(terminal: Terminal): Promise<ExitCode> {
  const { words } = terminal;
  // Asked by scripts and by people who look whether it is there: it costs no more than Node itself.
  if (words.length === 1 && words[0] === '--version') {
    terminal.out(`${version}\n`);
    return exitCode.done;
  }
  try {
    const { execute } = await import('./command-line/execute.ts');
    return await execute(version, terminal);
  } catch (error) {
    const { code, title, hint } = describeError(error);
    terminal.note(`ffsd: ${title}`);
    if (hint) terminal.note(hint.replaceAll(/^/gm, '  '));
    return code;
  }
}

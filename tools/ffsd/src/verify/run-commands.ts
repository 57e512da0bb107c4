import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly command: string;
  readonly passed: boolean;
  /** The end of what it printed. */
  readonly output: string;
}

/** Runs commands of ffsd.json in a shell at the root, one after the other, as somebody would type them. */
export async function runCommands(
  root: string,
  commands: readonly string[],
  begin: (command: string) => void,
): Promise<readonly CommandResult[]> {
  const results: CommandResult[] = [];
  for (const command of commands) {
    begin(command);
    results.push(await runCommand(root, command));
  }
  return results;
}

function runCommand(root: string, command: string): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    const take = (piece: Buffer) => {
      output = `${output}${piece.toString()}`.slice(-kept);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const end = (passed: boolean) => resolve({ command, passed, output: lastLines(output) });
    child.on('error', ({ message }) => {
      output += message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Enough for the lines that are shown, and little for a command that prints for an hour. */
const kept = 20_000;

function lastLines(output: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken away.
  const plain = output.replace(/\x1b\[[\d;]*m/g, '').trimEnd();
  return plain.split('\n').slice(-20).join('\n');
}

/** What two runs of the commands, before and after the changes, say of the changes. */
export interface CommandOutcome {
  readonly command: string;
  /** It passed before and fails now. */
  readonly broken: boolean;
  /** For the report, and as evidence. */
  readonly text: string;
  readonly output: string;
}

export function compareResults(
  before: readonly CommandResult[],
  after: readonly CommandResult[],
): readonly CommandOutcome[] {
  return after.map(({ command, passed, output }, at) => {
    const passedBefore = before[at]?.passed === true;
    const text = passed
      ? `${command} passes${passedBefore ? ', as before' : ', and failed before'}`
      : passedBefore
        ? `${command} fails, and passed before`
        : `${command} fails, as before, so it says nothing of the changes`;
    return { command, broken: !passed && passedBefore, text, output };
  });
}

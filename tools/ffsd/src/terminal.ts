/** What a command sees of the person, or the program, that called it. */
export interface Terminal {
  /** The folder it was called in. */
  readonly folder: string;
  /** What was typed behind `ffsd`. */
  readonly words: readonly string[];
  /** Someone reads the output and can answer. */
  readonly isInteractive: boolean;
  /** Colours are wanted, unless an option says otherwise. */
  readonly hasColors: boolean;
  /** The report, on stdout. */
  out(text: string): void;
  /** Everything else, on stderr; a line break is added. */
  note(text: string): void;
  /** The answer to a question, without surrounding spaces. */
  ask(question: string): Promise<string>;
}

/** The terminal of this process. */
export function processTerminal(words: readonly string[]): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const isAttended = stdout.isTTY === true && !env.CI;
  // `ffsd log | head` closes the pipe early. That is no error, and it must not stop a command that is writing files.
  for (const stream of [stdout, stderr]) {
    if (guarded.has(stream)) continue;
    guarded.add(stream);
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    folder: process.cwd(),
    words,
    isInteractive: isAttended && stdin.isTTY === true,
    hasColors: env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : isAttended && !env.NO_COLOR && env.TERM !== 'dumb',
    out: (text) => void stdout.write(text),
    note: (text) => void stderr.write(`${text}\n`),
    async ask(question) {
      const { createInterface } = await import('node:readline');
      const reader = createInterface({ input: stdin, output: stderr });
      return new Promise((resolve) => {
        reader.on('SIGINT', () => process.exit(interrupted));
        // The end of the input is no answer, and no answer is no.
        reader.on('close', () => resolve(''));
        reader.question(question, (answer) => {
          resolve(answer.trim());
          reader.close();
        });
      });
    },
  };
}

/** Streams that have their listener. */
const guarded = new WeakSet<NodeJS.WriteStream>();

/** As shells say it: 128 and the number of SIGINT. A question stands where nothing was written yet. */
const interrupted = 130;

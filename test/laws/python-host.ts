import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CaseFile, Texts } from '@ffsd/cases';
import { python } from '../corpus/python.ts';
import type { Behaviour } from './run-driver.ts';

/** Whether Python programs can be run here; a line says so when they cannot. */
export const hasPython: boolean = python !== null;

/** Runs a script that may import the texts. */
export function runInPython(
  texts: Texts,
  driver: CaseFile,
  { flag, value }: { readonly flag?: unknown; readonly value?: unknown },
): Promise<Behaviour> {
  return ask({ ask: 'run', texts: Object.fromEntries(texts), driver, flag, value }) as Promise<Behaviour>;
}

/** What Python's compiler has against each of the texts, by path. */
export function compileInPython(texts: Texts): Promise<Readonly<Record<string, string>>> {
  return ask({ ask: 'compile', texts: Object.fromEntries(texts) }) as Promise<Record<string, string>>;
}

let host: ChildProcessWithoutNullStreams | undefined;
const waiting: ((answer: unknown) => void)[] = [];

function ask(request: object): Promise<unknown> {
  host ??= start();
  const answer = new Promise<unknown>((resolve) => waiting.push(resolve));
  host.stdin.write(`${JSON.stringify(request)}\n`);
  return answer;
}

/** Python ends by itself when this process does, for then its input ends. */
function start(): ChildProcessWithoutNullStreams {
  const child = spawn('python3', [fileURLToPath(new URL('python-host.py', import.meta.url))]);
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line)));
  child.stderr.on('data', (text) => process.stderr.write(text));
  child.on('exit', (code) => {
    host = undefined;
    for (const answer of waiting.splice(0)) answer({ trace: [], end: `Python has left with ${code}` });
  });
  return child;
}

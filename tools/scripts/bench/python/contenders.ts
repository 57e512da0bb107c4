import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Corpus } from './corpus.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const rust = here('../../../../libs/libcst-wasm/rust');

/** A program that parses the corpus some times and prints its fastest round; null where it is not to be had. */
export type Parser<T> = (corpus: Corpus, rounds: number) => T;

export interface Seconds {
  readonly seconds: number;
}

export const ours: Parser<{ readonly parse: number; readonly walk: number }> = (corpus, rounds) =>
  run(process.execPath, [here('parse-files.mjs'), 'tree', `${rounds}`], corpus);

export const pool =
  (workers: number): Parser<{ readonly parse: number }> =>
  (corpus, rounds) =>
    run(process.execPath, [here('parse-files.mjs'), 'pool', `${rounds}`, `${workers}`], corpus);

/** The crate, compiled for this machine: `crate` as it is, `table` with what the WebAssembly module makes of it. */
export function native(what: 'crate' | 'table'): Parser<Seconds> | string {
  if (spawnSync('cargo', ['--version']).status !== 0) return 'no cargo on the path';
  const target = process.env.CARGO_TARGET_DIR ?? join(rust, 'target');
  const { status } = spawnSync('cargo', ['build', '--release', '--locked', '--example', 'parse_files'], {
    cwd: rust,
    env: { ...process.env, CARGO_TARGET_DIR: target },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) return 'cargo could not build the example';
  return (corpus, rounds) => run(join(target, 'release/examples/parse_files'), [what, `${rounds}`], corpus);
}

/** Python's own LibCST. */
export function python(command: string): Parser<Seconds> | string {
  if (command.includes('/') && !existsSync(command)) return `${command} does not exist`;
  if (spawnSync(command, ['-c', 'import libcst']).status !== 0)
    return `${command} has no libcst: name one that has with --libcst-python`;
  return (corpus, rounds) => run(command, [here('parse_files.py'), `${rounds}`], corpus);
}

export const firstParse: readonly string[] = [here('first-parse.mjs')];

function run<T>(command: string, args: readonly string[], { files }: Corpus): T {
  const result = spawnSync(command, args, { input: `${files.join('\n')}\n`, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ended with ${result.status}: ${result.stderr}`);
  return JSON.parse(result.stdout) as T;
}

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The version of the `python3` on PATH, or null. The tests that compare with CPython are skipped where there is none. */
export const python: string | null = found();

/** What a script of this folder prints. */
export function runPython(script: URL, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('python3', [fileURLToPath(script), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`${fileURLToPath(script)} failed: ${stderr}`);
  return stdout;
}

function found(): string | null {
  const version = /^Python (3\.\d+)/.exec(spawnSync('python3', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
  if (version === undefined) console.warn('Skipped: comparisons with CPython, because there is no python3 on PATH.');
  return version ?? null;
}

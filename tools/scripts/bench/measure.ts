import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Rounds beyond the first are costly for the slow ones. */
  readonly rounds: number;
  /** Exit codes that mean success. */
  readonly expected?: readonly number[];
  /** Throws when the output shows that the work was not done, because then the time means nothing. */
  check?(stdout: string): void;
}

export interface Measured {
  readonly name: string;
  /** The median, in milliseconds. */
  readonly time: number;
  /** The fastest and the slowest round. */
  readonly range: readonly [number, number];
  /** Undefined where no Node runs. */
  readonly resources: Resources | undefined;
}

/** Of all Node processes of a command together. */
export interface Resources {
  /** The largest resident sets, in MB. */
  readonly memory: number;
  /** Milliseconds; unlike the time that passes it says the same on a busy machine. */
  readonly processor: number;
}

/**
 * Runs the contenders in turns, so that a busy minute of the machine does not hit one of them alone. Memory and processor time are taken
 * in a round of their own, because the probe costs time.
 *
 * @param cwd the folder in which the commands run
 */
export function measure(
  contenders: readonly Contender[],
  cwd: string,
  onRound: (text: string) => void,
): readonly Measured[] {
  const times = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  const resources = new Map(contenders.map((contender) => [contender, resourcesOf(contender, cwd)]));
  for (let round = 0; round < Math.max(...contenders.map(({ rounds }) => rounds)); round++) {
    for (const [contender, taken] of times) {
      if (round >= contender.rounds) continue;
      const start = performance.now();
      run(contender, cwd, process.env);
      taken.push(performance.now() - start);
      onRound(`${contender.name}: ${Math.round(taken.at(-1)!)} ms`);
    }
  }
  return contenders.map((contender) => {
    const sorted = times.get(contender)!.toSorted((a, b) => a - b);
    const time = sorted[Math.floor(sorted.length / 2)]!;
    return { name: contender.name, time, range: [sorted[0]!, sorted.at(-1)!], resources: resources.get(contender) };
  });
}

function run({ name, command, args, expected = [0], check }: Contender, cwd: string, env: NodeJS.ProcessEnv): void {
  const result = spawnSync(command, [...args], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.error) throw result.error;
  if (!expected.includes(result.status ?? -1)) throw new Error(`${name} ended with ${result.status}: ${result.stderr}`);
  check?.(result.stdout);
}

function resourcesOf(contender: Contender, cwd: string): Resources | undefined {
  if (contender.command !== process.execPath) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'ffsd-resources-'));
  const file = join(folder, 'noted');
  const probe = fileURLToPath(new URL('resources.cjs', import.meta.url));
  run(contender, cwd, { ...process.env, RESOURCES_FILE: file, NODE_OPTIONS: `--require ${JSON.stringify(probe)}` });
  const noted = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number) as [number, number]);
  rmSync(folder, { recursive: true });
  const sum = (index: 0 | 1) => noted.reduce((total, one) => total + one[index], 0);
  return { memory: (sum(0) * 1024) / 1e6, processor: sum(1) };
}

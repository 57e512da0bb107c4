import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** The day on which a line was last changed, as `2026-01-31`; undefined when git does not know it, as for a new line. */
export type DateOf = (path: string, line: number) => string | undefined;

export interface ReadDates {
  readonly dateOf: DateOf;
  /** The clone lacks the history before some commit, and older lines seem to come from that one. */
  readonly isShallow: boolean;
  /** How long git took, in seconds. */
  readonly seconds: number;
}

/**
 * Asks `git blame` for the lines, one process a file. `git log -S` would find when a key first came in, but it reads the diffs of the
 * whole history again for each flag, and what counts for age is the code that is there.
 *
 * Changes of white space alone count for nothing, nor do the commits of `.git-blame-ignore-revs`.
 *
 * @param lines by path, from 1
 * @returns undefined when the folder is not under git, or there is no git
 */
export async function readDates(
  root: string,
  lines: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<ReadDates | undefined> {
  const began = performance.now();
  const shallow = await git(root, ['rev-parse', '--is-shallow-repository']);
  if (shallow === undefined) return undefined;
  const ignored = existsSync(join(root, '.git-blame-ignore-revs'))
    ? ['-c', `blame.ignoreRevsFile=${join(root, '.git-blame-ignore-revs')}`]
    : [];
  const dates = new Map<string, ReadonlyMap<number, string>>();
  const left = [...lines];
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [path, wanted] = next;
      const ranges = [...wanted].flatMap((line) => ['-L', `${line},${line}`]);
      const blame = ['blame', '--porcelain', '-w', ...ranges, '--', path];
      const out =
        (await git(root, [...ignored, ...blame])) ?? (ignored.length > 0 ? await git(root, blame) : undefined);
      if (out !== undefined) dates.set(path, datesIn(out));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return {
    dateOf: (path, line) => dates.get(path)?.get(line),
    isShallow: shallow.trim() === 'true',
    seconds: (performance.now() - began) / 1000,
  };
}

/** A blame keeps one core busy. */
const atOnce = Math.max(2, Math.min(8, availableParallelism()));

/** The days of the lines in the output of `git blame --porcelain`, which tells the time of a commit only once. */
export function datesIn(porcelain: string): ReadonlyMap<number, string> {
  const days = new Map<string, string>();
  const commits = new Map<number, string>();
  let commit = '';
  for (const row of porcelain.split('\n')) {
    const header = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(row);
    if (header) {
      commit = header[1]!;
      commits.set(Number(header[2]), commit);
    }
    const time = /^author-time (\d+)$/.exec(row);
    if (time) days.set(commit, new Date(Number(time[1]) * 1000).toISOString().slice(0, 10));
  }
  // What is not committed yet belongs to the commit 000….
  const known = [...commits].filter(([, id]) => /[^0]/.test(id) && days.has(id));
  return new Map(known.map(([line, id]) => [line, days.get(id)!]));
}

function git(root: string, args: readonly string[]): Promise<string | undefined> {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  // Inside a hook these name the hook's repository, which need not be that of `root`.
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']) delete env[name];
  const options = { cwd: root, env, maxBuffer: Number.POSITIVE_INFINITY, windowsHide: true };
  return new Promise((resolve) => {
    execFile('git', [...args], options, (error, stdout) => resolve(error ? undefined : stdout));
  });
}

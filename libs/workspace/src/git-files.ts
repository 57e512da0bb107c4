import { skippedFolders } from './skipped-folders.ts';

/** What git knows of a folder. Every answer is undefined when git cannot give it, and the caller reads the folder itself. */
export interface GitFiles {
  /** Tracked and untracked files that are not ignored, relative to the folder. */
  list(): readonly string[] | undefined;
  /** Files that contain one of the strings. One process, however many strings. */
  search(strings: readonly string[]): readonly string[] | undefined;
}

export function gitFiles(root: string): GitFiles {
  const below = ['--', '.', ...skippedFolders.map((folder) => `:(exclude,glob)**/${folder}/**`)];
  return {
    list: () => paths(git(root, ['ls-files', '-z', '-co', '--exclude-standard', ...below])),
    search(strings) {
      // git reads a pattern with a line break as two patterns.
      if (strings.some((string) => /[\n\0]/.test(string) || string === '')) return undefined;
      const patterns = strings.flatMap((string) => ['-e', string]);
      const options = ['-l', '-z', '-F', '--untracked', '--no-recurse-submodules', '--no-color'];
      return paths(git(root, ['grep', ...options, ...patterns, ...below]), 1);
    },
  };
}

export interface GitResult {
  /** Null when there is no git to run. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git in a folder. */
export function git(root: string, args: readonly string[]): GitResult {
  // Loaded here, not at the top: a command that asks git nothing does not pay for it.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  // Inside a hook these name the hook's repository, which need not be that of `root`.
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']) delete env[name];
  return spawnSync('git', [...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

function paths({ status, stdout }: GitResult, nothingFound = 0): readonly string[] | undefined {
  if (status !== 0 && status !== nothingFound) return undefined;
  // An untracked repository inside this one is listed as a folder, with a slash at the end.
  return stdout.split('\0').filter((path) => path !== '' && !path.endsWith('/'));
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FlagCase } from './case.ts';

/** Texts after a removal, by path; undefined: the file was deleted. Paths that are missing are as before. */
export type Overlay = ReadonlyMap<string, string | undefined>;

export interface Places {
  /** The folder with cases.jsonl and checkout.py. */
  readonly cases: string;
  /** The folder with `owner+name/repo`, bare git directories. */
  readonly mirrors: string;
  /** Where trees are written; what is there already is used again. */
  readonly work: string;
}

/** Writes the tree before the removal, as a git repository of its own, and says where it is. */
export function treeBefore(flagCase: FlagCase, places: Places): string {
  const tree = join(places.work, flagCase.id);
  if (existsSync(tree)) return tree;
  mkdirSync(places.work, { recursive: true });
  const unfinished = `${tree}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const script = join(places.cases, 'checkout.py');
  run('python3', [script, flagCase.id, gitDirectory(flagCase, places), unfinished]);
  run('git', ['-C', unfinished, 'init', '--quiet']);
  run('git', ['-C', unfinished, 'add', '--all']);
  renameSync(unfinished, tree);
  return tree;
}

/** What the person's commit did to the files of the tree. */
export function personOverlay(flagCase: FlagCase, places: Places): Overlay {
  const git = ['--git-dir', gitDirectory(flagCase, places)];
  const range = [flagCase.parent, flagCase.commit];
  const changed = run('git', [...git, 'diff', '--no-renames', '--name-status', '-z', ...range]).split('\0');
  const overlay = new Map<string, string | undefined>();
  for (let at = 0; at + 1 < changed.length; at += 2) {
    const path = changed[at + 1]!;
    const text = changed[at] === 'D' ? undefined : run('git', [...git, 'show', `${flagCase.commit}:${path}`]);
    overlay.set(path, text);
  }
  return overlay;
}

function gitDirectory({ repo }: FlagCase, { mirrors }: Places): string {
  return join(mirrors, repo.replace('/', '+'), 'repo');
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

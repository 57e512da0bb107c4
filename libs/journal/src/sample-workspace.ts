import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Change, FileEdit } from '@ffsd/changes';

/** Thousands of runs that wait for a real disk would test the disk. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder with files, for tests. */
export interface SampleWorkspace {
  readonly root: string;
  put(path: string, text: string, mode?: number): void;
  get(path: string): string | undefined;
  mode(path: string): number;
  remove(path: string): void;
  has(path: string): boolean;
  /** All files outside `.ffsd`, with their texts. */
  files(): Readonly<Record<string, string>>;
  dispose(): void;
}

export function sampleWorkspace(files: Readonly<Record<string, string>> = {}, parent = memory): SampleWorkspace {
  const root = mkdtempSync(join(parent, 'journal-'));
  const at = (path: string): string => join(root, path);
  const workspace: SampleWorkspace = {
    root,
    put(path, text, mode) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
      if (mode !== undefined) chmodSync(at(path), mode);
    },
    get: (path) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : undefined),
    mode: (path) => statSync(at(path)).mode & 0o7777,
    remove: (path) => rmSync(at(path), { recursive: true }),
    has: (path) => existsSync(at(path)),
    files() {
      const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
        (name) => !name.startsWith('.ffsd/') && name !== '.ffsd' && statSync(at(name)).isFile(),
      );
      return Object.fromEntries(names.sort().map((name) => [name, readFileSync(at(name), 'utf8')]));
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [path, text] of Object.entries(files)) workspace.put(path, text);
  return workspace;
}

export function sampleChange(id: string, files: readonly FileEdit[], dependsOn: readonly string[] = []): Change {
  return {
    id,
    codemod: 'sample',
    title: `Sample ${id}`,
    why: 'a test',
    safety: 'safe',
    evidence: [],
    files,
    dependsOn,
  };
}

/** Replaces the first place where `from` stands in the text of a file. */
export function replacing(text: string, path: string, from: string, to: string): FileEdit {
  const start = text.indexOf(from);
  return { kind: 'edit', path, edits: [{ start, end: start + from.length, text: to }] };
}

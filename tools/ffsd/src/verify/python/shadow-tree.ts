import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Texts } from '../texts.ts';

/** A folder that looks like the workspace will look, for a checker that reads files from the disk. */
export interface ShadowTree {
  readonly root: string;
  remove(): void;
}

/**
 * The folders that hold a changed file are made, what lies beside the files is linked, and only the changed files are written. So it
 * costs what the changes cost, and the workspace is not touched.
 */
export function shadowTree(root: string, texts: Texts): ShadowTree {
  const shadow = mkdtempSync(join(tmpdir(), 'ffsd-verify-'));
  const folders = new Set([...texts.keys()].flatMap(foldersAbove));
  for (const folder of [...folders].sort()) {
    mkdirSync(join(shadow, folder), { recursive: true });
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (texts.has(path) || folders.has(path) || entry.name === '.git') continue;
      link(join(root, path), join(shadow, path), entry.isDirectory());
    }
  }
  for (const [path, text] of texts) if (text !== undefined) writeFileSync(join(shadow, path), text);
  // Links are removed, never what they lead to.
  return { root: shadow, remove: () => rmSync(shadow, { recursive: true, force: true }) };
}

/** `a/b/c.py` lies in `a/b`, `a` and the root. */
function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, at) => parts.slice(0, at + 1).join('/'))];
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Windows allows links to files only to some, and junctions to everybody. */
function link(target: string, path: string, isFolder: boolean): void {
  try {
    symlinkSync(target, path, isFolder ? 'junction' : 'file');
  } catch (error) {
    if (isFolder || (error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    copyFileSync(target, path);
  }
}

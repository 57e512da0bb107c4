import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { containsAny } from './contains-any.ts';
import { decodeText } from './decode-text.ts';
import { git, gitFiles } from './git-files.ts';
import { isInside } from './is-inside.ts';
import type { WorkspaceOptions } from './memory-workspace.ts';
import { presentFiles } from './present-files.ts';
import { scanFiles } from './scan-files.ts';
import { isInSkippedFolder } from './skipped-folders.ts';
import { type WordIndex, wordIndex } from './word-index.ts';
import type { Workspace } from './workspace.ts';

/**
 * The files of a folder as they are when they are first asked for. In a git repository git says which files there are and which
 * contain a string; elsewhere, and where git does not answer, the folder is read.
 *
 * Symbolic links are left out: what they point to is listed under its own path, or lies outside.
 */
export function diskWorkspace(root: string, { editable = () => true }: WorkspaceOptions = {}): Workspace {
  const folder = resolve(root);
  const ask = isUnderGit(folder) ? gitFiles(folder) : undefined;
  const texts = new Map<string, string | undefined>();
  const isOwnFolder = ownFolders(folder);
  let listed: readonly string[] | undefined;
  let searches = 0;
  let index: WordIndex | undefined;

  function files(): readonly string[] {
    // git also lists what was deleted without its knowledge, and links.
    listed ??= presentFiles(folder, ask?.list() ?? scanFiles(folder)).toSorted();
    return listed;
  }
  function read(path: string): string | undefined {
    if (texts.has(path)) return texts.get(path);
    const absolute = join(folder, path);
    const isOwn = isInside(path) && !isInSkippedFolder(path) && isFile(absolute) && isOwnFolder(dirname(absolute));
    const text = isOwn ? readText(absolute) : undefined;
    texts.set(path, text);
    return text;
  }
  function search(strings: readonly string[]): readonly string[] {
    if (strings.length === 0) return [];
    if (++searches > patience && files().length <= largest) index ??= wordIndex(files(), read);
    const known = index?.search(strings);
    if (known) return known;
    const found = ask?.search(strings);
    if (found) return found.filter((path) => read(path) !== undefined).sort();
    return files().filter((path) => containsAny(read(path) ?? '', strings));
  }
  return { files, read, search, isEditable: editable };
}

/** A search by git costs about a twentieth of the index, and most commands search a few times. */
const patience = 8;

/** The words of more files would not leave room for the work. */
const largest = 50_000;

/** A folder that an outer repository ignores is not under git: git would say that it is empty. */
function isUnderGit(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  for (let above = dirname(folder); ; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return git(folder, ['check-ignore', '-q', '.']).status === 1;
    if (above === dirname(above)) return false;
  }
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Says whether a folder is reached without a symbolic link below the root. */
function ownFolders(root: string): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  let realRoot: string | undefined;
  return (folder) => {
    let own = known.get(folder);
    if (own === undefined) {
      realRoot ??= realpathSync(root);
      own = realpathSync(folder) === join(realRoot, folder.slice(root.length));
      known.set(folder, own);
    }
    return own;
  };
}

/** A file that may not be read, or vanished since it was listed, is like one that is no text. */
function readText(path: string): string | undefined {
  try {
    return decodeText(readFileSync(path));
  } catch {
    return undefined;
  }
}

import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Called before each step that changes the disk. A test may throw here, or kill the process. */
export type OnStep = (operation: string, path: string) => void;

/** How a new file should be. */
export interface Like {
  /** Permission bits; those that the system gives by itself unless told. */
  readonly mode?: number | undefined;
  readonly uid?: number;
  readonly gid?: number;
  /** False for what may be lost when the machine stops, not the process: it can be made again. Waiting for the disk costs the most of all. */
  readonly lasting?: boolean;
}

/** The few things that the journal does to the disk, each of them one step. Paths are absolute. */
export interface Disk {
  /** Undefined when nothing is there. */
  bytes(path: string): Buffer | undefined;
  /** Of the entry itself, not of what a link points to; undefined when nothing is there. */
  stats(path: string): Stats | undefined;
  /** Sorted names; empty when the folder is not there. */
  names(folder: string): readonly string[];
  /** Writes a new file and waits until it is on the disk, unless it is not worth it. Leaves nothing behind when it fails. */
  create(path: string, content: string, like?: Like): void;
  /** Puts `from` in the place of `to` at once: whoever looks sees the old or the new, never a part. */
  replace(from: string, to: string): void;
  /** A second name for a file; false when the name is taken. */
  link(from: string, to: string): boolean;
  /** False when nothing was there. */
  remove(path: string): boolean;
  /** One folder; false when it is there. */
  makeFolder(path: string): boolean;
  /** False when it is not empty or not there. */
  removeFolder(path: string): boolean;
  /** Waits until the names in the folder are on the disk. */
  settle(folder: string): void;
  /** Sets the time of the last change to now. */
  touch(path: string): void;
}

export function openDisk(onStep: OnStep = () => {}): Disk {
  return {
    bytes: (path) => unless(['ENOENT', 'ENOTDIR'], () => readFileSync(path)),
    stats: (path) => unless(['ENOENT', 'ENOTDIR'], () => lstatSync(path)),
    names: (folder) => unless(['ENOENT', 'ENOTDIR'], () => readdirSync(folder).sort()) ?? [],
    create(path, content, like) {
      onStep('open', path);
      const file = openSync(path, 'wx', like?.mode ?? 0o666);
      try {
        const bytes = Buffer.from(content);
        for (let written = 0; written < bytes.length; ) {
          onStep('write', path);
          // In pieces, so that a test can stop in the middle of a file.
          written += writeSync(file, bytes, written, Math.min(bytes.length - written, 1 << 16));
        }
        // The mode given to open is cut by the umask.
        if (like?.mode !== undefined) fchmodSync(file, like.mode);
        if (like?.uid !== undefined && like.gid !== undefined) keepOwner(file, like.uid, like.gid);
        if (like?.lasting !== false) {
          onStep('sync', path);
          fsyncSync(file);
        }
      } catch (error) {
        closeSync(file);
        unless(['ENOENT'], () => unlinkSync(path));
        throw error;
      }
      closeSync(file);
    },
    replace(from, to) {
      onStep('rename', to);
      renameSync(from, to);
    },
    link(from, to) {
      onStep('link', to);
      return unless(['EEXIST'], () => linkSync(from, to) ?? true) ?? false;
    },
    remove(path) {
      onStep('remove', path);
      return unless(['ENOENT', 'ENOTDIR'], () => unlinkSync(path) ?? true) ?? false;
    },
    makeFolder(path) {
      onStep('make folder', path);
      return unless(['EEXIST'], () => mkdirSync(path) ?? true) ?? false;
    },
    removeFolder(path) {
      onStep('remove folder', path);
      return unless(['ENOTEMPTY', 'EEXIST', 'ENOENT'], () => rmdirSync(path) ?? true) ?? false;
    },
    settle(folder) {
      onStep('sync', folder);
      // Windows has no such thing as a folder that can be synced.
      unless(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'], () => {
        const handle = openSync(folder, 'r');
        try {
          fsyncSync(handle);
        } finally {
          closeSync(handle);
        }
      });
    },
    touch(path) {
      const now = new Date();
      unless(['ENOENT'], () => utimesSync(path, now, now));
    },
  };
}

/** Makes a folder and those above it that are missing; tells each that it made, the highest first. */
export function makeFolders(disk: Disk, folder: string, onMade: (path: string) => void = () => {}): void {
  const missing: string[] = [];
  for (let at = folder; disk.stats(at) === undefined; at = dirname(at)) missing.unshift(at);
  for (const path of missing) if (disk.makeFolder(path)) onMade(path);
}

/** Another owner can only be kept by one who may give files away; a file that belongs to the user is theirs anyway. */
function keepOwner(file: number, uid: number, gid: number): void {
  unless(['EPERM', 'EINVAL', 'ENOSYS'], () => fchownSync(file, uid, gid));
}

function unless<T>(codes: readonly string[], act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (codes.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

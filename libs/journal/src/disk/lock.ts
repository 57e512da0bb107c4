import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { LockedError, type Owner } from '../errors/locked-error.ts';
import type { Disk } from './disk.ts';

export interface Lock {
  /** Shows owners on other hosts that this one lives. */
  touch(): void;
  release(): void;
}

/**
 * Holds a folder for one process, and survives an owner that died.
 *
 * Written here and not taken from a library: the well-kept one tells a dead owner by the age of the lock alone and keeps it
 * young by a timer, which cannot fire while files are written one after the other; and it cannot say who the owner is. What is needed
 * is small: a file that appears at once with its content (a hard link to a finished file), and a way to tell that its owner is gone.
 *
 * On this host a dead owner is one whose pid does not run, or runs since another time: pids are used again. On another host nobody can
 * ask, so there a lock counts as dead when it was not touched for a minute.
 *
 * @param wait milliseconds to wait for a living owner.
 * @throws LockedError with the owner.
 */
export function acquireLock(disk: Disk, folder: string, wait: number): Lock {
  const path = join(folder, 'lock');
  const self: Owner = { pid: process.pid, host: hostname(), since: new Date().toISOString(), ...startOf(process.pid) };
  const mine = join(folder, `.lock-${process.pid}-${Math.random().toString(36).slice(2, 8)}.tmp`);
  disk.create(mine, JSON.stringify(self), { lasting: false });
  try {
    const end = Date.now() + wait;
    while (!take(disk, mine, path, self)) {
      if (takeOver(disk, folder, path, mine, self)) continue;
      if (Date.now() >= end) throw new LockedError(readOwner(disk, path) ?? self);
      sleep(50);
    }
  } finally {
    tidy(() => disk.remove(mine));
  }
  tidy(() => removeLeftovers(disk, folder));
  return {
    touch: () => disk.touch(path),
    release() {
      tidy(() => {
        // A lock that was taken over in the meantime is not ours to remove.
        const owner = readOwner(disk, path);
        if (owner?.pid === self.pid && owner.since === self.since) disk.remove(path);
      });
    },
  };
}

/** Leftovers are no reason to fail; a lock that could not be removed ends with its process. */
function tidy(act: () => void): void {
  try {
    act();
  } catch {}
}

function take(disk: Disk, mine: string, path: string, self: Owner): boolean {
  try {
    return disk.link(mine, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
  // A file system without hard links. For a moment the lock is there without its content; a reader takes that for an owner that lives.
  try {
    disk.create(path, JSON.stringify(self), { lasting: false });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The living owner of the folder, if there is one. */
export function lockOwner(disk: Disk, folder: string): Owner | undefined {
  const path = join(folder, 'lock');
  const owner = readOwner(disk, path);
  return owner && !isDead(disk, path, owner) ? owner : undefined;
}

/** What waiters that were killed have left; one that still waits is younger than that. */
function removeLeftovers(disk: Disk, folder: string): void {
  for (const name of disk.names(folder).filter((each) => each.startsWith('.lock-'))) {
    const stats = disk.stats(join(folder, name));
    if (stats !== undefined && Date.now() - stats.mtimeMs > 10 * oldAge) disk.remove(join(folder, name));
  }
}

/**
 * Removes the lock of a dead owner. Two processes may find the same corpse: one of them removes it and takes the lock, and the other,
 * a moment later, would remove the new lock. So removing needs a lock of its own, and looks again under it.
 */
function takeOver(disk: Disk, folder: string, path: string, mine: string, self: Owner): boolean {
  const owner = readOwner(disk, path);
  if (owner === undefined) return true;
  if (!isDead(disk, path, owner)) return false;
  const guard = join(folder, 'lock.takeover');
  if (!take(disk, mine, guard, self)) {
    const other = readOwner(disk, guard);
    // One that is gone by now was removed by its owner; what lies there a moment later is another's.
    if (other !== undefined && isDead(disk, guard, other)) disk.remove(guard);
    return false;
  }
  try {
    const again = readOwner(disk, path);
    if (again !== undefined && isDead(disk, path, again)) disk.remove(path);
  } finally {
    disk.remove(guard);
  }
  return true;
}

const oldAge = 60_000;

function isDead(disk: Disk, path: string, owner: Owner): boolean {
  if (owner.host !== hostname()) return Date.now() - (disk.stats(path)?.mtimeMs ?? 0) > oldAge;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  const { started } = startOf(owner.pid);
  return owner.started !== undefined && started !== undefined && owner.started !== started;
}

/** Undefined when the lock is gone. A lock that cannot be read was not written by us; it counts as one of an unknown host. */
function readOwner(disk: Disk, path: string): Owner | undefined {
  const bytes = disk.bytes(path);
  if (bytes === undefined) return undefined;
  try {
    const { pid, host, since, started } = JSON.parse(bytes.toString()) as Partial<Owner>;
    if (pid && host && since) return { pid, host, since, ...(started === undefined ? {} : { started }) };
  } catch {}
  return { pid: 0, host: 'an unknown host', since: 'an unknown time' };
}

/** Linux tells when a process started, in ticks since boot; elsewhere the pid alone must do. */
function startOf(pid: number): { started?: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may hold anything; the start is the 20th field behind it.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const zombie = stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
    return started === undefined ? {} : { started: zombie ? 'ended' : started };
  } catch {
    return {};
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

import { isCode, isMixed, resolveModule, specifiersIn } from '@ffsd/typescript';
import { filesWith, searchAhead } from './files-with.ts';
import { isOutside } from './imports-that-may-mean.ts';
import { wordOf } from './named-in-text.ts';
import type { Session } from './session.ts';
import { spellingsOfModule } from './spellings-of-module.ts';

/** A file whose present text names a module. */
export interface Namer {
  readonly path: string;
  /** False when the specifier leads nowhere that is known, and ends with the name of the module: an alias of some bundler. */
  readonly sure: boolean;
}

/**
 * The files that name a module, by their text alone: an import in a comment counts, too. May be one too many, never one too few.
 *
 * Only files that hold the last part of the module's path, or another name of it, are read: a repository may be large.
 */
export function namersOf(session: Session, path: string): readonly Namer[] {
  const index = indexOf(session);
  const spellings = spellingsOfModule(session, path);
  const near = spellings.within === '' ? '' : `${spellings.within}/`;
  const found = new Set([
    ...filesWith(session, spellings.anywhere),
    ...(spellings.near.length > 0 ? session.search(spellings.near) : []).filter((one) => one.startsWith(near)),
  ]);
  const namers: Namer[] = [];
  for (const one of [...found].sort()) {
    if (one === path || !(isCode(one) || isMixed(one))) continue;
    const scan = scanned(session, index, one);
    if (scan.targets.has(path)) namers.push({ path: one, sure: true });
    else if (spellings.tail !== undefined && scan.tails.has(spellings.tail)) namers.push({ path: one, sure: false });
  }
  return namers;
}

/** Looks for the namers of files that will be asked for one by one. */
export function namersAhead(session: Session, paths: Iterable<string>): void {
  searchAhead(
    session,
    [...paths].flatMap((path) => [
      ...spellingsOfModule(session, path).anywhere,
      ...(isCode(path) ? [] : [wordOf(path)]),
    ]),
  );
}

interface Scan {
  readonly text: string;
  /** The files of the workspace that the text names. */
  readonly targets: ReadonlySet<string>;
  /** The last parts of specifiers that lead nowhere. */
  readonly tails: ReadonlySet<string>;
}

const indexes = new WeakMap<Session, Map<string, Scan>>();

function indexOf(session: Session): Map<string, Scan> {
  let index = indexes.get(session);
  if (!index) {
    index = new Map();
    indexes.set(session, index);
  }
  return index;
}

function scanned(session: Session, index: Map<string, Scan>, path: string): Scan {
  const text = session.read(path) ?? '';
  const known = index.get(path);
  if (known?.text === text) return known;
  const targets = new Set<string>();
  const tails = new Set<string>();
  for (const specifier of specifiersIn(text)) {
    const target = resolveModule(session, path, specifier);
    if (target !== undefined) targets.add(target);
    else if (specifier.includes('/') && !isOutside(session, specifier)) tails.add(lastPart(specifier));
  }
  const scan = { text, targets, tails };
  index.set(path, scan);
  return scan;
}

function lastPart(specifier: string): string {
  const last = specifier
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1)!;
  return last.replace(/\.[cm]?[jt]sx?$/, '');
}

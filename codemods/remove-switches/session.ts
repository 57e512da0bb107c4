import type { Draft, FileEdit, Kept } from '@ffsd/changes';
import type { Edit } from '@ffsd/edits';
import { apply, lineTable, mapOffset } from '@ffsd/edits';
import type { Workspace } from '@ffsd/workspace';
import type { KeptCode } from './kept-code.ts';
import type { Language } from './language.ts';
import { mapBack } from './map-back.ts';
import { isMinified } from './minified.ts';

/** What one change is about; the codemod's name is added at the end. */
export type ChangeDraft = Omit<Draft, 'codemod'>;

/**
 * A plan in the making: the texts as they are after the changes so far.
 *
 * It is a workspace itself, so that what looks for references sees the code as it will be.
 */
export interface Session extends Workspace {
  readonly base: Workspace;
  readonly drafts: readonly ChangeDraft[];
  readonly kept: readonly Kept[];
  /** Takes the draft in; false, with a note, when it would break a file: see `breaks` of the language. */
  commit(draft: ChangeDraft): boolean;
  keep(kept: Kept & { readonly code: KeptCode }): void;
  /** The line, counted from 1, on which the offset of the present text stood before the first change. */
  lineOf(path: string, offset: number): number;
  /** The offset of the text before the first change from which the offset of the present text comes. */
  originOf(path: string, offset: number, side?: 'before' | 'after'): number;
  /** Where an offset of the text right after a draft lies now. */
  mapSince(path: string, key: string, offset: number): number;
  /** The lists of edits that were made to a file, the oldest first, with the key of their draft. */
  historyOf(path: string): readonly HistoryEntry[];
  /** The files that drafts have edited and not deleted, sorted. */
  changed(): readonly string[];
  /** The keys of the drafts that wrote or removed something within `start..end` of the present text or right beside it, the oldest first. */
  touching(path: string, start: number, end: number): readonly string[];
  /** Takes back what was kept at a place because the place has got another outcome. */
  release(kept: Pick<Kept, 'place'> & { readonly code: KeptCode }): void;
}

export interface HistoryEntry {
  readonly key: string;
  /** The text that the edits are on. */
  readonly before: string;
  readonly edits: readonly Edit[];
}

export function openSession(base: Workspace, languages: readonly Language[]): Session {
  /** Undefined for a file that is deleted. */
  const texts = new Map<string, string | undefined>();
  const drafts: ChangeDraft[] = [];
  const kept: Kept[] = [];
  const seen = new Set<string>();
  const history = new Map<string, HistoryEntry[]>();
  const read = (path: string) => (texts.has(path) ? texts.get(path) : base.read(path));
  const isDeleted = (path: string) => texts.has(path) && texts.get(path) === undefined;
  const session: Session = {
    base,
    drafts,
    kept,
    files: () => base.files().filter((path) => !isDeleted(path)),
    read,
    isEditable: (path) => base.isEditable(path),
    search(strings) {
      // A changed file was found by the strings it has lost, too: nothing is missed, and the few that changed are looked at again.
      const found = new Set(base.search(strings));
      for (const [path, text] of texts) {
        if (text !== undefined && strings.some((string) => text.includes(string))) found.add(path);
        else found.delete(path);
      }
      return [...found].sort();
    },
    commit(draft) {
      for (const file of draft.files) {
        const damage = file.kind === 'edit' ? damageOf(session, languages, file) : undefined;
        if (damage === undefined) continue;
        const line = session.lineOf(file.path, file.kind === 'edit' ? (file.edits[0]?.start ?? 0) : 0);
        session.keep({
          place: { path: file.path, line },
          code: 'would-break',
          because: `"${draft.title}" would break the file: ${damage}`,
        });
        return false;
      }
      const implied = draft.files.flatMap((file) => {
        const language = languages.find(({ owns }) => owns(file.path, base));
        const earlier = history.get(file.path) ?? [];
        // Whatever was done to the file was done before it went.
        if (file.kind === 'delete') return earlier.map(({ key }) => key);
        if (file.kind !== 'edit' || !language) return [];
        return language.impliedDependencies(file.path, read(file.path)!, file.edits, earlier);
      });
      drafts.push({ ...draft, dependsOn: [...new Set([...draft.dependsOn, ...implied])] });
      for (const file of draft.files) {
        if (file.kind === 'delete') texts.set(file.path, undefined);
        if (file.kind !== 'edit') continue;
        const before = read(file.path)!;
        texts.set(file.path, apply(before, file.edits));
        const entries = history.get(file.path) ?? [];
        entries.push({ key: draft.key, before, edits: file.edits });
        history.set(file.path, entries);
      }
      return true;
    },
    keep(one) {
      const key = identityOf(one);
      if (seen.has(key)) return;
      // A read that was kept has its outcome; that the key stands there, too, is no news.
      const isSame = (other: Kept) => other.place.path === one.place.path && other.place.line === one.place.line;
      if (one.code === 'mention' && kept.some(isSame)) return;
      seen.add(key);
      kept.push(one);
    },
    originOf(path, offset, side) {
      let at = offset;
      for (const { edits } of [...(history.get(path) ?? [])].reverse()) at = mapBack(edits, at, side);
      return at;
    },
    lineOf: (path, offset) => lineTable(base.read(path) ?? '').lineOf(session.originOf(path, offset)),
    mapSince(path, key, offset) {
      const entries = history.get(path) ?? [];
      const index = entries.findIndex((entry) => entry.key === key);
      return entries.slice(index + 1).reduce((at, { edits }) => mapOffset(edits, at, 'after'), offset);
    },
    historyOf: (path) => history.get(path) ?? [],
    changed: () => [...history.keys()].filter((path) => !isDeleted(path)).sort(),
    touching(path, start, end) {
      const keys: string[] = [];
      let range = { start, end };
      for (const { key, edits } of [...(history.get(path) ?? [])].reverse()) {
        if (spansAfter(edits).some((span) => span.start <= range.end && span.end >= range.start)) keys.unshift(key);
        range = { start: mapBack(edits, range.start, 'before'), end: mapBack(edits, range.end, 'after') };
      }
      return keys;
    },
    release({ place, code }) {
      const isIt = (one: Kept) => one.place.path === place.path && one.place.line === place.line && one.code === code;
      const others = kept.filter((one) => !isIt(one));
      for (const one of kept.filter(isIt)) seen.delete(identityOf(one));
      kept.splice(0, kept.length, ...others);
    },
  };
  return session;
}

function identityOf({ place, code, because }: Kept): string {
  return `${place.path}:${place.line}:${code}:${because}`;
}

/** Where the texts of the edits stand after them. */
function spansAfter(edits: readonly Edit[]): readonly { readonly start: number; readonly end: number }[] {
  let shift = 0;
  return edits.map(({ start, end, text }) => {
    const at = start + shift;
    shift += text.length - (end - start);
    return { start: at, end: at + text.length };
  });
}

/** The first net: whatever planned the edits, the file must parse afterwards and all its names mean what they meant. */
function damageOf(
  session: Session,
  languages: readonly Language[],
  { path, edits }: FileEdit & { kind: 'edit' },
): string | undefined {
  const language = languages.find(({ owns }) => owns(path, session.base));
  const before = session.read(path);
  if (!language || before === undefined || isMinified(before)) return undefined;
  return language.breaks(path, before, edits);
}

import { commute, type Edit } from '@ffsd/edits';
import type { Change, FileEdit } from './change.ts';
import type { Draft } from './draft.ts';
import { hash } from './hash.ts';
import { type Entry, separate, swapEntries } from './separate.ts';
import { sequence } from './sequence.ts';
import { SequenceError } from './sequence-error.ts';
import { type Timeline, timeline } from './timeline.ts';

/**
 * Turns drafts, each on the text after all earlier drafts, into changes that stand alone: each on the text after what it depends
 * on, and nothing else.
 *
 * A codemod works from top to bottom: removes a read, looks at the text again, sees an unused import, removes it. It need not know
 * which of its steps are independent. Here each draft is moved back over every earlier one that it does not depend on. Where it
 * cannot change places with one, it does depend on it. A draft that creates, deletes or renames a file depends on everything that
 * was done to that file.
 *
 * At the end the changes are put together again by {@link sequence}; the result must be the text that the drafts had. Where it
 * is not, the missing dependency is added and the work is done again, so a gap in this reasoning costs a dependency too many
 * and never a wrong text.
 *
 * @throws SequenceError when two drafts have one key, depend on what is not before them, or do not fit the text.
 */
export function assemble(read: (path: string) => string | undefined, drafts: readonly Draft[]): readonly Change[] {
  const extra = new Map<string, Set<string>>();
  for (;;) {
    const { changes, files, keyOf } = arrange(read, drafts, extra);
    const missing = findMissing(read, changes, files);
    if (missing === undefined) return changes;
    for (const [id, needed] of missing) addTo(extra, keyOf.get(id)!, keyOf.get(needed)!);
  }
}

interface Arranged {
  readonly changes: readonly Change[];
  /** The files after all drafts, as the drafts say. */
  readonly files: Timeline;
  readonly keyOf: ReadonlyMap<string, string>;
}

function arrange(
  read: (path: string) => string | undefined,
  drafts: readonly Draft[],
  extra: ReadonlyMap<string, ReadonlySet<string>>,
): Arranged {
  const files = timeline(read);
  const closures = new Map<string, ReadonlySet<string>>();
  const idOf = new Map<string, string>();
  const keyOf = new Map<string, string>();
  const changes = drafts.map((draft): Change => {
    if (idOf.has(draft.key))
      throw new SequenceError('duplicate-id', `Two drafts have the key ${draft.key}.`, [draft.key]);
    const direct = new Set<string>();
    const needs = new Set<string>();
    const depend = (key: string): void => {
      const deeper = closures.get(key);
      if (deeper === undefined) {
        throw new SequenceError('unknown-dependency', `${draft.key} depends on ${key}, which is not before it.`, [
          draft.key,
          key,
        ]);
      }
      direct.add(key);
      needs.add(key);
      for (const each of deeper) needs.add(each);
    };
    for (const key of [...draft.dependsOn, ...(extra.get(draft.key) ?? [])]) depend(key);
    const moved = standAlone(draft, files, needs, depend);
    files.advance(
      { id: draft.key, files: draft.files },
      () => true,
      (edits) => edits,
    );
    closures.set(draft.key, needs);
    const id = uniqueId(draft, moved, keyOf);
    idOf.set(draft.key, id);
    keyOf.set(id, draft.key);
    const { key: _, ...rest } = draft;
    return { id, ...rest, files: moved, dependsOn: [...direct].map((key) => idOf.get(key)!) };
  });
  return { changes, files, keyOf };
}

/** The draft's edits on the text after its dependencies; dependencies that are found on the way are added. */
function standAlone(
  draft: Draft,
  files: Timeline,
  needs: ReadonlySet<string>,
  depend: (key: string) => void,
): readonly FileEdit[] {
  // A dependency that one file adds moves what the other files stand on, so all are looked at again until none is added.
  for (;;) {
    const known = needs.size;
    const moved = draft.files.map((file): FileEdit => {
      if (file.kind === 'edit') {
        const barrier = files.barrierOf(file.path);
        if (barrier !== undefined && !needs.has(barrier)) depend(barrier);
        return { ...file, edits: backOver(file.edits, files.entriesOf(file.path), needs, depend) };
      }
      for (const path of file.kind === 'rename' ? [file.path, file.to] : [file.path]) {
        const barrier = files.barrierOf(path);
        const before = files.entriesOf(path).map(({ id }) => id);
        for (const key of barrier === undefined ? before : [barrier, ...before]) if (!needs.has(key)) depend(key);
      }
      return file;
    });
    if (needs.size === known) return moved;
  }
}

function backOver(
  edits: readonly Edit[],
  entries: readonly Entry[],
  needs: ReadonlySet<string>,
  depend: (key: string) => void,
): readonly Edit[] {
  for (;;) {
    const row = separate(entries, ({ id }) => needs.has(id), swapEntries);
    if ('stuck' in row) {
      depend(row.behind.id);
      continue;
    }
    let moved: readonly Edit[] = edits;
    let blockedBy: string | undefined;
    for (const other of row.back.toReversed()) {
      const swapped = commute(other.edits, moved);
      if (swapped === undefined) {
        blockedBy = other.id;
        break;
      }
      moved = swapped.second;
    }
    if (blockedBy === undefined) return moved;
    depend(blockedBy);
  }
}

/** Pairs of ids, the first of which must depend on the second; undefined when the changes give the text of the drafts. */
function findMissing(
  read: (path: string) => string | undefined,
  changes: readonly Change[],
  files: Timeline,
): readonly (readonly [string, string])[] | undefined {
  const place = new Map(changes.map(({ id }, index) => [id, index]));
  const later = (a: string, b: string): readonly [string, string] => (place.get(a)! > place.get(b)! ? [a, b] : [b, a]);
  const texts = new Map<string, string | undefined>();
  try {
    for (const step of sequence(read, changes).steps) {
      for (const { path, to, after } of step.files) {
        texts.set(path, to === undefined ? after : undefined);
        if (to !== undefined) texts.set(to, after);
      }
    }
  } catch (error) {
    if (!(error instanceof SequenceError) || error.code !== 'undeclared-dependency') throw error;
    return [later(error.changes[0]!, error.changes[1]!)];
  }
  const wrong = files.paths().find((path) => texts.get(path) !== files.read(path));
  if (wrong === undefined) return undefined;
  const touching = changes.filter((change) => change.files.some((file) => file.path === wrong)).map(({ id }) => id);
  return touching.slice(1).map((id, index) => [id, touching[index]!] as const);
}

/** From what the change is about and what it says, not from where in the file it stands: edits above it keep its id. */
function uniqueId(draft: Draft, files: readonly FileEdit[], taken: ReadonlyMap<string, string>): string {
  const content = files.map((file) => [
    file.kind,
    file.path,
    file.kind === 'edit' ? file.edits.map(({ start, end, text }) => [end - start, text]) : undefined,
    file.kind === 'create' ? file.text : file.kind === 'rename' ? file.to : undefined,
  ]);
  const name = JSON.stringify([draft.codemod, draft.key, content]);
  let id = hash(name);
  for (let attempt = 1; taken.has(id); attempt++) id = hash(`${name}#${attempt}`);
  return id;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

import { apply, type Edit } from '@ffsd/edits';
import type { Change, FileEdit } from './change.ts';
import type { FileStep } from './change-set.ts';
import type { Entry } from './separate.ts';
import { SequenceError } from './sequence-error.ts';

/** What became of one path while changes are applied one after the other. */
interface Track {
  text: string | undefined;
  /** The change that created, deleted or renamed the file last. What came before it is not on this text. */
  barrier: string | undefined;
  /** The edits since then, each on the text after the one before. */
  entries: Entry[];
}

/** Finds the edits for the text as it stands, given what was done to it; or the id of the change that stands in the way. */
export type Fit = (
  edits: readonly Edit[],
  entries: readonly Entry[],
) => readonly Edit[] | { readonly blockedBy: string };

/** The files of a run while its changes are applied one after the other. */
export interface Timeline {
  /**
   * Applies one change.
   *
   * @param mayFollow whether the change may stand on what another change did to a whole file.
   * @param fit moves the edits of the change onto the text as it stands.
   * @throws SequenceError when the change does not fit; then nothing was applied.
   */
  advance(change: Pick<Change, 'id' | 'files'>, mayFollow: (id: string) => boolean, fit: Fit): readonly FileStep[];
  /** What was done to the text since the file was last created, renamed or deleted. */
  entriesOf(path: string): readonly Entry[];
  /** The change that created, deleted or renamed the file last. */
  barrierOf(path: string): string | undefined;
  read(path: string): string | undefined;
  /** Every path that a change touched. */
  paths(): readonly string[];
}

export function timeline(read: (path: string) => string | undefined): Timeline {
  const tracks = new Map<string, Track>();
  const trackOf = (path: string): Track =>
    tracks.get(path) ?? { text: read(path), barrier: undefined, entries: [] as Entry[] };

  function advance(change: Pick<Change, 'id' | 'files'>, mayFollow: (id: string) => boolean, fit: Fit): FileStep[] {
    const next = new Map<string, Track>();
    const at = (path: string): Track => next.get(path) ?? trackOf(path);
    const steps = new Map<string, FileStep>();
    const blocked = (by: string, path: string): SequenceError =>
      new SequenceError(
        'undeclared-dependency',
        `${change.id} conflicts with ${by} in ${path} and does not depend on it.`,
        [change.id, by],
        path,
      );
    /** The file as a whole changes, so everything that was done to it must come before. */
    const replace = (path: string, text: string | undefined): void => {
      const { barrier, entries } = at(path);
      for (const id of [...entries.map((entry) => entry.id), ...(barrier === undefined ? [] : [barrier])]) {
        if (id !== change.id && !mayFollow(id)) throw blocked(id, path);
      }
      next.set(path, { text, barrier: change.id, entries: [] });
    };
    /** A file that is there or not because of a change that this one does not know of is that change's doing. */
    const expectFile = (path: string, there: boolean): void => {
      const { text, barrier } = at(path);
      if ((text !== undefined) === there) return;
      if (barrier !== undefined && barrier !== change.id && !mayFollow(barrier)) throw blocked(barrier, path);
      const [code, says] = there
        ? (['file-missing', 'not there'] as const)
        : (['file-exists', 'there already'] as const);
      throw new SequenceError(code, `${change.id}: ${path} is ${says}.`, [change.id], path);
    };
    const present = (path: string): string => {
      expectFile(path, true);
      return at(path).text ?? '';
    };
    // Edits come before a rename of the same file, whichever stands first in the list: they name the old path.
    for (const file of [...change.files].sort((a, b) => rank(a) - rank(b))) {
      const { path } = file;
      switch (file.kind) {
        case 'edit': {
          const before = present(path);
          const { barrier, entries } = at(path);
          if (steps.has(path))
            throw new SequenceError('file-twice', `${change.id} edits ${path} twice.`, [change.id], path);
          if (barrier !== undefined && !mayFollow(barrier)) throw blocked(barrier, path);
          const edits = fit(file.edits, entries);
          if ('blockedBy' in edits) throw blocked(edits.blockedBy, path);
          const after = apply(before, edits);
          next.set(path, { text: after, barrier, entries: [...entries, { id: change.id, edits }] });
          steps.set(path, { path, before, after, edits });
          break;
        }
        case 'create':
          expectFile(path, false);
          replace(path, file.text);
          steps.set(path, { path, before: undefined, after: file.text, edits: [] });
          break;
        case 'delete': {
          const before = present(path);
          replace(path, undefined);
          steps.set(path, { path, before, after: undefined, edits: [] });
          break;
        }
        case 'rename': {
          const after = present(path);
          expectFile(file.to, false);
          const edited = steps.get(path);
          replace(path, undefined);
          replace(file.to, after);
          steps.set(path, { path, to: file.to, before: edited?.before ?? after, after, edits: edited?.edits ?? [] });
          break;
        }
        default:
          file satisfies never;
      }
    }
    for (const [path, track] of next) tracks.set(path, track);
    return [...steps.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  return {
    advance,
    entriesOf: (path) => trackOf(path).entries,
    barrierOf: (path) => trackOf(path).barrier,
    read: (path) => trackOf(path).text,
    paths: () => [...tracks.keys()],
  };
}

function rank(file: FileEdit): number {
  return file.kind === 'edit' ? 0 : 1;
}

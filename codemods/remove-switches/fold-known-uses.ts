import type { Constant } from '@ffsd/fold';
import type { FileReader } from './fold-file.ts';
import { commitFold } from './fold-file.ts';
import type { SettledFlag } from './language.ts';
import type { PlannedRead } from './planned-read.ts';
import type { Session } from './session.ts';

/** Something that is not the flag itself and always has one value since the flag is settled: a result, a field, a constant. */
export interface KnownValue {
  /** As a reader names it: `isNewUi()`, `this.compact`. */
  readonly name: string;
  readonly value: Constant;
  /** Why it always has the value, as the second half of a sentence: "both of its returns give true". */
  readonly because: string;
  /** Where that can be seen, in the text before the first change. */
  readonly place: { readonly path: string; readonly line: number };
  /**
   * Keys of all the drafts that the knowledge rests on: those that wrote the constant, and those that removed what would have
   * contradicted it, such as another `return` or a call with another argument.
   */
  readonly grounds: readonly string[];
}

/** A use of it in the present text of a file. */
export interface UsePlace {
  readonly offset: number;
  readonly code: string;
  plan(): PlannedRead;
}

/**
 * Folds the uses of a known value in one file, each as a change of its own that rests on what made the value known.
 *
 * @param placesIn the uses in the present text; those that were refused before are given again and not tried again
 * @returns how many were folded and how many stay; those that stay are kept with their code
 */
export function foldKnownUses(
  session: Session,
  reader: Pick<FileReader, 'foldBinding'>,
  flag: SettledFlag,
  path: string,
  known: KnownValue,
  placesIn: () => readonly UsePlace[],
): { readonly folded: number; readonly left: number } {
  const tried = new Set<number>();
  let folded = 0;
  let left = 0;
  for (;;) {
    const originOf = ({ offset }: UsePlace) => session.originOf(path, offset);
    const place = placesIn().find((one) => !tried.has(originOf(one)));
    if (!place) return { folded, left };
    tried.add(originOf(place));
    const line = session.lineOf(path, place.offset);
    const keep = (code: Parameters<Session['keep']>[0]['code'], because: string) => {
      left++;
      session.keep({ place: { path, line }, code, because });
    };
    if (!session.isEditable(path)) {
      keep('not-editable', 'the file is outside of what may be changed');
      continue;
    }
    const planned = place.plan();
    if (planned.kind === 'kept') {
      keep(planned.code, planned.because);
      continue;
    }
    const value = JSON.stringify(known.value);
    const { assumptions } = planned;
    const taken = commitFold(session, reader, flag, planned, {
      key: `known ${known.name} ${path} ${originOf(place)}`,
      title: `Fold ${known.name}, which is now always ${value}, in ${path.split('/').at(-1)}, line ${line}`,
      why: `With ${flag.key} settled ${known.name} is always ${value}: ${known.because}.${assumptions.map((one) => ` See that ${one}.`).join('')}`,
      safety: assumptions.length > 0 ? 'review' : 'safe',
      evidence: [{ kind: 'known-value', text: `${known.name} is always ${value}`, place: known.place }],
      files: [{ kind: 'edit', path, edits: planned.edits }],
      dependsOn: known.grounds,
    });
    if (taken) folded++;
    else left++;
  }
}

import { commute, type Edit } from '@ffsd/edits';

/** What one change did to one text, in a row of such: each is on the text after the one before. */
export interface Entry {
  readonly id: string;
  readonly edits: readonly Edit[];
}

/** The same row told another way round: first the front, then the back, with the same text at the end. */
export interface Separated<E> {
  readonly front: readonly E[];
  readonly back: readonly E[];
}

/** An entry that should go to the front cannot pass an earlier one that should stay behind. */
export interface Stuck<E> {
  /** As it stands directly after {@link behind}. */
  readonly stuck: E;
  readonly behind: E;
}

/** Lets two entries, made one after the other, change places; undefined where they cannot. */
export type Swap<E> = (first: E, second: E) => { readonly second: E; readonly first: E } | undefined;

/**
 * Moves the entries that belong to the front before all others, by letting them change places with what stands before
 * them.
 */
export function separate<E>(
  entries: readonly E[],
  isFront: (entry: E) => boolean,
  swap: Swap<E>,
): Separated<E> | Stuck<E> {
  const front: E[] = [];
  const back: E[] = [];
  for (const entry of entries) {
    if (!isFront(entry)) {
      back.push(entry);
      continue;
    }
    let moving = entry;
    for (let index = back.length - 1; index >= 0; index--) {
      const behind = back[index]!;
      const swapped = swap(behind, moving);
      if (swapped === undefined) return { stuck: moving, behind };
      back[index] = swapped.first;
      moving = swapped.second;
    }
    front.push(moving);
  }
  return { front, back };
}

/** Lets two entries change places as their edits do. */
export function swapEntries(first: Entry, second: Entry): { second: Entry; first: Entry } | undefined {
  const swapped = commute(first.edits, second.edits);
  return swapped && { second: { ...second, edits: swapped.second }, first: { ...first, edits: swapped.first } };
}

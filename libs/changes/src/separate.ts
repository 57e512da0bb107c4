import { commute, type Edit } from '@ffsd/edits';

/** What one change did to one text, in a row of such: each is on the text after the one before. */
export interface Entry {
  readonly id: string;
  readonly edits: readonly Edit[];
}

/** The same row told another way round: first the front, then the back, with the same text at the end. */
export interface Separated {
  readonly front: readonly Entry[];
  readonly back: readonly Entry[];
}

/** An entry that should go to the front cannot pass an earlier one that should stay behind. */
export interface Stuck {
  readonly stuck: Entry;
  readonly behind: Entry;
}

/**
 * Moves the entries that belong to the front before all others, by letting them change places with what stands before
 * them.
 */
export function separate(entries: readonly Entry[], isFront: (id: string) => boolean): Separated | Stuck {
  const front: Entry[] = [];
  const back: Entry[] = [];
  for (const entry of entries) {
    if (!isFront(entry.id)) {
      back.push(entry);
      continue;
    }
    let edits = entry.edits;
    for (let index = back.length - 1; index >= 0; index--) {
      const behind = back[index]!;
      const swapped = commute(behind.edits, edits);
      if (swapped === undefined) return { stuck: { id: entry.id, edits }, behind };
      back[index] = { id: behind.id, edits: swapped.first };
      edits = swapped.second;
    }
    front.push({ id: entry.id, edits });
  }
  return { front, back };
}

import type { Edit } from '@ffsd/edits';
import { apply, compose, mapOffset } from '@ffsd/edits';
import type { Birth, Flow } from './fold-result.ts';
import type { FoldedBinding, KnownLocal } from './planned-read.ts';

/** How far the uses of a local are folded: the text as it is now, and what was found on the way. */
export interface BindingProgress {
  text: string;
  /** From the text that was given to the text as it is now. */
  edits: readonly Edit[];
  births: Birth[];
  flows: Flow[];
  assumptions: string[];
  /** Where the local is declared in the text as it is now. */
  offset: number;
  /** Uses that cannot be folded, by their offset in the text as it is now. */
  left: Set<number>;
}

export function startOn(text: string, { offset }: KnownLocal): BindingProgress {
  return { text, edits: [], births: [], flows: [], assumptions: [], offset, left: new Set() };
}

/** Takes edits of the text as it is now; all offsets follow. */
export function advance(progress: BindingProgress, edits: readonly Edit[]): void {
  const moved = (offset: number) => mapOffset(edits, offset, 'after');
  progress.text = apply(progress.text, edits);
  progress.edits = progress.edits.length > 0 ? compose(progress.edits, edits) : edits;
  progress.offset = moved(progress.offset);
  progress.births = progress.births.map((birth) => ({ ...birth, offset: moved(birth.offset) }));
  progress.left = new Set([...progress.left].map(moved));
}

export function finished({ edits, births, flows, assumptions }: BindingProgress): Omit<FoldedBinding, 'removed'> {
  return { edits, births, flows, assumptions };
}

export const nothingFolded: FoldedBinding = { edits: [], births: [], flows: [], assumptions: [], removed: false };

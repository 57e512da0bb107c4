import type { Edit } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import type { Birth, Flow } from './fold-result.ts';
import type { KeptCode } from './kept-code.ts';

/** Everything that one read of a flag takes with it in its file. */
export type PlannedRead =
  | {
      readonly kind: 'edits';
      readonly edits: readonly Edit[];
      /** Offsets in the text after the edits. */
      readonly births: readonly Birth[];
      /** Offsets in the text before the edits. */
      readonly flows: readonly Flow[];
      /** What was taken for granted about dropped code, in words for a reviewer. */
      readonly assumptions: readonly string[];
    }
  | { readonly kind: 'kept'; readonly code: KeptCode; readonly because: string };

/** A local whose value is known, in a text of its own. */
export interface KnownLocal {
  readonly name: string;
  /** Offset of its declaring identifier. */
  readonly offset: number;
  readonly value: Constant;
}

export interface FoldedBinding {
  /** On the text that was given; empty when nothing could be done. */
  readonly edits: readonly Edit[];
  /** Locals that became constant on the way; offsets are in the text after the edits. */
  readonly births: readonly Birth[];
  /** Where the value goes on to; offsets are in the text that was given. */
  readonly flows: readonly Flow[];
  /** What was taken for granted about dropped code, in words for a reviewer. */
  readonly assumptions: readonly string[];
  /** No use is left, and the declaration went too. */
  readonly removed: boolean;
}

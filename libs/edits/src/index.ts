/**
 * Span edits on one source text, and the algebra that makes a change reversible on its own.
 *
 * An edit replaces characters of the text it was made for. A list of edits is applied at once: all offsets are those of the
 * text before. The one thing that cannot be had is two edits on the same characters; {@link apply} refuses them instead of
 * choosing.
 *
 * Taking back one change in the middle of a run, applying a part of a run, and taking back a change after somebody else
 * edited the file are the same question: can two lists of edits, made one after the other, change places? {@link commute}
 * answers it. Where they cannot, the later depends on the earlier.
 *
 * Beside them stands what edits in any language ask of a text: where its lines begin and end, and how they are indented.
 *
 * @packageDocumentation
 */

export { apply } from './apply.ts';
export type { Commuted } from './commute.ts';
export { commute } from './commute.ts';
export { compose } from './compose.ts';
export { conflicts } from './conflict.ts';
export type { Edit } from './edit.ts';
export { inOrder } from './in-order.ts';
export { invert } from './invert.ts';
export {
  beginsLine,
  endOfPreviousLine,
  endsLine,
  indentOf,
  isBlankLine,
  lineBreakOf,
  lineEnd,
  lineStart,
  nextLine,
  previousLine,
  skipSpaces,
  skipSpacesBack,
} from './layout.ts';
export type { LineTable } from './line-table.ts';
export { lineTable } from './line-table.ts';
export { mapOffset } from './map-offset.ts';
export { OverlapError } from './overlap-error.ts';
export { EditRangeError } from './range-error.ts';
export { rebase } from './rebase.ts';
export { reindent } from './reindent.ts';

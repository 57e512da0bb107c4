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
 * @packageDocumentation
 */
export type { Edit } from './edit.ts';

import { END, type FieldSpec, type Item, type NodeSpec, optional, START, separator } from './schema.ts';

/** A statement that may share its line with others: its semicolon is its own, and not part of its position. */
export const small = (name: string, doc: string, own: Record<string, FieldSpec>, ...layout: Item[]): NodeSpec => ({
  name,
  doc,
  fields: { ...own, semicolon: optional('Semicolon') },
  layout: [START, ...layout, END, separator('semicolon')],
});

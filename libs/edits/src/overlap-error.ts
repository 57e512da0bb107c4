import type { Edit } from './edit.ts';

/** Two edits of one list want the same characters. A mistake of whoever made the list; choosing one would lose the other. */
export class OverlapError extends Error {
  readonly code = 'overlapping-edits';
  readonly hint = 'Join the two edits into one, or make the second on the text after the first.';
  readonly first: Edit;
  readonly second: Edit;

  constructor(first: Edit, second: Edit) {
    super(`The edits ${show(first)} and ${show(second)} overlap.`);
    this.name = 'OverlapError';
    this.first = first;
    this.second = second;
  }
}

function show({ start, end, text }: Edit): string {
  return `${start}..${end} → ${JSON.stringify(text.length > 30 ? `${text.slice(0, 30)}…` : text)}`;
}

import type { Edit } from './edit.ts';

/** An edit does not fit its text: it ends before it starts, or lies outside. Usually it was made for another text. */
export class EditRangeError extends Error {
  readonly code = 'edit-out-of-range';
  readonly hint = 'Apply the edit to the text it was made for.';
  readonly edit: Edit;

  constructor(edit: Edit, length?: number) {
    super(
      `The edit ${edit.start}..${edit.end} is not a range${length === undefined ? '' : ` of a text of ${length} characters`}.`,
    );
    this.name = 'EditRangeError';
    this.edit = edit;
  }
}

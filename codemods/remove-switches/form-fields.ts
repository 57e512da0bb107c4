const field = String.raw`\w*(?:checkbox|radio|input|form_?field)\w*\([^{}]*\)`;

/** Whether an expression of a template only draws a field by which somebody sets the flag: what is shown there depends on no flag. */
export function isFormField(expression: string): boolean {
  return new RegExp(`^\\s*${field}\\s*$`, 'i').test(expression);
}

/** The text of a template without such expressions: `{{ settings_checkbox("New page", "new") }}`. */
export function withoutFormFields(text: string): string {
  return text.replace(new RegExp(`\\{\\{-?\\s*${field}\\s*-?\\}\\}`, 'gi'), '');
}

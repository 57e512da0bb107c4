/** True when the text contains at least one of the strings. */
export function containsAny(text: string, strings: readonly string[]): boolean {
  return strings.some((string) => text.includes(string));
}

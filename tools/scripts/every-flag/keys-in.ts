/** The keys that a text declares: the texts of a union of literals, or one key on each line. */
export function keysIn(text: string): readonly string[] {
  const members = [...text.matchAll(/\|\s*(['"])([^'"\n]+)\1/g)].map(([, , key]) => key!);
  const keys =
    members.length > 0
      ? members
      : text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '' && !line.startsWith('#'));
  return [...new Set(keys)];
}

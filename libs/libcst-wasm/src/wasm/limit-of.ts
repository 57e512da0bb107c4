/**
 * Which of its own limits the parser met, if that is why it refused a text; null if the text is at fault.
 *
 * @param problem What the parser says.
 * @param expected The tokens that it would have taken.
 * @param before The text before the place.
 */
export function limitOf(problem: string, expected: readonly string[], before: string): string | null {
  if (problem === 'too many indentation levels') return 'more than 100 levels of indentation';
  if (problem === 'too many nested parentheses') return 'more than 200 open brackets';
  // The grammar gives up after 3,000 of these, and what it says is not that, but what else could have made the last one
  // longer. It says nearly the same of `f(x y)`, so the text must have that many.
  if (sameWords(expected, ['STRING', 'f"', 't"']) && isMoreThan(6000, before.matchAll(/["']/g))) {
    return 'more than 3,000 strings in one concatenation';
  }
  if (expected.includes('for') && !expected.includes(']') && isMoreThan(3000, before.matchAll(/\bfor\b/g))) {
    return 'more than 3,000 clauses in one comprehension';
  }
  return null;
}

const sameWords = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((word) => others.includes(word));

function isMoreThan(limit: number, found: Iterable<unknown>): boolean {
  let count = 0;
  for (const _ of found) if (++count > limit) return true;
  return false;
}

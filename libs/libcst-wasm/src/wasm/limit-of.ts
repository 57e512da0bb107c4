/**
 * Which of its own limits the parser met, if that is why it refused a text; null if the text is at fault.
 *
 * @param problem What the parser says.
 * @param expected The tokens that it would have taken.
 */
export function limitOf(problem: string, expected: readonly string[]): string | null {
  if (problem === 'too many indentation levels') return 'more than 100 levels of indentation';
  if (problem === 'too many nested parentheses') return 'more than 200 open brackets';
  // The grammar gives up after 3,000 of these, and what it says is not that, but what else could have made the last one
  // longer: it names neither the operators that may follow any string, nor the bracket that ends any comprehension.
  if (sameWords(expected, ['STRING', 'f"', 't"'])) return 'more than 3,000 strings in one concatenation';
  const goesOn = expected.includes('for') && expected.includes('*');
  return goesOn && !overlap(expected, closers) ? 'more than 3,000 clauses in one comprehension' : null;
}

const closers = [')', ']', '}'];

const overlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((word) => others.includes(word));

const sameWords = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((word) => others.includes(word));

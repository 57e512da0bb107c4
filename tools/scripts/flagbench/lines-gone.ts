/** How often each line went; the keys are lines without the white space around them. */
export type LineCount = ReadonlyMap<string, number>;

/**
 * The lines of `before` that are not in `after`, as a multiset.
 *
 * Indentation and place do not count, so that the body of an `if` that was unwrapped, and a function that moved, are not gone.
 * Blank lines do not count either.
 */
export function linesGone(before: string | undefined, after: string | undefined): LineCount {
  const gone = countLines(before);
  for (const [line, count] of countLines(after)) {
    const left = (gone.get(line) ?? 0) - count;
    if (left > 0) gone.set(line, left);
    else gone.delete(line);
  }
  return gone;
}

/** The lines that went in both. */
export function inCommon(a: LineCount, b: LineCount): LineCount {
  const common = new Map<string, number>();
  for (const [line, count] of a) {
    const both = Math.min(count, b.get(line) ?? 0);
    if (both > 0) common.set(line, both);
  }
  return common;
}

/** The lines that went in `a` more often than in `b`. */
export function without(a: LineCount, b: LineCount): LineCount {
  const rest = new Map<string, number>();
  for (const [line, count] of a) {
    const left = count - (b.get(line) ?? 0);
    if (left > 0) rest.set(line, left);
  }
  return rest;
}

export function total(lines: LineCount): number {
  let sum = 0;
  for (const count of lines.values()) sum += count;
  return sum;
}

function countLines(text: string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of (text ?? '').split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed !== '') counts.set(trimmed, (counts.get(trimmed) ?? 0) + 1);
  }
  return counts;
}

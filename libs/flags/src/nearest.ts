/**
 * The names that someone who typed `name` most likely meant, the nearest first, three at most.
 *
 * Neighbours that changed places count as one mistake; upper and lower case as a small one. `new-chekcout` finds `new-checkout`.
 */
export function nearest(name: string, names: Iterable<string>): readonly string[] {
  // A third of the letters wrong is another word: without a limit every typo would find something.
  const limit = Math.max(2, Math.floor(name.length / 3));
  const found = [...new Set(names)]
    .map((candidate) => ({ candidate, distance: distance(name, candidate, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  // Beside a name that is one letter away, one that is four away is noise.
  return found
    .filter(({ distance }) => distance <= found[0]!.distance + 2)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Edit distance with swaps of neighbours (optimal string alignment); words that only differ in case are half a mistake apart. */
function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  if (left === right) return 0.5;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
      }
    }
    beforeLast = last;
    last = row;
  }
  return last[right.length]!;
}

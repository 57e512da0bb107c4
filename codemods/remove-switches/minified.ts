/** Bundles and package managers that are committed take seconds to parse, and nobody edits them. */
export function isMinified(text: string): boolean {
  if (text.length < 100_000) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > 300;
}

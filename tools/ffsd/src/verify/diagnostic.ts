/** One complaint of a type checker about a file of the workspace. */
export interface Diagnostic {
  /** Relative to the root of the workspace. */
  readonly path: string;
  /** Of what it is about; 0 when it is about the file as a whole. */
  readonly offset: number;
  /** Counted from 1. */
  readonly line: number;
  /** Such as `TS2345` or `reportCallIssue`. */
  readonly code: string;
  /** On one line. */
  readonly message: string;
}

/** Where an offset of the text after the changes stood before them; undefined when a change wrote what stands there. */
export type OriginOf = (path: string, offset: number) => number | undefined;

/**
 * The complaints that were not there before. The code around an old one may have moved, so it is known by its place before the changes,
 * or by its words: `x has no property y` that moved is no news, and one that comes a second time is.
 */
export function newDiagnostics(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  originOf: OriginOf,
): readonly Diagnostic[] {
  const old = new Map<string, Diagnostic[]>();
  for (const one of before) {
    const key = keyOf(one);
    const known = old.get(key);
    if (known) known.push(one);
    else old.set(key, [one]);
  }
  const take = (one: Diagnostic, isIt: (known: Diagnostic) => boolean): boolean => {
    const known = old.get(keyOf(one)) ?? [];
    const at = known.findIndex(isIt);
    if (at >= 0) known.splice(at, 1);
    return at >= 0;
  };
  // First those that stand where they stood, so that of two with the same words the moved one is not taken for the other.
  const moved = after.filter((one) => {
    const origin = originOf(one.path, one.offset);
    return !take(one, (known) => known.offset === origin);
  });
  return moved.filter((one) => !take(one, (known) => known.message === one.message));
}

function keyOf({ path, code }: Diagnostic): string {
  return `${path} ${code}`;
}

/** What an operation does to one path, from the first to the last of its steps. */
export interface Effect {
  /** Relative to the workspace root, with `/`. */
  readonly path: string;
  /** Null when there is no file. */
  readonly before: string | null;
  readonly after: string | null;
  /** Permission bits for a file that is made anew, such as 0o755. An existing file keeps its own. */
  readonly mode?: number;
}

/** The same, the other way round. */
export function reversed(effect: Effect): Effect {
  return { ...effect, before: effect.after, after: effect.before };
}

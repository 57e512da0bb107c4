import type { SettledFlag } from './language.ts';

/** What is known of the flag while its tests are looked at; each language adds its compiled patterns. */
export interface TestContext<Shape> {
  readonly flag: SettledFlag;
  readonly spellings: readonly string[];
  /** Names that stand for the key. */
  readonly names: ReadonlySet<string>;
  /** What the user says sets a flag. */
  readonly sets: readonly Shape[];
  /** Keys of the drafts that folded the reads of the flag. */
  readonly readers: readonly string[];
  /** Where an attempt has failed: `path:offset` in the text before the first change. */
  readonly failed: Set<string>;
}

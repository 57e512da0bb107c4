import type { Edit } from '@ffsd/edits';

/** A place in a file of the workspace. */
export interface Place {
  /** Relative to the workspace root, with `/`. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

/** `safe`: behaviour is kept, given what the user stated. `review`: behaviour may change, and `why` says how. */
export type Safety = 'safe' | 'review';

/** A fact that supports a change, for the reader of the diff. */
export interface Evidence {
  /** Stable kebab-case, such as `flag-read` or `no-other-reference`. */
  readonly kind: string;
  readonly text: string;
  readonly place?: Place;
}

/** What a change does to one file. */
export type FileEdit =
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

/** The smallest set of edits that leaves the project working. */
export interface Change {
  /** Stable: the same input gives the same ids. */
  readonly id: string;
  /** Name of the codemod. */
  readonly codemod: string;
  /** What it is about, such as the key of a flag, when a run is about several things. Reports group by it. */
  readonly topic?: string;
  readonly title: string;
  readonly why: string;
  readonly safety: Safety;
  readonly evidence: readonly Evidence[];
  /** Edits are on the text as it is after `dependsOn` (with what these depend on) and nothing else. */
  readonly files: readonly FileEdit[];
  /** Ids of the changes that must be applied before. */
  readonly dependsOn: readonly string[];
}

/** A place that the codemod looked at and left alone. */
export interface Kept {
  readonly place: Place;
  /** Stable kebab-case, such as `dynamic-key`. */
  readonly code: string;
  /** One sentence for the reader. */
  readonly because: string;
}

/** What is left for people to do where no codemod reaches, such as in the service that holds a flag. */
export interface Task {
  /** Stable kebab-case, such as `archive-flag`. */
  readonly kind: string;
  /** What to do, as a sentence. */
  readonly text: string;
  /** As in {@link Change}. */
  readonly topic?: string;
  readonly place?: Place;
}

export type Outcome = Change | Kept;

export function isChange(outcome: Outcome): outcome is Change {
  return 'files' in outcome;
}

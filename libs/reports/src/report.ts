import type { ChangeSet, Kept, Step, Task } from '@ffsd/changes';
import type { Verified } from './verified.ts';

/** One run, as every format of report gets it. */
export interface Report {
  /** Such as `remove-switches`. */
  readonly command: string;
  readonly dryRun: boolean;
  readonly set: ChangeSet;
  /** The heading that a file stands under, such as `web (apps/web)`; undefined when it is in no project. */
  readonly projectOf?: ((path: string) => string | undefined) | undefined;
  /** Who owns a file. */
  readonly ownersOf?: ((path: string) => readonly string[]) | undefined;
  /** What a reason for keeping means, beyond the words of the place. */
  readonly explain?: ((code: string) => string | undefined) | undefined;
  /** What is left to do elsewhere. */
  readonly tasks?: readonly Task[] | undefined;
  /** What the checks of the project said; undefined when nobody asked them. */
  readonly verified?: Verified | undefined;
}

/** A place that was left alone because its file does not parse. */
export function isUnparsable(kept: Kept): boolean {
  return kept.code === 'unparsable';
}

/** What was left alone on purpose, in the order of the files. */
export function keptOf({ set }: Report): readonly Kept[] {
  return set.kept.filter((kept) => !isUnparsable(kept)).sort(byPlace);
}

/** The files that do not parse, in their order. */
export function unparsableOf({ set }: Report): readonly Kept[] {
  return set.kept.filter(isUnparsable).sort(byPlace);
}

export interface Group {
  readonly heading: string | undefined;
  readonly steps: readonly Step[];
}

/**
 * The steps by the project of their first file, in the order of the run. A change that spans projects stands once, under the
 * first, because taking it apart would show a diff that nobody can apply.
 */
export function groupsOf({ set, projectOf }: Report): readonly Group[] {
  const groups = new Map<string | undefined, Step[]>();
  for (const step of set.steps) {
    const heading = step.files[0] && projectOf?.(step.files[0].path);
    const group = groups.get(heading);
    if (group) group.push(step);
    else groups.set(heading, [step]);
  }
  return [...groups].map(([heading, steps]) => ({ heading, steps }));
}

function byPlace(a: Kept, b: Kept): number {
  if (a.place.path !== b.place.path) return a.place.path < b.place.path ? -1 : 1;
  return a.place.line - b.place.line;
}

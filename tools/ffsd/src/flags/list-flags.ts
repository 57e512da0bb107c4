import type { FoundFlags } from '@ffsd/remove-switches';
import { projectFinder, type Workspace } from '@ffsd/workspace';
import { codeOwners } from './code-owners.ts';
import { definedValues } from './defined-values.ts';
import { type ConfiguredFlag, type FlagEntry, flagEntry } from './flag-entry.ts';
import type { ReadDates } from './read-dates.ts';

export interface ListedFlags extends Omit<FoundFlags, 'flags'> {
  readonly flags: readonly FlagEntry[];
  /** Undefined when nobody asked git, or there is none. */
  readonly dates: ReadDates | undefined;
}

export type SortBy = 'age' | 'reads' | 'key';

export interface ListOptions {
  readonly reads: readonly unknown[];
  readonly presets: readonly string[];
  readonly definitions: readonly string[];
  readonly flags: Readonly<Record<string, ConfiguredFlag>>;
  readonly sort: SortBy;
  readonly olderThan: number;
  /** Today, as `2026-01-31`. */
  readonly today: string;
  /** Asks when lines were written; without it nothing has an age. */
  readonly datesOf?: (lines: ReadonlyMap<string, ReadonlySet<number>>) => Promise<ReadDates | undefined>;
}

/** The flags that the editable files of the workspace read, with all that is known of them. */
export async function listFlags(workspace: Workspace, options: ListOptions): Promise<ListedFlags> {
  const { findFlags } = await import('@ffsd/remove-switches');
  const { flags, presets, reads, sort } = options;
  const within = (path: string) => workspace.isEditable(path);
  const found = findFlags(workspace, { reads, presets, within, knownKeys: Object.keys(flags) });
  const dates = await options.datesOf?.(linesOf(found));
  const projectOf = projectFinder(workspace);
  const facts = {
    projectOf: (path: string) => projectOf(path)?.name,
    ownersOf: codeOwners(workspace),
    dateOf: dates?.dateOf ?? (() => undefined),
    configured: flags,
    definedAs: definedValues(workspace, options.definitions),
    today: options.today,
    olderThan: options.olderThan,
  };
  return {
    ...found,
    dates,
    flags: sorted(
      found.flags.map((flag) => flagEntry(flag, facts)),
      sort,
    ),
  };
}

function linesOf({ flags }: FoundFlags): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>();
  for (const { path, line } of flags.flatMap(({ reads }) => reads)) {
    const known = lines.get(path);
    if (known) known.add(line);
    else lines.set(path, new Set([line]));
  }
  return lines;
}

/** What cleaning up begins with comes first: the oldest flag, or the one that is read most. Equal ones are sorted by key. */
function sorted(flags: readonly FlagEntry[], by: SortBy): readonly FlagEntry[] {
  switch (by) {
    case 'key':
      return flags;
    case 'reads':
      return flags.toSorted((a, b) => b.reads.length - a.reads.length);
    case 'age':
      return flags.toSorted((a, b) => ageOf(a).localeCompare(ageOf(b)));
  }
  by satisfies never;
}

/** What is not committed yet is the youngest. */
function ageOf({ oldest }: FlagEntry): string {
  return oldest ?? '9999';
}

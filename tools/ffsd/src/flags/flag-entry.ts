import type { FlagRead, FoundFlag } from '@ffsd/remove-switches';
import type { OwnersOf } from './code-owners.ts';
import type { DefinedValue } from './defined-values.ts';
import type { DateOf } from './read-dates.ts';
import { type StaleHint, staleHints } from './stale-hints.ts';

/** One row of the list. */
export interface FlagEntry {
  readonly key: string;
  readonly reads: readonly DatedRead[];
  readonly files: readonly string[];
  readonly projects: readonly string[];
  /** The constants with which it is compared anywhere. */
  readonly values: readonly unknown[];
  readonly vocabularies: readonly string[];
  /** Whom ffsd.json names, else the code owners of the files. */
  readonly owners: readonly string[];
  /** The days on which the lines of its reads were last changed. */
  readonly oldest?: string;
  readonly newest?: string;
  /** The value that it has for good, as ffsd.json says. */
  readonly settled?: { readonly value: unknown; readonly since?: string };
  /** Why it may be stale. */
  readonly hints: readonly StaleHint[];
}

export interface DatedRead extends FlagRead {
  readonly date?: string;
}

/** What is known of flags beside the code. */
export interface FlagFacts {
  readonly projectOf: (path: string) => string | undefined;
  readonly ownersOf: OwnersOf;
  readonly dateOf: DateOf;
  /** What ffsd.json says. */
  readonly configured: Readonly<Record<string, ConfiguredFlag>>;
  /** What files of definitions say. */
  readonly definedAs: (key: string) => DefinedValue | undefined;
  /** Today, as `2026-01-31`. */
  readonly today: string;
  /** From how many days on a flag is old. */
  readonly olderThan: number;
}

export interface ConfiguredFlag {
  readonly value?: unknown;
  readonly owner?: string;
  readonly since?: string;
}

/** The flag with all that is known of it. */
export function flagEntry({ key, reads }: FoundFlag, facts: FlagFacts): FlagEntry {
  const dated = reads.map((read) => withDate(read, facts.dateOf(read.path, read.line)));
  const files = distinct(reads.map(({ path }) => path));
  const days = dated.flatMap(({ date }) => date ?? []).sort();
  const configured = Object.hasOwn(facts.configured, key) ? facts.configured[key] : undefined;
  const entry: Omit<FlagEntry, 'hints'> = {
    key,
    reads: dated,
    files,
    projects: distinct(files.flatMap((path) => facts.projectOf(path) ?? [])),
    values: distinctValues(reads.flatMap(({ compared }) => compared)),
    vocabularies: distinct(reads.map(({ vocabulary }) => vocabulary)),
    owners: configured?.owner === undefined ? distinct(files.flatMap(facts.ownersOf)) : [configured.owner],
    ...(days.length > 0 ? { oldest: days[0]!, newest: days.at(-1)! } : {}),
    ...(configured?.value === undefined ? {} : { settled: settledOf(configured) }),
  };
  return { ...entry, hints: staleHints(entry, facts) };
}

function withDate(read: FlagRead, date: string | undefined): DatedRead {
  return date === undefined ? read : { ...read, date };
}

function settledOf({ value, since }: ConfiguredFlag): NonNullable<FlagEntry['settled']> {
  return since === undefined ? { value } : { value, since };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

function distinctValues(values: readonly unknown[]): readonly unknown[] {
  return distinct(values.map((value) => JSON.stringify(value))).map((text) => JSON.parse(text));
}

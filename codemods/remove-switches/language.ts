import type { Edit } from '@ffsd/edits';
import type { ReadShape } from '@ffsd/flags';
import type { Constant } from '@ffsd/fold';
import type { Workspace } from '@ffsd/workspace';
import type { ConditionProp } from './condition-prop.ts';
import type { Damage, Turn } from './damage.ts';
import type { HistoryEntry, Session } from './session.ts';

/** What the codemod has to know of a language; everything else is told without a word of it. */
export interface Language {
  readonly name: 'typescript' | 'python' | 'angular' | 'template';
  /** Whether the file is written in the language. What its path does not tell, other files of the workspace may. */
  owns(path: string, workspace: Workspace): boolean;
  /** Whether files of another language hold some of it. */
  isWithin?(workspace: Workspace): boolean;
  /** What the edits would break, in words: the syntax, a name that is declared nowhere or twice, or what a name means. */
  breaks(path: string, before: string, edits: readonly Edit[]): string | undefined;
  /**
   * What a file has wrong after all changes and had not before them.
   *
   * @param after undefined when the file is gone
   */
  damageBetween(path: string, before: string, after: string | undefined, turn: Turn): readonly Damage[];
  /** The keys of the earlier drafts that the edits count on, beyond those whose characters they touch. */
  impliedDependencies(
    path: string,
    before: string,
    edits: readonly Edit[],
    history: readonly HistoryEntry[],
  ): readonly string[];
  /** Why the pattern of the shape is none in the language; undefined when it is one. */
  complaintAbout(shape: ReadShape): Error | undefined;
  /** Begins the work on one plan. */
  open(session: Session, conditionProps: readonly ConditionProp[]): LanguageWork;
}

export interface SettledFlag {
  readonly key: string;
  readonly value: Constant;
}

/** How reads of the flag may look, beside what the imports of a file call for. */
export interface Reads {
  readonly shapes: readonly ReadShape[];
  /** Names of vocabularies; when given, no others are taken from imports. */
  readonly presets: readonly string[];
}

/** The steps of one plan in one language, in their order. */
export interface LanguageWork {
  /** Folds every read of the flag; gives the paths that were looked at. */
  foldReads(flag: SettledFlag, reads: Reads): readonly string[];
  /**
   * Folds what always has one value since the changes so far: results of functions, parameters, fields, exported constants.
   *
   * @returns whether anything was folded, so that it is worth to look again
   */
  followValues(flags: readonly SettledFlag[]): boolean;
  /**
   * Removes what nothing uses any more in the files, and the names that stood for the key of a flag.
   *
   * @param droppable names of calls that only exist to reach the flags
   * @returns whether anything was removed, so that it is worth to look again
   */
  removeLeftovers(paths: Iterable<string>, flags: readonly SettledFlag[], droppable: ReadonlySet<string>): boolean;
  /**
   * Whether code outside of tests may still read the flag.
   *
   * @param paths the files that were looked at for reads
   */
  mayStillRead(flag: SettledFlag, reads: Reads, paths: ReadonlySet<string>): boolean;
  /**
   * Removes what sets the flag in tests, and the tests of the branch that is gone, when nothing outside of tests reads it any more.
   *
   * @returns whether anything was removed, so that it is worth to look again
   */
  removeTests(flag: SettledFlag, facts: TestFacts): boolean;
  /** Says what stays in tests, and why. */
  noteTests(flag: SettledFlag, facts: TestFacts): void;
  /** Spellings of the key that a file may contain. */
  spellings(key: string, shapes: readonly ReadShape[]): readonly string[];
  /** The keys that the code reads, as far as its text shows. */
  knownKeys(shapes: readonly ReadShape[]): Iterable<string>;
  /** Whether the key stands in the code where it is no entry of a definition. */
  standsElsewhere(flag: SettledFlag, shapes: readonly ReadShape[]): boolean;
  removeDefinitions(flag: SettledFlag, facts: DefinitionFacts): void;
}

export interface TestFacts {
  readonly shapes: readonly ReadShape[];
  /** Keys of the drafts that folded the reads of the flag outside of tests. */
  readonly readers: readonly string[];
}

export interface DefinitionFacts {
  readonly shapes: readonly ReadShape[];
  /** Keys of the drafts that folded the reads of the flag. */
  readonly readers: readonly string[];
  /** The files that the user names. */
  readonly definitions: readonly string[];
  /** The key stands in code of another language, so its definitions are still in use. */
  readonly standsElsewhere: boolean;
}

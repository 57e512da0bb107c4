import type { Kept } from '@ffsd/changes';
import type { ReadShape } from '@ffsd/flags';
import { nearest } from '@ffsd/flags';
import type { Workspace } from '@ffsd/workspace';
import { angular } from './angular/language.ts';
import type { ConditionProp } from './condition-prop.ts';
import { removeFromFiles } from './definition-files/remove-from-files.ts';
import { template } from './django/language.ts';
import { droppableCalls } from './droppable-calls.ts';
import type { Language, LanguageWork, SettledFlag } from './language.ts';
import { isInTemplate, noteMentions, wordOf } from './mentions.ts';
import { noteUnreadFlags } from './note-unread-flags.ts';
import { python } from './python/language.ts';
import { removeFromSnapshots } from './remove-from-snapshots.ts';
import type { ChangeDraft, Session } from './session.ts';
import { openSession } from './session.ts';
import { isTestPath } from './test-path.ts';
import { typescript } from './typescript/language.ts';

export interface FlagRemoval {
  readonly shapes: readonly ReadShape[];
  readonly presets: readonly string[];
  readonly definitions: readonly string[];
  readonly conditionProps: readonly ConditionProp[];
}

export const languages: readonly Language[] = [typescript, python, angular, template];

interface Worker {
  readonly work: LanguageWork;
  /** Those of the user's reads that can be written in the language. */
  readonly shapes: readonly ReadShape[];
  readonly paths: Set<string>;
  owns(path: string): boolean;
}

/** Plans the removal of all the flags, one after the other on the same texts, and then of what became unused. */
export function removeFlags(
  workspace: Workspace,
  flags: readonly SettledFlag[],
  { shapes, presets, definitions, conditionProps }: FlagRemoval,
): { readonly drafts: readonly ChangeDraft[]; readonly kept: readonly Kept[] } {
  const present = languagesIn(workspace);
  refuseUnreadable(present, shapes);
  const session = openSession(searchingOnce(workspace), languages);
  const workers = present.map(
    (language): Worker => ({
      work: language.open(session, conditionProps),
      shapes: shapes.filter((shape) => isOf(shape, language) && language.complaintAbout(shape) === undefined),
      paths: new Set(),
      owns: (path) => language.owns(path, session.base),
    }),
  );
  for (const flag of flags) {
    for (const { work, shapes: own, paths } of workers) {
      for (const path of work.foldReads(flag, { shapes: own, presets })) paths.add(path);
    }
  }
  const droppable = droppableCalls(shapes.filter(({ sets }) => !sets));
  const settle = () => {
    for (let again = true; again; ) {
      again = false;
      for (const { work } of workers) again = work.followValues(flags) || again;
      for (const { work, paths, owns } of workers) {
        const changed = session.changed().filter(owns);
        again = work.removeLeftovers(new Set([...paths, ...changed]), flags, droppable) || again;
      }
    }
  };
  settle();
  // What only sets the flag holds on to names and definitions that nobody else uses.
  while (removeTests(session, flags, workers, presets)) settle();
  for (const flag of flags) {
    const readers = session.drafts.filter(({ key }) => key.startsWith(`read ${flag.key} `)).map(({ key }) => key);
    const spellings = [...new Set(workers.flatMap(({ work, shapes: own }) => work.spellings(flag.key, own)))];
    for (const { work, shapes: own } of workers) work.noteTests(flag, { shapes: own, readers });
    if (readers.length === 0) noteMissing(session, flag, shapes, spellings, workers);
    for (const worker of workers) {
      const others = workers.filter((other) => other !== worker);
      const standsElsewhere = others.some(({ work, shapes: own }) => work.standsElsewhere(flag, own));
      worker.work.removeDefinitions(flag, { shapes: worker.shapes, readers, definitions, standsElsewhere });
    }
    removeFromFiles(session, flag, spellings, { readers, definitions });
    const defined = session.drafts.filter(({ key }) => key.startsWith(`definition ${flag.key}`)).map(({ key }) => key);
    removeFromSnapshots(session, flag, spellings, defined);
    noteMentions(session, flag, spellings, (path) => languages.some(({ owns }) => owns(path, session.base)));
  }
  noteUnreadFlags(session, flags, { shapes: shapes.filter(({ sets }) => !sets), presets });
  return { drafts: session.drafts, kept: session.kept };
}

/** Removes what sets the flags in tests, as far as nothing outside of tests may read them any more. */
function removeTests(
  session: Session,
  flags: readonly SettledFlag[],
  workers: readonly Worker[],
  presets: readonly string[],
): boolean {
  let removed = false;
  for (const flag of flags) {
    const readers = readersOutsideTests(session, flag);
    if (readers.length === 0) continue;
    if (workers.some(({ work, shapes, paths }) => work.mayStillRead(flag, { shapes, presets }, paths))) continue;
    const spellings = [...new Set(workers.flatMap(({ work, shapes }) => work.spellings(flag.key, shapes)))];
    if (isInTemplate(session, spellings)) continue;
    for (const { work, shapes } of workers) removed = work.removeTests(flag, { shapes, readers }) || removed;
  }
  return removed;
}

/** The drafts that folded the reads of the flag where it is no test that asks for it. */
function readersOutsideTests(session: Session, { key }: SettledFlag): readonly string[] {
  return session.drafts
    .filter((draft) => draft.key.startsWith(`read ${key} `) && !draft.files.every(({ path }) => isTestPath(path)))
    .map((draft) => draft.key);
}

function isOf(shape: ReadShape, { name }: Language): boolean {
  return shape.language === undefined || shape.language === name;
}

/** Those that the workspace has files of: the others need not read the user's patterns, for which they load their parser. All where it has no code. */
function languagesIn(workspace: Workspace): readonly Language[] {
  const files = workspace.files();
  // JSON is read as the TypeScript it is a part of: see json-definitions.ts.
  const isOwn = ({ name, owns }: Language, path: string) =>
    owns(path, workspace) || (name === 'typescript' && path.endsWith('.json'));
  const present = languages.filter(
    (language) => files.some((path) => isOwn(language, path)) || language.isWithin?.(workspace),
  );
  return present.length > 0 ? present : languages;
}

/** A pattern that is none in any language of the workspace would find nothing, and the user would not know why. */
function refuseUnreadable(present: readonly Language[], shapes: readonly ReadShape[]): void {
  for (const shape of shapes) {
    const complaints = present
      .filter((language) => isOf(shape, language))
      .map((language) => language.complaintAbout(shape));
    const [first] = complaints;
    if (first && complaints.every((complaint) => complaint !== undefined)) throw first;
  }
}

/** Each search of a workspace may start a process, and the same words are looked for several times. */
function searchingOnce(workspace: Workspace): Workspace {
  const found = new Map<string, readonly string[]>();
  return {
    ...workspace,
    search(strings) {
      const wanted = strings.join('\n');
      const known = found.get(wanted) ?? workspace.search(strings);
      found.set(wanted, known);
      return known;
    },
  };
}

/** A key that stands nowhere is done, or mistyped: the nearest keys that the code reads are offered. */
function noteMissing(
  session: Session,
  flag: SettledFlag,
  shapes: readonly ReadShape[],
  spellings: readonly string[],
  workers: readonly Worker[],
): void {
  // `new-check` is part of `new-checkout` and still stands nowhere.
  const word = wordOf(spellings);
  const stands = (path: string) => word.test(session.base.read(path) ?? '');
  if (session.base.search(spellings).some(stands) || shapes.some(({ match }) => !match.includes('$FLAG'))) return;
  const keys = workers.flatMap(({ work, shapes: own }) => [...work.knownKeys(own)]);
  const near = nearest(flag.key, [...new Set(keys)]);
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  session.keep({
    place: { path: '.', line: 1 },
    code: 'not-found',
    because: `${flag.key} stands nowhere in the code.${hint}`,
  });
}

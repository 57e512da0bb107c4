import type { Kept } from '@ffsd/changes';
import type { ReadShape } from '@ffsd/flags';
import { nearest, vocabularies } from '@ffsd/flags';
import type { Workspace } from '@ffsd/workspace';
import { knownKeys } from './known-keys.ts';
import { removeDefinitions } from './remove-definitions.ts';
import type { SettledFlag } from './remove-flag.ts';
import { compile, foldReads, spellingsOf } from './remove-flag.ts';
import { removeKeyNames } from './remove-key.ts';
import { removeUnused } from './remove-unused.ts';
import type { ChangeDraft, Session } from './session.ts';
import { openSession } from './session.ts';
import { unwrapBraces } from './unwrap-braces.ts';

export interface FlagRemoval {
  readonly shapes: readonly ReadShape[];
  readonly presets: readonly string[];
  readonly definitions: readonly string[];
}

/** Plans the removal of all the flags, one after the other on the same texts, and then of what became unused. */
export function removeFlags(
  workspace: Workspace,
  flags: readonly SettledFlag[],
  { shapes, presets, definitions }: FlagRemoval,
): { readonly drafts: readonly ChangeDraft[]; readonly kept: readonly Kept[] } {
  const session = openSession(searchingOnce(workspace));
  const paths = new Set<string>();
  for (const flag of flags) for (const path of foldReads(session, flag, { shapes, presets })) paths.add(path);
  const droppable = droppableCalls(shapes);
  for (let again = true; again; ) {
    again = false;
    for (const path of paths) again = removeUnused(session, path, droppable) || again;
    for (const path of paths) again = unwrapBraces(session, path) || again;
    for (const flag of flags) again = removeKeyNames(session, flag) || again;
  }
  for (const flag of flags) {
    const readers = session.drafts.filter(({ key }) => key.startsWith(`read ${flag.key} `)).map(({ key }) => key);
    noteMissing(session, flag, shapes);
    removeDefinitions(session, flag, spellingsOf(flag.key, shapes.map(compile)), readers, definitions);
  }
  return { drafts: session.drafts, kept: session.kept };
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
function noteMissing(session: Session, flag: SettledFlag, shapes: readonly ReadShape[]): void {
  if (session.drafts.some(({ key }) => key.startsWith(`read ${flag.key} `))) return;
  const compiled = shapes.map(compile);
  const spellings = spellingsOf(flag.key, compiled);
  const whole = spellings.map((spelling) => new RegExp(`(?<![\\w-])${spelling.replace(/[^\w]/g, '\\$&')}(?![\\w-])`));
  // `new-check` is part of `new-checkout` and still stands nowhere.
  const stands = (path: string) => whole.some((word) => word.test(session.base.read(path) ?? ''));
  if (session.base.search(spellings).some(stands) || shapes.some(({ match }) => !match.includes('$FLAG'))) return;
  const near = nearest(flag.key, knownKeys(session, compiled));
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  session.keep({
    place: { path: '.', line: 1 },
    code: 'not-found',
    because: `${flag.key} stands nowhere in the code.${hint}`,
  });
}

/** Calls that only exist to reach flags: those the vocabularies list, and the function at the head of a pattern of the user. */
function droppableCalls(shapes: readonly ReadShape[]): ReadonlySet<string> {
  const names = new Set(vocabularies.flatMap(({ droppableCalls = [] }) => droppableCalls));
  for (const { match } of shapes) {
    const head = /^(?:await\s+)?([A-Za-z_$][\w$]*)\s*\(/.exec(match)?.[1];
    if (head) names.add(head);
  }
  return names;
}

import type { Edit } from '@ffsd/edits';
import { lineEnd, lineStart, nextLine } from '@ffsd/edits';
import type { AnyNode, SourceFile } from '@ffsd/python';
import { findAll, isCode, removeListItem } from '@ffsd/python';
import type { SettledFlag } from '../language.ts';
import { constantOf } from './constant-of.ts';
import { madeBy } from './made-flag.ts';
import type { Occurrence } from './occurrences-of-key.ts';
import { occurrencesOfKey } from './occurrences-of-key.ts';
import { readsEnvironment } from './reads-environment.ts';
import { removal } from './remove-statement.ts';
import type { Session } from './session.ts';
import { makeSite } from './site.ts';
import { filesWithKey } from './split-key.ts';
import { whereNamed } from './where-named.ts';

/**
 * Removes a name that only stands for the key of the flag and is used nowhere any more: `NEW = 'new'`, a member of an enum, an entry of
 * a dictionary of keys.
 *
 * "Nowhere" is meant textually, over the whole workspace: whoever reaches the name in a way that no analysis sees has to write it.
 *
 * @returns whether anything was removed
 */
export function removeKeyNames(session: Session, flag: SettledFlag): boolean {
  let removed = false;
  for (const path of new Set([...filesWithKey(session, [flag.key]), ...filesThatMake(session)])) {
    if (!session.isEditable(path)) continue;
    for (;;) {
      const file = session.parse(path);
      const next = file && holdersOf(session, file, flag).find((one) => isUnusedName(session, path, one));
      if (!next || !removeName(session, path, flag, next)) break;
      removed = true;
    }
  }
  return removed;
}

type Holder = Extract<Occurrence, { kind: 'constant' | 'named-entry' | 'setting' }>;

/** What stands for the key, and for a flag that is a constant by itself its assignment. */
function holdersOf(session: Session, file: Occurrence['file'], { key }: SettledFlag): readonly Holder[] {
  const isFlag = session.keyNames.has(key);
  const spelled = occurrencesOfKey(file, [key]).filter(
    (one): one is Holder => one.kind === 'constant' || one.kind === 'named-entry' || (isFlag && one.kind === 'setting'),
  );
  return [...spelled, ...composedIn(session, file, key)];
}

/** The files that make flags and bind them to a name which a read used: there the key may be composed, `f'{NAMESPACE}.new'`. */
function filesThatMake(session: Session): readonly string[] {
  if (session.keyNames.size === 0) return [];
  return session
    .search([...session.keyNames])
    .filter(
      (path) => isCode(path) && /(?:Flag|Switch|Toggle)\(\s*(?:name\s*=\s*)?f['"]/.test(session.read(path) ?? ''),
    );
}

function composedIn(session: Session, file: SourceFile, key: string): readonly Holder[] {
  return findAll(file.tree, 'FormattedString').flatMap((node) => {
    const statement = madeBy(node)?.parent as AnyNode | null | undefined;
    const name =
      statement?.type === 'Assign' && statement.targets.length === 1 ? statement.targets[0]!.target : undefined;
    if (statement?.type !== 'Assign' || name?.type !== 'Name' || !session.keyNames.has(name.value)) return [];
    if (constantOf(session, file, node, 'key')?.value !== key) return [];
    return [{ kind: 'constant' as const, file, node, name, statement }];
  });
}

function nameOf(one: Holder): string {
  if (one.kind === 'named-entry') return one.name;
  return one.kind === 'constant' ? one.name.value : one.file.text.slice(one.node.start, one.node.end);
}

function isUnusedName(session: Session, path: string, holder: Holder): boolean {
  const name = nameOf(holder);
  // `ID = 'new'` may be the name of a page: only what a read used as its key stands for the key.
  if (!session.keyNames.has(name) || removersOf(session, name).length === 0) return false;
  return whereNamed(session, name, path, timesNamed(holder, name)).length === 0;
}

/** `NEW = env.bool('NEW')` names itself twice. */
function timesNamed({ file, statement, ...holder }: Holder & { readonly statement?: AnyNode }, name: string): number {
  if (holder.kind !== 'setting' || !statement) return 1;
  return count(file.text.slice(statement.start, statement.end), wordOf(name));
}

function removeName(session: Session, path: string, flag: SettledFlag, holder: Holder): boolean {
  const edits = removalOf(session, holder);
  if (!edits) return false;
  const name = nameOf(holder);
  const offset = holder.node.start;
  const { title, why, caution } = wordsFor(session, flag, holder, name);
  return session.commit({
    key: `key ${path} ${name}`,
    title,
    why: `${why}, and nothing names it any more.${caution}`,
    safety: caution === '' ? 'safe' : 'review',
    evidence: [
      {
        kind: 'no-other-reference',
        text: `${name} stands nowhere else in the workspace`,
        place: { path, line: session.lineOf(path, offset) },
      },
    ],
    files: [{ kind: 'edit', path, edits }],
    dependsOn: removersOf(session, name),
  });
}

interface Words {
  readonly title: string;
  readonly why: string;
  /** What a reviewer should see to. */
  readonly caution: string;
}

function wordsFor(session: Session, { key }: SettledFlag, holder: Holder, name: string): Words {
  // An enum can be gone through, too.
  const listed = holder.kind === 'named-entry' || isInClass(holder.node);
  const caution = listed ? ' Code that goes through all entries sees one less.' : '';
  if (holder.kind === 'setting') {
    const { value, file } = holder;
    const isAsked = value !== undefined && !makeSite(session, file).isPure(value);
    return {
      title: `Remove the setting ${name}`,
      why: `${name} is settled`,
      caution: isAsked ? ' Who sets it from outside sets it in vain.' : caution,
    };
  }
  if (madeBy(holder.node)) {
    const lists = ' What lists all flags that were made sees one less.';
    return { title: `Remove ${name}, which stood for ${key}`, why: `${name} stood for ${key}`, caution: lists };
  }
  return { title: `Remove ${name}, the name of the key ${key}`, why: `${name} stood for the key ${key}`, caution };
}

function isInClass(node: AnyNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'ClassDef') return true;
  return false;
}

function removalOf(session: Session, holder: Holder): readonly Edit[] | undefined {
  const site = makeSite(session, holder.file);
  if (holder.kind === 'named-entry') return removeListItem(holder.file, holder.entry);
  const made = holder.kind === 'constant' ? madeBy(holder.node) : undefined;
  if (made && !made.args.every(({ value }) => site.isPure(value))) return undefined;
  if (holder.kind === 'setting' && holder.value && !site.isPure(holder.value) && !readsEnvironment(site, holder.value))
    return undefined;
  return belowHeading(holder.file, holder.statement, removal(site, holder.statement));
}

/**
 * A comment above the first of several lines is the heading of all of them:
 *
 * ```text
 * # Waffle switches
 * NEW = 'new'
 * OTHER = 'other'
 * ```
 */
function belowHeading({ text }: SourceFile, statement: AnyNode, edits: readonly Edit[]): readonly Edit[] {
  const [edit, ...more] = edits;
  const line = lineStart(text, statement.start);
  const next = nextLine(text, statement.end);
  if (!edit || more.length > 0 || edit.text !== '' || edit.start >= line || edit.end < next) return edits;
  const isFollowed = /^[ \t]*[\p{L}_]/u.test(text.slice(next, lineEnd(text, next)));
  const comment = text.slice(edit.start, line);
  const isOwn =
    comment.includes(text.slice(statement.start, statement.end).match(/^\w+/)?.[0] ?? '\0') ||
    // The annotation of one toggle of Open edX.
    /^\s*# \.\. toggle_/m.test(comment);
  return isFollowed && !isOwn ? [{ start: line, end: next, text: '' }] : edits;
}

/** The drafts that removed an occurrence of the word from some file, in their order. */
export function removersOf(session: Session, name: string): readonly string[] {
  const word = wordOf(name);
  return session.drafts
    .filter((draft) => draft.files.some((file) => removes(session, draft.key, file.path, word)))
    .map(({ key }) => key);
}

function removes(session: Session, key: string, path: string, word: RegExp): boolean {
  const entry = session.historyOf(path).find((one) => one.key === key);
  return entry?.edits.some(({ start, end }) => count(entry.before.slice(start, end), word) > 0) ?? false;
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<!\\w)${name.replace(/[^\w]/g, '\\$&')}(?!\\w)`, 'g');
}

function count(text: string, word: RegExp): number {
  return text.match(word)?.length ?? 0;
}

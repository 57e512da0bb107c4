import type { Edit } from '@ffsd/edits';
import { apply, compose } from '@ffsd/edits';
import type { AnyNode, SourceFile } from '@ffsd/python';
import { dottedName, findAll, isCode, isParsed, listOf, parse, removeListItem, stringValue } from '@ffsd/python';
import type { KeptCode } from '../kept-code.ts';
import type { DefinitionFacts, SettledFlag } from '../language.ts';
import { isSetUpKept, wordOf } from '../mentions.ts';
import { isTestPath } from '../test-path.ts';
import type { Occurrence } from './occurrences-of-key.ts';
import { occurrencesOfKey } from './occurrences-of-key.ts';
import { removeRows } from './remove-rows.ts';
import { removal } from './remove-statement.ts';
import type { Session } from './session.ts';
import { makeSite } from './site.ts';
import { filesWithKey } from './split-key.ts';
import { whatBreaks } from './what-breaks.ts';
import { describePlaces, whereNamed } from './where-named.ts';

/**
 * Removes the entries that define the flag: its key in a list, its entry in a dictionary, its field in a class of settings.
 *
 * They go only when the key stands nowhere else in the code, or in files that the user names as definitions. What is an entry is
 * known from that, or from what holds it being called flags, features, toggles.
 */
export function removeDefinitions(
  session: Session,
  flag: SettledFlag,
  spellings: readonly string[],
  { readers, definitions, standsElsewhere }: DefinitionFacts,
): void {
  removeRows(session, flag, readers, definitions);
  const occurrences = occurrencesIn(session, spellings);
  const others = occurrences.filter(isNoEntry);
  const alone = others.length === 0 && !standsElsewhere;
  const isNamed = ({ file }: Occurrence) =>
    definitions.some((definition) => definition.replace(/^\.\//, '').split('#')[0] === file.path);
  const codes = new Map<Occurrence, KeptCode | undefined>();
  for (const one of occurrences) {
    if (isNoEntry(one)) continue;
    const named = isNamed(one);
    const blocked = readers.length === 0 || (!alone && !named) || !session.isEditable(one.file.path);
    codes.set(one, doubtAbout(session, flag, one, named) ?? (blocked ? 'definition-in-use' : undefined));
  }
  // What a file lists twice stands or falls together.
  const doubtful = new Set([...codes].flatMap(([one, code]) => (code ? [one.file.path] : [])));
  const entries = [...codes.keys()].filter((one) => !codes.get(one) && (isNamed(one) || !doubtful.has(one.file.path)));
  const removed = new Set<string>();
  for (const path of new Set(entries.map(({ file }) => file.path))) {
    const count = entries.filter(({ file }) => file.path === path).length;
    if (commitRemoval(session, flag, path, spellings, count, readers, alone)) removed.add(path);
  }
  for (const one of others) mention(session, flag, one, codeOfOther(session, flag, one));
  for (const [one, code] of codes) {
    if (!entries.includes(one) || !removed.has(one.file.path)) mention(session, flag, one, code ?? 'definition-in-use');
  }
  noteTexts(session, flag, spellings);
}

export function occurrencesIn(session: Session, spellings: readonly string[]): readonly Occurrence[] {
  return filesWithKey(session, spellings).flatMap((path) => {
    const file = session.parse(path);
    return file ? occurrencesOfKey(file, spellings) : [];
  });
}

/** A string, or a name that stands for the key: it may be a read in a shape that is not known. */
export function isNoEntry({ kind }: Occurrence): boolean {
  return kind === 'other' || kind === 'constant' || kind === 'named-entry';
}

function codeOfOther(session: Session, flag: SettledFlag, one: Occurrence): KeptCode {
  if (one.kind === 'other') return isSetToOther(session, flag, one) ? 'test-of-other-value' : 'mention';
  return session.keyNames.has(nameFor(one)) ? 'key-in-use' : 'mention';
}

function nameFor(one: Occurrence): string {
  return one.kind === 'constant' ? one.name.value : one.kind === 'named-entry' ? one.name : '';
}

/** `override_flag('x', active=False)` in a test, for a flag that is true from now on. */
function isSetToOther(session: Session, flag: SettledFlag, { file, node }: Occurrence): boolean {
  const argument = node.parent as AnyNode;
  if (!isTestPath(file.path) || argument.type !== 'Arg' || argument.parent?.type !== 'Call') return false;
  const site = makeSite(session, file);
  return argument.parent.args.some(({ value }) => {
    const known = value === node ? undefined : site.constantOf(value);
    return typeof known?.value === 'boolean' && known.value !== flag.value;
  });
}

type Entry = Extract<Occurrence, { kind: 'property' | 'setting' | 'element' }>;

/** Why an entry should stay; undefined for one that defines the flag or sets it to its value. */
function doubtAbout(session: Session, flag: SettledFlag, one: Occurrence, named: boolean): KeptCode | undefined {
  if (isTestPath(one.file.path) && (one.kind === 'property' || one.kind === 'setting')) {
    const known = one.value && makeSite(session, one.file).constantOf(one.value);
    const isSame = known !== undefined && JSON.stringify(known.value) === JSON.stringify(flag.value);
    if (!isSame) return 'test-of-other-value';
  }
  const { isPure } = makeSite(session, one.file);
  if ((one.kind === 'property' || one.kind === 'setting') && one.value && !isPure(one.value))
    return 'definition-in-use';
  // A keyword of a call is an argument, and no entry of a list.
  if (one.kind === 'property' && one.entry.type === 'Arg' && !isDictCall(one.entry)) return 'definition-in-use';
  return named || isNamedForFlags(one) ? undefined : 'definition-in-use';
}

function isDictCall({ parent }: AnyNode): boolean {
  return parent?.type === 'Call' && dottedName(parent.func) === 'dict';
}

/** Whether the list, dictionary or class is called flags, features and so on, by itself or by what holds it. */
function isNamedForFlags(one: Occurrence): boolean {
  let named = 0;
  for (let at: AnyNode | null = (one as Entry).node; at; at = at.parent) {
    const name = at === one.node ? undefined : holderName(at, one.node);
    if (name === undefined) continue;
    if (/flag|feature|toggle|switch|experiment/i.test(name)) return true;
    // The name right around the list counts, and the one around that: `experimental: { 'flags': { … } }`.
    if (++named === 2) return false;
  }
  return false;
}

function holderName(node: AnyNode, entry: AnyNode): string | undefined {
  switch (node.type) {
    case 'Assign': {
      const target = node.targets[0]!.target;
      return target.start <= entry.start && entry.end <= target.end ? undefined : dottedName(target);
    }
    case 'AnnAssign':
      return node.target.start <= entry.start && entry.end <= node.target.end ? undefined : dottedName(node.target);
    case 'ClassDef':
      return node.name.value;
    case 'DictElement':
      return node.key.start <= entry.start && entry.end <= node.key.end ? undefined : node.key.code;
    default:
      return undefined;
  }
}

/** One after the other, each on the text that the one before left: neighbours share a comma. */
function commitRemoval(
  session: Session,
  flag: SettledFlag,
  path: string,
  spellings: readonly string[],
  count: number,
  readers: readonly string[],
  alone: boolean,
): boolean {
  const first = session.parse(path)!;
  const offset = occurrencesOfKey(first, spellings).find((one) => !isNoEntry(one))!.node.start;
  let edits: readonly Edit[] = [];
  for (let index = 0; index < count; index++) {
    const now = edits.length === 0 ? first : parse(path, apply(first.text, edits));
    const entry = isParsed(now) ? occurrencesOfKey(now, spellings).find((one) => !isNoEntry(one)) : undefined;
    const gone = isParsed(now) && entry ? entryRemoval(session, now, entry as Entry) : undefined;
    if (!gone) return false;
    edits = edits.length === 0 ? gone : compose(edits, gone);
  }
  if (whatBreaks(first, edits)) return false;
  return session.commit({
    key: `definition ${flag.key} ${path}`,
    title: `Remove ${flag.key} from where flags are defined in ${path.split('/').at(-1)}`,
    why: `Nothing reads ${flag.key} any more. Who sets the flag from outside sets it in vain.`,
    safety: 'review',
    evidence: [
      {
        kind: 'no-other-reference',
        text: alone
          ? `${flag.key} stands nowhere else in the code`
          : `no read of ${flag.key} is left, and the file is named as a definition`,
        place: { path, line: session.lineOf(path, offset) },
      },
    ],
    files: [{ kind: 'edit', path, edits }],
    dependsOn: readers,
  });
}

function entryRemoval(session: Session, file: SourceFile, entry: Entry): readonly Edit[] | undefined {
  if (entry.kind === 'setting') return removal(makeSite(session, file), entry.statement);
  const { holder } = listOf(entry.entry);
  // `KEYS = ('new',)` would leave a tuple without anything.
  return holder.type === 'Tuple' && listOf(entry.entry).items.length === 1
    ? undefined
    : removeListItem(file, entry.entry);
}

function mention(session: Session, flag: SettledFlag, one: Occurrence, code: KeptCode): void {
  const { file, node } = one;
  const place = { path: file.path, line: session.lineOf(file.path, node.start) };
  const reasons: Partial<Record<KeptCode, string>> = {
    'key-in-use': stillUsed(session, flag, one),
    mention: `${flag.key} stands here, but this is no read of the flag that is known`,
    'test-of-other-value': `this set-up gives ${flag.key} another value than ${JSON.stringify(flag.value)}, or one that is not known here`,
  };
  const because =
    reasons[code] ?? `${flag.key} is listed here, but it still stands elsewhere or this may be no list of flags`;
  if (isSetUpKept(session, place)) return;
  session.keep({ place, code, because });
}

/** Who looks for what keeps the name alive finds it by the first place; most often all are tests. */
function stillUsed(session: Session, flag: SettledFlag, one: Occurrence): string {
  const name = nameFor(one);
  const places = describePlaces(whereNamed(session, name, one.file.path));
  return `${name} stands for ${flag.key} and is still used ${places}`;
}

/** Comments and texts that name the flag: "this view is behind the flag new_checkout". */
function noteTexts(session: Session, flag: SettledFlag, spellings: readonly string[]): void {
  const word = wordOf(spellings);
  for (const path of session.search(spellings).filter(isCode)) {
    const file = session.parse(path);
    if (!file || !word.test(file.text)) continue;
    for (const node of findAll(file.tree, ['Comment', 'SimpleString', 'FormattedStringText'])) {
      const isComment = node.type === 'Comment';
      // A flag that is named by an ordinary word is not meant by every text; and the key alone is no text about it.
      if (!isComment && (spellings.every(isOrdinary) || spellings.includes(stringValue(node) ?? ''))) continue;
      const at = word.exec('value' in node ? node.value : '');
      if (!at) continue;
      const place = { path, line: session.lineOf(path, node.start + at.index) };
      session.keep({ place, code: 'mention', because: `a ${isComment ? 'comment' : 'text'} names ${flag.key}` });
    }
  }
}

function isOrdinary(word: string): boolean {
  return /^[a-z]+$/.test(word);
}

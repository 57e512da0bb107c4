import type { Node } from '@babel/types';
import type { FileEdit } from '@ffsd/changes';
import type { Edit } from '@ffsd/edits';
import { isCode, parentsOf, removeListItem, removeStatements } from '@ffsd/typescript';
import type { KeptCode } from '../kept-code.ts';
import type { DefinitionFacts, SettledFlag } from '../language.ts';
import { isSetUpKept, wordOf } from '../mentions.ts';
import type { JsonEntries } from './json-definitions.ts';
import { jsonDefinitions } from './json-definitions.ts';
import { makeSite } from './make-site.ts';
import type { Occurrence } from './occurrences-of-key.ts';
import { nameOf, occurrencesOfKey } from './occurrences-of-key.ts';
import type { Session } from './session.ts';

/**
 * Removes the entries that define the flag: its member of a union of keys, its property in the objects and types that list
 * the flags. They go together, as one change, because `Record<Key, …>` is only right when the type and the object agree.
 *
 * They go only when the key stands nowhere else in the code. An occurrence that is no entry may be a read in a shape that is not
 * known, or an ordinary word; either way it is not ours to say that the flag is gone. What is an entry is known from `definitions`,
 * or from its neighbours: a property beside other keys of the union, or in something that is called flags, features, toggles.
 *
 * @param spellings the key as the code spells it
 */
export function removeDefinitions(
  session: Session,
  flag: SettledFlag,
  spellings: readonly string[],
  { readers, definitions, standsElsewhere }: DefinitionFacts,
): void {
  const occurrences = session
    .search(spellings)
    .filter(isCode)
    .flatMap((path) => {
      const file = session.parse(path);
      return file ? occurrencesOfKey(file, spellings) : [];
    });
  const others = occurrences.filter(isNoEntry);
  const alone = others.length === 0 && !standsElsewhere;
  const candidates = occurrences.filter(isEntry);
  const union = unionKeys(occurrences);
  const isNamed = ({ file }: Occurrence) => definitions.some((definition) => definition.split('#')[0] === file.path);
  // A file that the user names as a definition is one, whatever the word means elsewhere.
  const blocked = (one: Occurrence) => readers.length === 0 || (!alone && !isNamed(one));
  const doubts = new Map<Occurrence, KeptCode>();
  for (const one of candidates) {
    const doubt =
      doubtAbout(session, flag, one, union, isNamed(one)) ?? (blocked(one) ? 'definition-in-use' : undefined);
    if (doubt) doubts.set(one, doubt);
  }
  // `jest.Mock<{ x: boolean }>` and `mockReturnValue({ x: true })` stand or fall together.
  const doubtful = new Set([...doubts.keys()].map(({ file }) => file.path));
  const entries = candidates.filter((one) => !doubts.has(one) && (isNamed(one) || !doubtful.has(one.file.path)));
  const json = readers.length > 0 ? jsonDefinitions(session, spellings, definitions) : [];
  const paths = [...entries.map(({ file }) => file.path), ...json.map(({ path }) => path)];
  const uneditable = paths.some((path) => !session.isEditable(path));
  for (const one of others) mention(session, flag, one, 'mention');
  for (const one of candidates) {
    if (uneditable || !entries.includes(one)) mention(session, flag, one, doubts.get(one) ?? 'definition-in-use');
  }
  if (!uneditable && paths.length > 0) commitRemoval(session, flag, readers, entries, json, alone);
  noteComments(session, flag, spellings);
}

function commitRemoval(
  session: Session,
  flag: SettledFlag,
  readers: readonly string[],
  entries: readonly Entry[],
  json: readonly JsonEntries[],
  alone: boolean,
): void {
  const places = [
    ...entries.map(({ file, node }) => ({ path: file.path, offset: node.start! })),
    ...json.map(({ path, offset }) => ({ path, offset })),
  ];
  const { path, offset } = places[0]!;
  session.commit({
    key: `definition ${flag.key}`,
    title: `Remove ${flag.key} from where flags are defined`,
    why: `Nothing reads ${flag.key} any more. Its entries go together, so that types and objects still agree. Who sets the flag from outside sets it in vain.`,
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
    files: [...editsByFile(entries), ...json.map(({ path, edits }): FileEdit => ({ kind: 'edit', path, edits }))],
    dependsOn: readers,
  });
}

/** A string, or a name that stands for the key: it may be a read in a shape that is not known. */
export function isNoEntry({ kind }: Occurrence): boolean {
  return kind === 'other' || kind === 'constant' || kind === 'named-entry';
}

type Entry = Exclude<Occurrence, { kind: 'other' | 'constant' | 'named-entry' }>;

function isEntry(occurrence: Occurrence): occurrence is Entry {
  return (
    occurrence.kind === 'union-member' ||
    occurrence.kind === 'property' ||
    occurrence.kind === 'type-member' ||
    occurrence.kind === 'element'
  );
}

/** The other members of the unions that the key is a member of. */
function unionKeys(occurrences: readonly Occurrence[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const one of occurrences) {
    if (one.kind !== 'union-member') continue;
    for (const member of one.list) {
      if (member !== one.entry && member.type === 'TSLiteralType' && member.literal.type === 'StringLiteral')
        keys.add(member.literal.value);
    }
  }
  return keys;
}

/** Why an entry should stay; undefined for one that defines the flag or sets it to its value. */
function doubtAbout(
  session: Session,
  flag: SettledFlag,
  one: Entry,
  union: ReadonlySet<string>,
  named: boolean,
): KeptCode | undefined {
  // flags: { x: false } in a test sets up the behaviour that is removed: the test has lost its subject.
  if (one.kind === 'property' && isTest(one.file.path) && !setsValue(session, one, flag)) return 'test-of-other-value';
  if (one.kind === 'property' && !isDroppableValue(session, one)) return 'definition-in-use';
  return named || isDefinition(one, union) ? undefined : 'definition-in-use';
}

function isTest(path: string): boolean {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress|specs?)\/|[.-](?:test|spec|e2e|cy|stories)\.[cm]?[jt]sx?$/.test(
    path,
  );
}

function setsValue(session: Session, { file, entry }: Entry, flag: SettledFlag): boolean {
  if (entry.type !== 'ObjectProperty') return false;
  const known = makeSite(session, file).constantOf(entry.value);
  return known !== undefined && JSON.stringify(known.value) === JSON.stringify(flag.value);
}

function isDefinition(occurrence: Entry, union: ReadonlySet<string>): boolean {
  if (occurrence.kind === 'union-member') return isPlainUnion(occurrence.list);
  const neighbours = occurrence.list.filter((one) => one !== occurrence.entry).map(keyOf);
  const shared = neighbours.filter((name) => name !== undefined && union.has(name)).length;
  if (shared >= 2 || (shared === 1 && neighbours.length <= 2)) return true;
  return occurrence.kind !== 'element' && isNamedForFlags(occurrence);
}

function isPlainUnion(list: readonly Node[]): boolean {
  return (
    list.length > 1 &&
    list.every((member) => member.type === 'TSLiteralType' && member.literal.type === 'StringLiteral')
  );
}

function keyOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return node.value;
  return 'key' in node ? nameOf(node.key as Node) : undefined;
}

/** A literal, or the reading of an environment variable by a function that parses it. */
function isDroppableValue(session: Session, { file, entry }: Entry): boolean {
  if (entry.type !== 'ObjectProperty') return false;
  const { value } = entry;
  const { isPure } = makeSite(session, file);
  if (isPure(value)) return true;
  if (value.type !== 'CallExpression' || value.callee.type !== 'Identifier') return false;
  const readsEnvironment = value.arguments.some((argument) =>
    /^process\.env\b|^import\.meta\.env\b/.test(file.text.slice(argument.start!, argument.end!)),
  );
  return readsEnvironment && value.arguments.every(isPure);
}

/** Whether the object or type that lists the entry is called flags, features and so on, by itself or by what holds it. */
function isNamedForFlags({ file, entry }: Entry): boolean {
  let named = 0;
  for (const ancestor of parentsOf(file).ancestors(entry)) {
    const name = holderName(ancestor);
    if (name === undefined) continue;
    if (/flag|feature|toggle|switch|experiment/i.test(name)) return true;
    // The name right around the list counts, and the one around that: `experimental: { flags: { … } }` and `UiConfig.flags`.
    if (++named === 1) return false;
  }
  return false;
}

function holderName(node: Node): string | undefined {
  switch (node.type) {
    case 'VariableDeclarator':
      return nameOf(node.id);
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return node.id.name;
    case 'CallExpression':
      return node.callee.type === 'Identifier' ? node.callee.name : undefined;
    case 'TSPropertySignature':
      return nameOf(node.key);
    case 'ObjectProperty':
      return node.value.type === 'ObjectExpression' ? nameOf(node.key) : undefined;
    default:
      return undefined;
  }
}

function editsByFile(entries: readonly Entry[]): FileEdit[] {
  const files = new Map<string, Edit[]>();
  for (const { file, entry, list, kind } of entries) {
    const edits =
      kind === 'type-member'
        ? removeStatements(file, entry, entry)
        : removeListItem(file, list, list.indexOf(entry), kind === 'union-member' ? '|' : ',');
    files.set(file.path, [...(files.get(file.path) ?? []), ...edits]);
  }
  return [...files].map(([path, edits]) => ({ kind: 'edit', path, edits }));
}

function mention(session: Session, flag: SettledFlag, { file, node, kind }: Occurrence, code: KeptCode): void {
  const place = { path: file.path, line: session.lineOf(file.path, node.start!) };
  if (kind === 'constant' || kind === 'named-entry') {
    session.keep({ place, code: 'key-in-use', because: `the name that stands for ${flag.key} is still used` });
    return;
  }
  const because =
    code === 'mention'
      ? `${flag.key} stands here, but this is no read of the flag that is known`
      : code === 'test-of-other-value'
        ? `this set-up gives ${flag.key} another value than ${JSON.stringify(flag.value)}, or one that is not known here`
        : `${flag.key} is listed here, but it still stands elsewhere or this may be no list of flags`;
  if (isSetUpKept(session, place)) return;
  session.keep({ place, code, because });
}

/** Comments that name the flag. */
function noteComments(session: Session, flag: SettledFlag, spellings: readonly string[]): void {
  const word = wordOf(spellings);
  for (const path of session.search(spellings).filter(isCode)) {
    for (const comment of session.parse(path)?.tree.comments ?? []) {
      if (!word.test(comment.value)) continue;
      const line = session.lineOf(path, comment.start!);
      session.keep({ place: { path, line }, code: 'mention', because: `a comment names ${flag.key}` });
    }
  }
}

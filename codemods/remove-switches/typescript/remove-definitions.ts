import type { Node } from '@babel/types';
import type { FileEdit } from '@ffsd/changes';
import type { Edit } from '@ffsd/edits';
import { parentsOf, removeListItem, removeStatements } from '@ffsd/typescript';
import { isCode } from './files-of-key.ts';
import { makeSite } from './make-site.ts';
import type { Occurrence } from './occurrences-of-key.ts';
import { nameOf, occurrencesOfKey } from './occurrences-of-key.ts';
import type { SettledFlag } from './remove-flag.ts';
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
 * @param readers keys of the drafts that folded its reads
 */
export function removeDefinitions(
  session: Session,
  flag: SettledFlag,
  spellings: readonly string[],
  readers: readonly string[],
  definitions: readonly string[],
): void {
  const occurrences = session
    .search(spellings)
    .filter(isCode)
    .flatMap((path) => {
      const file = session.parse(path);
      return file ? occurrencesOfKey(file, spellings) : [];
    });
  const others = occurrences.filter(({ kind }) => kind === 'other' || kind === 'constant' || kind === 'named-entry');
  const union = unionKeys(occurrences);
  const entries = occurrences.filter(isEntry).filter((one) => isDefinition(session, one, union, definitions));
  const unclear = occurrences.filter(isEntry).filter((one) => !entries.includes(one));
  const blocked = others.length > 0 || readers.length === 0;
  for (const one of [...others, ...unclear, ...(blocked ? entries : [])]) mention(session, flag, one);
  if (blocked || entries.length === 0) return;
  const files = editsByFile(entries);
  const uneditable = files.find(({ path }) => !session.isEditable(path));
  if (uneditable) {
    for (const one of entries) mention(session, flag, one);
    return;
  }
  const first = entries[0]!;
  session.commit({
    key: `definition ${flag.key}`,
    title: `Remove ${flag.key} from where flags are defined`,
    why: `Nothing reads ${flag.key} any more. Its entries go together, so that types and objects still agree. Who sets the flag from outside sets it in vain.`,
    safety: 'review',
    evidence: [
      {
        kind: 'no-other-reference',
        text: `${flag.key} stands nowhere else in the code`,
        place: { path: first.file.path, line: session.lineOf(first.file.path, first.node.start!) },
      },
    ],
    files,
    dependsOn: readers,
  });
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

function isDefinition(
  session: Session,
  occurrence: Entry,
  union: ReadonlySet<string>,
  definitions: readonly string[],
): boolean {
  const { path } = occurrence.file;
  if (occurrence.kind === 'property' && !isDroppableValue(session, occurrence)) return false;
  if (definitions.some((definition) => definition.split('#')[0] === path)) return true;
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

function mention(session: Session, flag: SettledFlag, { file, node, kind }: Occurrence): void {
  const place = { path: file.path, line: session.lineOf(file.path, node.start!) };
  if (kind === 'other') {
    session.keep({
      place,
      code: 'mention',
      because: `${flag.key} stands here, but this is no read of the flag that is known`,
    });
  } else if (kind === 'constant' || kind === 'named-entry') {
    session.keep({ place, code: 'key-in-use', because: `the name that stands for ${flag.key} is still used` });
  } else {
    session.keep({
      place,
      code: 'definition-in-use',
      because: `${flag.key} is listed here, but it still stands elsewhere or this may be no list of flags`,
    });
  }
}

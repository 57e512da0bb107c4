import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, offsetsOf, parentsOf, parsedFile, removeLines, walk } from '@ffsd/typescript';
import { goneBecauseOf } from '../gone-because-of.ts';
import type { SettledFlag } from '../language.ts';
import { keyOf } from './given-at.ts';
import { isPublished } from './is-published.ts';
import type { Session } from './session.ts';

/**
 * Removes members of types whose name stands nowhere else in the workspace any more because of the changes so far.
 *
 * Types are structural: a member is only surely without use when nothing anywhere has its name, be it a property of whatever object, a
 * text or a key in a data file. Then nobody can give or read it by its name.
 *
 * @returns whether one was removed
 */
export function removeUnnamedMembers(session: Session, flags: readonly SettledFlag[]): boolean {
  for (const name of lostNames(session)) {
    // The key of a flag is a matter of its definition.
    if (flags.some(({ key }) => plain(key) === plain(name))) continue;
    if (blockers(session).has(name) && isBlocked(session, name)) continue;
    const members = membersNamed(session, name);
    if (members && removeMembers(session, name, members)) return true;
  }
  return false;
}

function plain(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();
}

/**
 * The properties that changed files gave to objects before the first change, and that none of them names now. What was only read
 * comes from elsewhere, be it from a server: its type tells what there is, used or not.
 */
function lostNames(session: Session): ReadonlySet<string> {
  const before = new Set<string>();
  const after = new Set<string>();
  for (const path of session.changed().filter(isCode)) {
    const original = session.original(path);
    const file = parsedFile(session, path);
    for (const name of original ? namesIn(original).given : []) before.add(name);
    for (const name of file ? namesIn(file).all : []) after.add(name);
  }
  return new Set([...before].filter((name) => !after.has(name)));
}

interface PropertyNames {
  readonly all: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
}

const known = new WeakMap<SourceFile, PropertyNames>();

function namesIn(file: SourceFile): PropertyNames {
  let names = known.get(file);
  if (!names) {
    const all = new Set<string>();
    const given = new Set<string>();
    const parents = parentsOf(file);
    walk(file.tree.program, (node) => {
      const name = propertyName(node);
      if (name === undefined || name.length < 3) return;
      all.add(name);
      const parent = parents.parent(node);
      const isAssigned = parent?.type === 'AssignmentExpression' && parent.left === node;
      if (node.type === 'JSXAttribute' || parent?.type === 'ObjectExpression' || isAssigned) given.add(name);
    });
    names = { all, given };
    known.set(file, names);
  }
  return names;
}

function propertyName(node: Node): string | undefined {
  switch (node.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return node.computed ? undefined : keyOf(node.property);
    case 'ObjectProperty':
    case 'ObjectMethod':
      return node.computed ? undefined : keyOf(node.key);
    case 'JSXAttribute':
      return node.name.type === 'JSXIdentifier' ? node.name.name : undefined;
    default:
      return undefined;
  }
}

/** The file that still uses a name, as it was when it was looked at. */
const blocking = new WeakMap<Session, Map<string, { readonly path: string; readonly text: string }>>();

function blockers(session: Session) {
  let known = blocking.get(session);
  if (!known) {
    known = new Map();
    blocking.set(session, known);
  }
  return known;
}

function isBlocked(session: Session, name: string): boolean {
  const blocker = blockers(session).get(name);
  return blocker !== undefined && session.read(blocker.path) === blocker.text;
}

interface NamedMember {
  readonly file: SourceFile;
  readonly node: Node;
  /** The name of the interface or alias around it. */
  readonly type: string;
}

/** All that still has the name, when that is members of types alone. */
function membersNamed(session: Session, name: string): readonly NamedMember[] | undefined {
  const members: NamedMember[] = [];
  for (const path of session.search([name])) {
    const text = session.read(path) ?? '';
    const offsets = offsetsOf(text, name);
    if (offsets.length === 0) continue;
    const found = offsets.every((offset) => looksLikeMember(text, offset, name))
      ? membersIn(session, path, offsets)
      : undefined;
    if (!found) {
      blockers(session).set(name, { path, text });
      return undefined;
    }
    members.push(...found);
  }
  return members.length > 0 ? members : undefined;
}

/** A look at the characters around it spares the parse of most files. */
function looksLikeMember(text: string, offset: number, name: string): boolean {
  return /^\??\s*:/.test(text.slice(offset + name.length)) && /(?:^|[\s{;,])$/.test(text.slice(0, offset));
}

function membersIn(session: Session, path: string, offsets: readonly number[]): readonly NamedMember[] | undefined {
  const file = isCode(path) && session.isEditable(path) ? parsedFile(session, path) : undefined;
  if (!file) return undefined;
  const members: NamedMember[] = [];
  walk(file.tree.program, (node) => {
    if (node.type !== 'TSPropertySignature' || node.computed || !offsets.includes(node.key.start!)) return;
    const type = typeAround(file, node);
    if (type !== undefined && !isPublished(session.base, path, type)) members.push({ file, node, type });
  });
  return members.length === offsets.length ? members : undefined;
}

/** Undefined where it is the only member: a type without any says something else. */
function typeAround(file: SourceFile, member: Node): string | undefined {
  const parents = parentsOf(file);
  const list = parents.parent(member);
  const length =
    list?.type === 'TSInterfaceBody' ? list.body.length : list?.type === 'TSTypeLiteral' ? list.members.length : 0;
  if (length < 2) return undefined;
  for (const outer of parents.ancestors(member)) {
    if (outer.type === 'TSInterfaceDeclaration' || outer.type === 'TSTypeAliasDeclaration') return outer.id.name;
  }
  return undefined;
}

function removeMembers(session: Session, name: string, members: readonly NamedMember[]): boolean {
  const edits = new Map<string, Edit[]>();
  for (const { file, node } of members) {
    const own = startOfComment(file, node);
    const edit = removeLines(file, own, node.end!);
    // Several on one line are left to a person.
    if (!/[\r\n]/.test(file.text.slice(edit.start, edit.end))) return false;
    edits.set(file.path, [...(edits.get(file.path) ?? []), edit]);
  }
  const types = [...new Set(members.map(({ type }) => type))];
  const [first] = members;
  const places = session.base
    .search([name])
    .flatMap((path) => offsetsOf(session.base.read(path) ?? '', name).map((offset) => ({ path, offset })));
  return session.commit({
    key: `type member ${name} ${types.join(' ')}`,
    title: `Remove ${name} from the type${types.length > 1 ? 's' : ''} ${types.join(' and ')}`,
    why: `Nothing in the workspace has the name ${name} any more once the changes that this one depends on are made, so nobody gives or reads it.`,
    safety: 'safe',
    evidence: [
      {
        kind: 'no-other-reference',
        text: `${name} stands nowhere else`,
        place: { path: first!.file.path, line: session.lineOf(first!.file.path, first!.node.start!) },
      },
    ],
    files: [...edits].map(([path, list]) => ({ kind: 'edit', path, edits: list })),
    dependsOn: goneBecauseOf(session, places),
  });
}

/** A comment right above says what the member is, and goes with it. */
function startOfComment(file: SourceFile, { start }: Node): number {
  const before = (file.tree.comments ?? []).filter(
    (comment) => comment.end! <= start! && /^[ \t]*\r?\n[ \t]*$/.test(file.text.slice(comment.end!, start!)),
  );
  const comment = before.at(-1);
  if (!comment) return start!;
  const lead = file.text.slice(file.text.lastIndexOf('\n', comment.start! - 1) + 1, comment.start!);
  return lead.trim() === '' ? comment.start! : start!;
}

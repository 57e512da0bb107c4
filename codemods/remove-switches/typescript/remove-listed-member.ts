import type { Node, TSEnumMember } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import {
  exportsOf,
  importsOf,
  isCode,
  parentsOf,
  parsedFile,
  removeListItem,
  resolveExport,
  resolveModule,
  scopesOf,
  walk,
} from '@ffsd/typescript';
import { deletedFiles } from './deleted-files.ts';
import type { MemberList } from './listed-members.ts';
import { memberListsOf, nameOfMember, numbersOf } from './listed-members.ts';
import { makeSite } from './make-site.ts';
import type { Note } from './remove-file.ts';
import { removersOf } from './remove-key.ts';
import type { Session } from './session.ts';
import { isPublicEntry } from './standing-of.ts';
import { usesOfExport } from './uses-of-export.ts';

/**
 * Removes a member of an enum, or of a constant object, that the code read before the changes so far and reads nowhere now.
 *
 * Every use of the list as a whole (`Object.values(Kind)`, `Kind[name]`, `keyof typeof routes`) is a use of each member. The numbers of
 * an enum's other members stay.
 *
 * @returns whether one was removed
 */
export function removeListedMember(session: Session, note: Note): boolean {
  for (const [path, lists] of readsLost(session)) {
    const file = parsedFile(session, path);
    for (const list of file ? memberListsOf(file) : []) {
      const lost = lists.get(textOf(list.id));
      const members = list.members.filter((member) => lost?.has(nameOfMember(member) ?? ''));
      if (members.length === 0 || list.members.length === 1) continue;
      const uses = usesOfList(session, file!, list);
      for (const member of members) {
        if (!uses || uses.names.has(nameOfMember(member)!)) continue;
        if (removeMember(session, file!, list, member, uses, note)) return true;
      }
    }
  }
  return false;
}

interface ListUses {
  /** The members that are read. */
  readonly names: ReadonlySet<string>;
  /** A use of the list as a whole. */
  readonly whole: { readonly path: string; readonly offset: number } | undefined;
}

function removeMember(
  session: Session,
  file: SourceFile,
  list: MemberList,
  member: MemberList['members'][number],
  { whole }: ListUses,
  note: Note,
): boolean {
  const name = nameOfMember(member)!;
  const label = `${textOf(list.id)}.${name}`;
  const { path } = file;
  const place = { path, line: session.lineOf(path, member.start!) };
  const edits = session.isEditable(path) && !whole ? editsFor(session, file, list, member) : undefined;
  if (!edits) {
    const because = whole
      ? `${textOf(list.id)} is used as a whole in ${whole.path}, line ${session.lineOf(whole.path, whole.offset)}`
      : 'it cannot go without the others';
    note({ place, code: 'unused-member', because: `nothing reads ${label} any more, but ${because}` });
    return false;
  }
  const deleted = [...deletedFiles(session)].filter(([one]) => session.base.read(one)?.includes(name));
  return session.commit({
    key: `member ${path} ${label}`,
    title: `Remove ${label}, which nothing reads any more`,
    why: `No code reads ${label} any more once the changes that this one depends on are made. See that it does not come from outside, such as a data base.`,
    safety: 'review',
    evidence: [{ kind: 'no-other-reference', text: `${label} is read nowhere in the workspace`, place }],
    files: [{ kind: 'edit', path, edits }],
    dependsOn: [...new Set([...removersOf(session, name), ...deleted.map(([, key]) => key)])],
  });
}

function editsFor(
  session: Session,
  file: SourceFile,
  list: MemberList,
  member: MemberList['members'][number],
): readonly Edit[] | undefined {
  const index = list.members.indexOf(member);
  if (member.type !== 'TSEnumMember') {
    const value = member.type === 'ObjectProperty' ? member.value : undefined;
    const isInert = member.type === 'ObjectMethod' || (value && makeSite(session, file).isPure(value));
    return isInert ? removeListItem(file, list.members, index) : undefined;
  }
  const members = list.members as readonly TSEnumMember[];
  const next = members[index + 1];
  const removal = removeListItem(file, members, index);
  if (!next || next.initializer) return removal;
  const number = numbersOf(members)[index + 1];
  // The next one counts on from the removed one.
  if (number === undefined) return undefined;
  return [...removal, { start: next.id.end!, end: next.id.end!, text: ` = ${number}` }].sort(
    (a, b) => a.start - b.start,
  );
}

/** All uses of the list in the workspace; undefined when others than the workspace may use it. */
function usesOfList(session: Session, file: SourceFile, { id }: MemberList): ListUses | undefined {
  const names = new Set<string>();
  let whole: ListUses['whole'];
  const add = (at: SourceFile | undefined, node: Node | undefined, place: { path: string; offset: number }) => {
    const name = at && node ? nameRead(at, node) : undefined;
    if (name === undefined) whole ??= place;
    else if (name !== '') names.add(name);
  };
  for (const { node, export: exported } of scopesOf(file).bindingOf(id as never)?.references ?? []) {
    if (!exported) add(file, node, { path: file.path, offset: node.start! });
  }
  const waiting = [...exportsOf(file).named].flatMap(([name, entry]) =>
    entry.kind === 'local' && entry.binding?.declarations.includes(id as never) ? [{ path: file.path, name }] : [],
  );
  const seen = new Set<string>();
  for (const { path, name } of waiting) {
    if (seen.has(`${path}\n${name}`)) continue;
    seen.add(`${path}\n${name}`);
    if (isPublicEntry(session, path)) return undefined;
    for (const use of usesOfExport(session, path, name)) {
      if (use.kind === 'pass') {
        waiting.push({ path: use.path, name: use.exported });
        continue;
      }
      const at = isCode(use.path) ? parsedFile(session, use.path) : undefined;
      add(at, at && nodeAt(at, use.offset), use);
    }
  }
  return { names, whole };
}

/** The member that is read where the list is named; '' for a type, which reads none; undefined when all of them may be. */
function nameRead(file: SourceFile, node: Node): string | undefined {
  const parent = parentsOf(file).parent(node);
  switch (parent?.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      // `ns.Kind.Form`: the name of the list is the property of another member.
      if (parent.property === node && !parent.computed) return nameRead(file, parent);
      if (parent.object !== node || (parent.computed && parent.property.type !== 'StringLiteral')) return undefined;
      return textOf(parent.property);
    case 'JSXMemberExpression':
      return parent.object === node ? parent.property.name : nameRead(file, parent);
    case 'TSQualifiedName':
      return parent.left === node ? textOf(parent.right) : nameRead(file, parent);
    case 'TSTypeReference':
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
      return '';
    default:
      return undefined;
  }
}

function nodeAt(file: SourceFile, offset: number): Node | undefined {
  let found: Node | undefined;
  walk(file.tree.program, (node) => {
    if (node.start === offset && /^(?:JSX)?Identifier$/.test(node.type)) found = node;
  });
  return found;
}

/** By file and name of a list, the members that files read of it before the first change and read less often now. */
function readsLost(session: Session): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  const lost = new Map<string, Map<string, Set<string>>>();
  for (const path of [...session.changed(), ...deletedFiles(session).keys()].filter(isCode)) {
    const original = session.original(path);
    const file = parsedFile(session, path);
    if (!original || (!file && session.read(path) !== undefined)) continue;
    const after = file ? readsIn(session, file) : new Map<string, number>();
    for (const [read, count] of readsIn(session, original)) {
      if (count <= (after.get(read) ?? 0)) continue;
      const [target, list, member] = read.split('\n') as [string, string, string];
      const lists = lost.get(target) ?? new Map<string, Set<string>>();
      lost.set(target, lists.set(list, (lists.get(list) ?? new Set()).add(member)));
    }
  }
  return lost;
}

/** How often a file reads which member of which list; the key is the path, the name of the list and the member, by lines. */
function readsIn(session: Session, file: SourceFile): ReadonlyMap<string, number> {
  const reads = new Map<string, number>();
  const imported = new Map<Node, string>();
  for (const { specifier, names } of importsOf(file)) {
    const target = resolveModule(session, file.path, specifier);
    for (const { local, imported: name } of target === undefined ? [] : names) {
      const resolved = local && /^[\w$]+$/.test(name) ? resolveExport(session, target!, name) : undefined;
      const kind = resolved?.declaration.type ?? '';
      if (!/^(?:TSEnumDeclaration|VariableDeclarator)$/.test(kind) || !resolved?.binding) continue;
      imported.set(local!, `${resolved.path}\n${resolved.binding.name}`);
    }
  }
  for (const list of memberListsOf(file)) imported.set(list.id, `${file.path}\n${textOf(list.id)}`);
  for (const [id, list] of imported) {
    for (const { node } of scopesOf(file).bindingOf(id as never)?.references ?? []) {
      const name = nameRead(file, node);
      if (name) reads.set(`${list}\n${name}`, (reads.get(`${list}\n${name}`) ?? 0) + 1);
    }
  }
  return reads;
}

function textOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : '';
}

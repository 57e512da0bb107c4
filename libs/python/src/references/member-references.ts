import type { Workspace } from '@ffsd/workspace';
import { type AnyNode, type ClassDef, findAll } from 'libcst-wasm';
import { dottedName } from '../dotted-name.ts';
import { isCode, parsedFile } from '../modules/parsed-file.ts';
import { resolveExport } from '../modules/resolve-export.ts';
import type { SourceFile } from '../parse.ts';
import type { Binding } from '../scopes/binding.ts';
import { scopesOf } from '../scopes.ts';
import { stringValue } from '../string-value.ts';
import { type ClassPlace, type Relation, relationOf } from './classes.ts';
import { isMixed } from './importers-of.ts';
import { namesMember } from './member-uses.ts';
import { offsetsOf } from './occurrences.ts';
import { receiverOf } from './receiver-of.ts';
import type { ExportReference } from './reference.ts';
import { ReferenceList } from './reference-list.ts';
import { stringMentions } from './string-mentions.ts';
import { targetOf } from './target.ts';
import { usageOf } from './usage.ts';

/** The places that refer to a member of a class. See `referencesTo`. */
export function memberReferences(
  workspace: Workspace,
  path: string,
  className: string,
  member: string,
): readonly ExportReference[] | undefined {
  const owner = classNamed(workspace, path, className);
  const binding = owner && memberBinding(workspace, owner, member);
  if (!owner || !binding) return undefined;
  const list = new ReferenceList();
  for (const reference of binding.references) list.addReference(owner.path, reference);
  for (const { nameNode } of binding.assignments.slice(1)) {
    if (nameNode) list.add(owner.path, nameNode.start, nameNode, 'write');
  }
  for (const candidate of workspace.search([member])) {
    const file = isCode(candidate) ? parsedFile(workspace, candidate) : undefined;
    if (file) {
      addMembers(workspace, file, owner, member, list);
      addOverrides(workspace, file, owner, member, list);
      addStrings(workspace, file, path, className, member, list);
    } else if (isCode(candidate) || isMixed(candidate)) {
      const code = isCode(candidate) ? 'unparsable' : 'no-tree';
      for (const offset of offsetsOf(workspace.read(candidate) ?? '', member))
        list.addTextual(candidate, offset, undefined, code);
    }
  }
  return list.sorted();
}

/** `Outer.Inner` is a class in a class. */
function classNamed(workspace: Workspace, path: string, name: string): ClassPlace | undefined {
  const [top, ...inner] = name.split('.');
  const found = resolveExport(workspace, path, top!).definitions.find(
    (one) => one.kind === 'name' && one.declaration.type === 'ClassDef',
  );
  if (found?.kind !== 'name' || found.declaration.type !== 'ClassDef') return undefined;
  let at: ClassPlace = { path: found.path, node: found.declaration };
  for (const part of inner) {
    const node = memberBinding(workspace, at, part)?.assignments[0]?.node;
    if (node?.type !== 'ClassDef') return undefined;
    at = { path: at.path, node };
  }
  return at;
}

function memberBinding(workspace: Workspace, { path, node }: ClassPlace, member: string): Binding | undefined {
  const file = parsedFile(workspace, path);
  return file && ownMember(file, node, member);
}

function ownMember(file: SourceFile, node: ClassDef, member: string): Binding | undefined {
  const scopes = scopesOf(file);
  const scope = scopes.innerScope(node);
  return scope?.assignments.has(member) ? scopes.lookup(member, scope) : undefined;
}

function addMembers(
  workspace: Workspace,
  file: SourceFile,
  owner: ClassPlace,
  member: string,
  list: ReferenceList,
): void {
  for (const access of findAll(file.tree, 'Attribute')) {
    if (access.attr.value !== member) continue;
    const answer = isMeant(workspace, file, access.value, owner);
    if (answer === 'yes') list.add(file.path, access.attr.start, access.attr, usageOf(access));
    else if (answer === 'perhaps') list.addTextual(file.path, access.attr.start, access.attr, 'unknown-receiver');
  }
  if (!/\b(?:getattr|hasattr|setattr|delattr|object)\b/.test(file.text)) return;
  for (const { func, args } of findAll(file.tree, 'Call')) {
    const [receiver, name] = args;
    if (!receiver || !name || stringValue(name.value) !== member || !namesMember.test(dottedName(func) ?? '')) continue;
    const answer = isMeant(workspace, file, receiver.value, owner);
    if (answer === 'yes') list.add(file.path, name.value.start, name.value, 'string');
    else if (answer === 'perhaps') list.addTextual(file.path, name.value.start, name.value, 'unknown-receiver');
  }
}

function isMeant(workspace: Workspace, file: SourceFile, node: AnyNode, owner: ClassPlace): 'yes' | 'no' | 'perhaps' {
  const receiver = receiverOf(workspace, file, node);
  if (receiver.kind === 'other') return 'no';
  if (receiver.kind === 'unknown') return 'perhaps';
  const relations = receiver.of.map((one) => relationOf(workspace, one, owner));
  const meant: readonly Relation[] = receiver.kind === 'super' ? ['subclass'] : ['same', 'subclass'];
  if (relations.every((relation) => relation === 'unrelated')) return 'no';
  if (receiver.kind === 'super' && relations.every((relation) => relation !== 'subclass' && relation !== 'unknown'))
    return 'no';
  // What a method of a base calls on itself may be ours at run time; an object of a subclass may have its own.
  return relations.every((relation) => meant.includes(relation)) ? 'yes' : 'perhaps';
}

/** The same member in subclasses. */
function addOverrides(
  workspace: Workspace,
  file: SourceFile,
  owner: ClassPlace,
  member: string,
  list: ReferenceList,
): void {
  for (const node of findAll(file.tree, 'ClassDef')) {
    if (node === owner.node) continue;
    const binding = ownMember(file, node, member);
    if (!binding || relationOf(workspace, { path: file.path, node }, owner) !== 'subclass') continue;
    for (const name of binding.declarations) list.add(file.path, name.start, name, 'override');
  }
}

/** `'pkg.mod.Class.member'`. */
function addStrings(
  workspace: Workspace,
  file: SourceFile,
  path: string,
  className: string,
  member: string,
  list: ReferenceList,
): void {
  const top = className.split('.', 1)[0]!;
  if (!file.text.includes(`${className}.${member}`)) return;
  const target = targetOf(workspace, path, top);
  for (const { offset, node } of target ? stringMentions(workspace, file, target, top) : []) {
    const at = offset + className.length + 1;
    const isMember =
      file.text.startsWith(`${className}.${member}`, offset) && !/[\w]/.test(file.text[at + member.length] ?? '');
    if (isMember) list.add(file.path, at, node, 'string');
  }
}

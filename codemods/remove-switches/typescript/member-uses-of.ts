import type { Class, Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, parentsOf, parsedFile, scopesOf, walk } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { isAngularTemplate } from '../angular/is-angular-template.ts';
import { isSetByTemplate, isSetInFile } from '../angular/set-by-template.ts';
import { isTestPath } from '../test-path.ts';
import { isPublished } from './is-published.ts';
import { isWritten } from './is-written.ts';
import { classAbove, classesWith, classOf, isBelow, memberName } from './member-of-class.ts';

/** A member of a class as it is looked for. */
export interface ClassMember {
  readonly file: SourceFile;
  readonly owner: Class;
  readonly name: string;
  readonly isStatic: boolean;
  /** Nothing outside of the class can reach it: `#isNew`. */
  readonly isHard: boolean;
  /** Nothing outside of the class does reach it, unless it means to: `private isNew`. */
  readonly isPrivate: boolean;
  /** Assignments that give it its value. */
  readonly given: readonly Node[];
}

export interface MemberReads {
  readonly reads: readonly { readonly file: SourceFile; readonly node: Node; readonly byType: boolean }[];
  /** Why a read of it need not give what the class gives it, as the end of a sentence. */
  readonly hindrance: string | undefined;
  /** The first use that was not understood. */
  readonly unknown: string | undefined;
}

/** Every place that reads the member of an instance that is known to be of the class, and what else could give it a value. */
export function readsOfMember(workspace: Workspace, member: ClassMember): MemberReads {
  const { owner, name } = member;
  const reads: MemberReads['reads'][number][] = [];
  let unknown: string | undefined;
  let hindrance = overriddenIn(workspace, member) ?? publishedAs(workspace, member);
  const paths = member.isHard ? [member.file.path] : workspace.search([name]);
  for (const path of paths) {
    const text = workspace.read(path) ?? '';
    if (!isCode(path)) {
      // A template may set what it shows: (click)="isNew = false". In one of Angular `on="a"` is no such thing.
      if (isAngularTemplate(path, workspace)) {
        if (isSetInFile(workspace, path, name)) hindrance ??= `${path} may set it`;
      } else if (/\.(?:html?|vue|svelte|astro)$/.test(path) && new RegExp(`\\b${name}\\s*=[^=]`).test(text))
        hindrance ??= `${path} may set it`;
      continue;
    }
    const file = parsedFile(workspace, path);
    if (!file) continue;
    if (!isTestPath(path) && isSetByTemplate(workspace, file, name))
      hindrance ??= `what ${path} says of a component may set it`;
    walk(file.tree.program, (node) => {
      if (isSetByName(node, name) && !isTestPath(path)) hindrance ??= `it may be set by its name (${path})`;
      if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return;
      if (node.computed || memberName(node.property) !== name || member.given.includes(node)) return;
      const receiver = classOf(workspace, file, node.object);
      const related =
        receiver && receiver.isStatic === member.isStatic ? isBelow(workspace, receiver, owner) : undefined;
      // Of another class, or of one that is not known to be this one.
      const isOther = receiver !== undefined && (related === false || receiver.isStatic !== member.isStatic);
      if (isWritten(file, node)) {
        if (!isOther && !isTestPath(path)) hindrance ??= `it is given another value (${path})`;
        return;
      }
      if (isOther) return;
      if (related && receiver && node.type === 'MemberExpression') reads.push({ file, node, byType: receiver.byType });
      else if (node.object.type === 'Super' || related) unknown ??= `a use of it is not understood (${path})`;
    });
  }
  return { reads, hindrance, unknown };
}

function overriddenIn(workspace: Workspace, { file, owner, name, isHard }: ClassMember): string | undefined {
  if (isHard) return undefined;
  const same = classesWith(workspace, name);
  const members = same.find(({ node }) => node === owner)?.members ?? [];
  if (members.filter(({ type }) => type !== 'TSDeclareMethod').length > 1)
    return 'the class declares it more than once';
  const other = same.find(
    ({ file: where, node }) =>
      node !== owner && !isTestPath(where.path) && isBelow(workspace, { file: where, node }, owner) !== false,
  );
  if (other) return `a class below overrides it (${other.file.path})`;
  // The class above may be what declares it for others, and may look at it before it has its value.
  return classAbove(workspace, { file, node: owner }) === undefined ? 'the class above is not known' : undefined;
}

/** Others than the workspace may make classes below it, and may set what is public. */
function publishedAs(workspace: Workspace, { file, owner, isHard, isPrivate }: ClassMember): string | undefined {
  if (isHard || isPrivate || !owner.id) return undefined;
  const binding = scopesOf(file).bindingOf(owner.id);
  const isOpen =
    binding?.exported &&
    (isPublished(workspace, file.path, binding.name) || isPublished(workspace, file.path, 'default'));
  return isOpen ? 'its class is published' : undefined;
}

/** `set(shop, 'isNew', false)`, `shop['isNew'] = false`, `Object.assign(shop, { isNew: false })`, `Object.assign(this, options)`. */
function isSetByName(node: Node, name: string): boolean {
  if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && node.left.computed)
    return node.left.property.type === 'StringLiteral' && node.left.property.value === name;
  if (node.type !== 'CallExpression') return false;
  const isText = (one: Node) => one.type === 'StringLiteral' && one.value === name;
  // `names.push('isNew')` sets nothing; what sets a member by its name is told of whom before.
  if (node.arguments.slice(1).some(isText)) return true;
  const { callee } = node;
  const isAssign =
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    callee.property.type === 'Identifier' &&
    /^(?:assign|defineProperty|defineProperties|setPrototypeOf)$/.test(callee.property.name);
  if (!isAssign) return false;
  return node.arguments.some(
    (one) =>
      one.type === 'ObjectExpression' &&
      one.properties.some((property) => 'key' in property && memberName(property.key as Node) === name),
  );
}

/** Whether the class sets members of its instances whose names are not written: `this[key] = …`, `Object.assign(this, options)`. */
export function setsItsOwn(file: SourceFile, owner: Class): boolean {
  let found = false;
  walk(owner, (node) => {
    if (node.type !== 'ThisExpression') return;
    const parents = parentsOf(file);
    const parent = parents.parent(node);
    if (parent?.type === 'CallExpression' && parent.arguments[0] === node)
      found ||= /^(?:Object\.(?:assign|defineProperty|defineProperties)|Reflect\.set)$/.test(
        file.text.slice(parent.callee.start!, parent.callee.end!),
      );
    if (parent?.type === 'MemberExpression' && parent.computed && parent.object === node)
      found ||= isWritten(file, parent) && parent.property.type !== 'StringLiteral';
  });
  return found;
}

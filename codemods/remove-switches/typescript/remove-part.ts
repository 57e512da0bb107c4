import type { Node, ObjectExpression } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import {
  isPure,
  isReassigned,
  parentsOf,
  parsedFile,
  removeListItem,
  removeStatements,
  scopesOf,
  withoutTypes,
} from '@ffsd/typescript';
import type { Follower } from '../follow-all.ts';
import { callsOf } from './calls-of.ts';
import { bindingAt } from './fold-binding.ts';
import { partCandidatesIn } from './follow-parts.ts';
import type { FunctionNode } from './function-at.ts';
import { anchorOf } from './function-at.ts';
import { isPublished } from './is-published.ts';
import { memberName } from './member-of-class.ts';
import { outward } from './member-read.ts';
import { resultsOf } from './result-of.ts';
import type { Session } from './session.ts';

/**
 * Removes a property from the object that a function returns when it is constant, and no call takes it any more.
 *
 * A function that says what it returns keeps it, unless the type is that of the function alone: it would no longer hold.
 */
export const removeParts: Follower<Session> = (session, path) => {
  let any = false;
  for (;;) {
    const file = parsedFile(session, path);
    const removed = file && partCandidatesIn(session, file).some((one) => removePart(session, file, one));
    if (!removed) return any;
    any = true;
  }
};

/**
 * Removes one property from what a function returns, when nothing takes it.
 *
 * @returns whether it was removed
 */
export function removePart(
  session: Session,
  file: SourceFile,
  { fn, part }: { readonly fn: FunctionNode; readonly part: string },
): boolean {
  const { path } = file;
  const anchor = anchorOf(file, fn);
  const binding = bindingAt(file, anchor);
  const found = callsOf(session, path, anchor);
  if (!binding || !found || found.unknown || found.mocks.length > 0 || found.typed.length > 0) return false;
  if (isReassigned(binding) || /^\d+$/.test(part) || !session.isEditable(path)) return false;
  if (found.exportedAs.some((name) => isPublished(session.base, path, name))) return false;
  if (
    found.calls.length === 0 ||
    !found.calls.every((call) => call.kind === 'call' && leavesAlone(call.file, call.node, part, fn.async === true))
  )
    return false;
  const { returned } = resultsOf(fn);
  const typed = fn.returnType ? removalFromType(file, fn.returnType, part) : [];
  const edits = returned.flatMap((node) => removalFrom(file, withoutTypes(node), part) ?? []);
  if (edits.length === 0 || !typed) return false;
  // `as Checkout` and `satisfies Checkout` say what it is, too.
  const saysMore = (node: Node) =>
    withoutTypes(node) !== node && !/as const$/.test(file.text.slice(node.start!, node.end!));
  if (returned.some(saysMore)) return false;
  const name = binding.name;
  return session.commit({
    key: `part ${path} ${name} ${part} ${session.originOf(path, fn.start! + 1)}`,
    title: `Remove ${part} from what ${name}() returns`,
    why: `No call of ${name} takes ${part} any more once the changes that this one depends on are made.`,
    safety: 'safe',
    evidence: [
      {
        kind: 'no-other-reference',
        text: `none of the calls of ${name} takes ${part} out of what it returns`,
        place: { path, line: session.lineOf(path, returned[0]!.start!) },
      },
    ],
    files: [{ kind: 'edit', path, edits: [...edits, ...typed].sort((a, b) => a.start - b.start) }],
    dependsOn: draftsThatRemoved(session, [part, name]),
  });
}

/**
 * The member of the type that a function says it returns, as long as the type says that alone: written on the spot, or declared in the
 * file and named nowhere else.
 */
function removalFromType(file: SourceFile, annotation: Node, part: string) {
  if (annotation.type !== 'TSTypeAnnotation') return undefined;
  let type: Node = annotation.typeAnnotation;
  if (type.type === 'TSTypeReference' && type.typeName.type === 'Identifier') {
    const binding = scopesOf(file).bindingOf(type.typeName);
    if (!binding || binding.exported || binding.declarations.length !== 1 || binding.references.length !== 1)
      return undefined;
    const owner = parentsOf(file).parent(binding.declarations[0]!);
    if (owner?.type === 'TSInterfaceDeclaration' && !owner.extends?.length) type = owner.body;
    else if (owner?.type === 'TSTypeAliasDeclaration') type = owner.typeAnnotation;
  }
  const members =
    type.type === 'TSInterfaceBody' ? type.body : type.type === 'TSTypeLiteral' ? type.members : undefined;
  const own = members?.filter((one) => 'key' in one && memberName(one.key) === part);
  const [member] = own ?? [];
  if (!members || !member || own!.length > 1 || members.length < 2) return undefined;
  return removeStatements(file, member, member);
}

/** The drafts that removed text with one of the words: there the property may have been taken. */
function draftsThatRemoved(session: Session, words: readonly string[]): readonly string[] {
  const holds = (text: string) => words.some((word) => text.includes(word));
  return session
    .changed()
    .filter((path) => holds(session.base.read(path) ?? ''))
    .flatMap((path) => session.historyOf(path))
    .filter(({ before, edits }) => edits.some(({ start, end }) => holds(before.slice(start, end))))
    .map(({ key }) => key);
}

/** Whether the call takes other parts by their names, and not this one. */
function leavesAlone(file: SourceFile, call: Node, part: string, isAsync: boolean): boolean {
  const parents = parentsOf(file);
  const result = isAsync ? outward(parents, call) : call;
  if (!result || (isAsync && result.type !== 'AwaitExpression')) return false;
  const use = outward(parents, result);
  if (use?.type === 'ExpressionStatement') return true;
  if (use?.type === 'VariableDeclarator')
    return use.id.type === 'Identifier' ? heldLeavesAlone(file, use.id, part) : patternLeavesAlone(use.id, part);
  return isOtherMember(file, result, part);
}

function patternLeavesAlone(pattern: Node, part: string): boolean {
  if (pattern.type !== 'ObjectPattern') return false;
  return pattern.properties.every(
    (one) => one.type === 'ObjectProperty' && !one.computed && memberName(one.key) !== part,
  );
}

function heldLeavesAlone(file: SourceFile, local: Node, part: string): boolean {
  const binding = scopesOf(file).bindingOf(local);
  if (!binding || binding.exported || isReassigned(binding)) return false;
  return binding.references.every(({ node, type }) => !type && isOtherMember(file, node, part));
}

function isOtherMember(file: SourceFile, object: Node, part: string): boolean {
  const use = outward(parentsOf(file), object);
  if (use?.type !== 'MemberExpression' && use?.type !== 'OptionalMemberExpression') return false;
  return withoutTypes(use.object) === withoutTypes(object) && !use.computed && memberName(use.property) !== part;
}

function removalFrom(file: SourceFile, object: Node, part: string) {
  if (object.type !== 'ObjectExpression') return undefined;
  const { properties } = object as ObjectExpression;
  const index = properties.findIndex(
    (one) => one.type === 'ObjectProperty' && !one.computed && memberName(one.key) === part,
  );
  const property = properties[index];
  if (property?.type !== 'ObjectProperty' || !isPure(property.value, file)) return undefined;
  return removeListItem(file, properties, index);
}

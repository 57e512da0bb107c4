import type { Node } from '@babel/types';
import { mapOffset } from '@ffsd/edits';
import type { Binding, SourceFile } from '@ffsd/typescript';
import { isParsed, isReassigned, parentsOf, parse, scopesOf } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { advance, finished, nothingFolded, startOn } from '../binding-progress.ts';
import { mapBack } from '../map-back.ts';
import type { FoldedBinding, KnownLocal } from '../planned-read.ts';
import { bindingAt, foldBinding } from './fold-binding.ts';
import { foldExpression } from './fold-expression.ts';
import { keyOf } from './given-at.ts';
import { makeSite } from './make-site.ts';
import { outward } from './member-read.ts';

/**
 * Folds every read of one property of an object that a name holds: `props.open`, and `open` of `const { open } = props`.
 *
 * @param local where the name of the object is declared, and the value of the property
 * @param property its key
 */
export function foldProperty(
  workspace: Workspace,
  path: string,
  text: string,
  local: KnownLocal,
  property: string,
): FoldedBinding {
  const state = startOn(text, local);
  for (;;) {
    const file = parse(path, state.text);
    const binding = isParsed(file) ? bindingAt(file, state.offset) : undefined;
    if (!isParsed(file) || !binding || isReassigned(binding) || scopesOf(file).hasDynamicScope) return nothingFolded;
    const reads = readsOf(file, binding, property);
    if (!reads) return nothingFolded;
    const read = reads.find(({ node }) => !state.left.has(node.start!));
    if (!read) return { ...finished(state), removed: false };
    const step =
      read.kind === 'local'
        ? foldLocal(workspace, file, read.node, local)
        : foldMember(workspace, file, read.node, local);
    if (!step || step.edits.length === 0) {
      state.left.add(read.node.start!);
      continue;
    }
    state.assumptions.push(...step.assumptions);
    state.flows.push(...step.flows.map((flow) => ({ ...flow, offset: mapBack(state.edits, flow.offset) })));
    advance(state, step.edits);
    state.births.push(...step.births);
  }
}

export interface PropertyRead {
  /** The member, or the name that a pattern takes it out by. */
  readonly kind: 'member' | 'local';
  readonly node: Node;
}

/** Undefined where the property is written, or may be in a way that does not show its name. */
export function readsOf(file: SourceFile, binding: Binding, property: string): readonly PropertyRead[] | undefined {
  const parents = parentsOf(file);
  const reads: PropertyRead[] = [];
  for (const { node, type } of binding.references) {
    if (type) continue;
    const parent = outward(parents, node);
    if (isMember(parent, node)) {
      const name = memberName(parent);
      if (name === undefined && isWritten(file, parent)) return undefined;
      if (name !== property) continue;
      if (isWritten(file, parent)) return undefined;
      reads.push({ kind: 'member', node: parent });
    } else if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
      for (const element of parent.id.properties) {
        if (element.type !== 'ObjectProperty' || element.computed || keyOf(element.key) !== property) continue;
        const target = element.value.type === 'AssignmentPattern' ? element.value.left : element.value;
        if (target.type === 'Identifier' && isRead(file, target)) reads.push({ kind: 'local', node: target });
      }
    }
  }
  return reads;
}

/** Whether nothing but members of the object is ever looked at, so that nobody else can write to it. */
export function isOnlyRead(file: SourceFile, binding: Binding): boolean {
  const parents = parentsOf(file);
  return binding.references.every(({ node, type }) => {
    if (type) return true;
    const parent = outward(parents, node);
    if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') return true;
    if (!isMember(parent, node) || isWritten(file, parent) || memberName(parent) === undefined) return false;
    const outer = outward(parents, parent);
    // options.reset() is given the object as its this.
    return !(outer && /^(?:Optional)?CallExpression$/.test(outer.type) && parents.key(parent) === 'callee');
  });
}

function isRead(file: SourceFile, local: Node): boolean {
  return (scopesOf(file).bindingOf(local)?.references.length ?? 0) > 0;
}

type Member = Node & { type: 'MemberExpression' | 'OptionalMemberExpression' };

function isMember(parent: Node | undefined, object: Node): parent is Member {
  if (parent?.type !== 'MemberExpression' && parent?.type !== 'OptionalMemberExpression') return false;
  return parent.object.start! <= object.start! && parent.object.end! >= object.end!;
}

function memberName(member: Member): string | undefined {
  if (!member.computed) return member.property.type === 'Identifier' ? member.property.name : undefined;
  return member.property.type === 'StringLiteral' ? member.property.value : undefined;
}

function isWritten(file: SourceFile, member: Node): boolean {
  const parents = parentsOf(file);
  const parent = outward(parents, member);
  switch (parent?.type) {
    case 'AssignmentExpression':
      return parents.key(member) === 'left' || (parent.left.start! <= member.start! && parent.left.end! >= member.end!);
    case 'UnaryExpression':
      return parent.operator === 'delete';
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
    case 'AssignmentPattern':
      return true;
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === member;
    case 'ObjectProperty':
      return parents.parent(parent)?.type === 'ObjectPattern';
    default:
      return false;
  }
}

function foldLocal(
  workspace: Workspace,
  file: SourceFile,
  local: Node,
  { value }: KnownLocal,
): FoldedBinding | undefined {
  const binding = scopesOf(file).bindingOf(local);
  return binding && foldBinding(workspace, file.path, file.text, { name: binding.name, offset: local.start!, value });
}

function foldMember(
  workspace: Workspace,
  file: SourceFile,
  node: Node,
  { value }: KnownLocal,
): FoldedBinding | undefined {
  const site = makeSite(workspace, file);
  const result = foldExpression(site, { node, value, effects: [], uncovered: false });
  if (result.kind === 'refused') return undefined;
  const { edits, flow, birth } = result;
  const births = birth ? [{ ...birth, offset: mapOffset(edits, birth.offset, 'after') }] : [];
  return { edits, births, flows: flow ? [flow] : [], assumptions: site.assumptions, removed: false };
}

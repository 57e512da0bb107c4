import type { Identifier, Node } from '@babel/types';
import type { Binding, ParentTable, SourceFile } from '@ffsd/typescript';
import { isReassigned, parentsOf, scopesOf, templateExpressionOf } from '@ffsd/typescript';
import { isMemberRead, outward } from './member-read.ts';

/** A local that holds the whole result of a read: `const decision = user.decide('x')`. */
export interface HeldResult {
  readonly local: Identifier;
  /** Where the value is taken out of it: `decision.enabled`. */
  readonly values: readonly Node[];
  /** Nothing is taken out of it any more. */
  readonly isUnused: boolean;
}

/**
 * The local that the expression initialises, when all that is ever done with it is to read members.
 *
 * @param path the members from the result to the value
 */
export function heldIn(file: SourceFile, result: Node, path: readonly string[]): HeldResult | undefined {
  const declarator = outward(parentsOf(file), result);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return undefined;
  return heldBy(file, declarator.id, path);
}

/**
 * The same of a local that a pattern takes the result out of. One that is passed on may be changed there: `normalise(decision)` could
 * set `decision.enabled`.
 */
export function heldBy(file: SourceFile, local: Identifier, path: readonly string[]): HeldResult | undefined {
  const parents = parentsOf(file);
  const declaration = [...parents.ancestors(local)].find(({ type }) => type === 'VariableDeclaration');
  if (declaration?.type !== 'VariableDeclaration' || !/^(?:const|let)$/.test(declaration.kind)) return undefined;
  if (parents.parent(declaration)?.type === 'ExportNamedDeclaration') return undefined;
  const binding = scopesOf(file).bindingOf(local);
  if (!binding || binding.exported || binding.declarations.length !== 1 || isReassigned(binding)) return undefined;
  const values: Node[] = [];
  for (const { node } of binding.references) {
    if (isUnwrapped(file, binding, node, path)) {
      values.push(node);
      continue;
    }
    const member = outward(parents, node);
    if (!member || !isMemberOf(member, node) || isSet(parents, member)) return undefined;
    const value = memberAt(parents, node, path);
    if (value) values.push(value);
  }
  return { local, values, isUnused: binding.references.length === 0 };
}

/** A template of Vue says `on` and means `on.value`, where the ref is a name of the script; `$on` is the value of a store of Svelte. */
function isUnwrapped(file: SourceFile, { scope, name }: Binding, node: Node, path: readonly string[]): boolean {
  const dialect = file.component?.dialect;
  if (dialect === undefined || path.length !== 1 || isSet(parentsOf(file), node)) return false;
  if (dialect === 'svelte') return path[0] === '$' && node.type === 'Identifier' && node.name === `$${name}`;
  return path[0] === 'value' && scope === scopesOf(file).scope && templateExpressionOf(file, node) !== undefined;
}

function isMemberOf(parent: Node, node: Node): boolean {
  if (parent.type !== 'MemberExpression' && parent.type !== 'OptionalMemberExpression') return false;
  return parent.object.start! <= node.start! && parent.object.end! >= node.end!;
}

function memberAt(parents: ParentTable, node: Node, path: readonly string[]): Node | undefined {
  let at = node;
  for (const member of path) {
    const parent = outward(parents, at);
    if (!parent || !isMemberRead(parent, at, member) || isSet(parents, parent)) return undefined;
    at = parent;
  }
  return at;
}

/** `decision.enabled = true`, `delete decision.enabled`, `[decision.enabled] = …` and `decision.enabled()`, which may set it. */
function isSet(parents: ParentTable, member: Node): boolean {
  const parent = outward(parents, member);
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.left.start! <= member.start! && parent.left.end! >= member.end!;
    case 'CallExpression':
    case 'OptionalCallExpression':
      return parent.callee.start! <= member.start! && parent.callee.end! >= member.end!;
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'ObjectPattern':
    case 'RestElement':
    case 'AssignmentPattern':
      return true;
    case 'ObjectProperty':
      return parents.parent(parent)?.type === 'ObjectPattern';
    case 'UnaryExpression':
      return parent.operator === 'delete';
    default:
      return false;
  }
}

import type { ReturnedValue } from '@ffsd/flags';
import type { AnyNode, BaseExpression, Name, SourceFile } from '@ffsd/python';
import { isReassigned, scopesOf, usageOf } from '@ffsd/python';
import { memberRead } from './member-read.ts';

/** A local that holds the whole result of a read: `decision = user.decide("x")`. */
export interface HeldResult {
  /** The statement that gives the local its value. */
  readonly statement: AnyNode & { readonly type: 'Assign' };
  /** Where the value is taken out of it: `decision.enabled`. */
  readonly values: readonly BaseExpression[];
  /** Nothing is taken out of it any more. */
  readonly isUnused: boolean;
}

/**
 * The local of a function that the expression is assigned to, when all that is ever done with it is to read members of it behind that
 * statement. One that is passed on may be changed there: `normalise(decision)` could set `decision.enabled`.
 */
export function heldIn(file: SourceFile, result: AnyNode, returned: ReturnedValue): HeldResult | undefined {
  const statement = result.parent;
  if (statement?.type !== 'Assign' || statement.value !== result || statement.targets.length !== 1) return undefined;
  const name = statement.targets[0]!.target;
  if (name.type !== 'Name') return undefined;
  const scopes = scopesOf(file);
  const binding = scopes.bindingOf(name);
  if (binding?.scope.kind !== 'function' || binding.scope.isDynamic) return undefined;
  if (binding.assignments.length !== 1 || isReassigned(binding)) return undefined;
  const suite = statement.parent?.parent;
  const values: BaseExpression[] = [];
  for (const { node, read, type, string } of binding.references) {
    if (!read || type || string || !suite || node.start < statement.end || node.end > suite.end) return undefined;
    if (!isMemberOfLocal(node)) return undefined;
    const value = valueIn(node, returned);
    if (value) values.push(value);
  }
  return { statement, values, isUnused: binding.references.length === 0 };
}

/** `decision.enabled` and `variant["name"]`, neither set nor called, which might set it. */
function isMemberOfLocal(node: Name): boolean {
  const { parent } = node;
  if ((parent?.type !== 'Attribute' && parent?.type !== 'Subscript') || parent.value !== node) return false;
  return usageOf(parent) === 'read' && !isCalled(parent);
}

function valueIn(node: Name, { path, access }: ReturnedValue): BaseExpression | undefined {
  let at: BaseExpression = node;
  for (const member of path) {
    const next = memberRead(at, member, access);
    if (!next || isCalled(next) || usageOf(next) !== 'read') return undefined;
    at = next;
  }
  return at;
}

function isCalled(node: AnyNode): boolean {
  return node.parent?.type === 'Call' && node.parent.func === node;
}

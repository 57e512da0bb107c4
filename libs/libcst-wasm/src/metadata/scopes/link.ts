import type { Collected, RawBinding } from './collect.ts';
import { beyond, bindingsAt, enclosing, globalOf, mayBeUnbound, targetOf } from './lookup.ts';
import type { NameAccess } from './name-access.ts';
import { Binding, type VariableScope } from './variable-scope.ts';

/** Gives every binding its scope and every access its referents, once all the text has been collected. */
export function link(collected: Collected, root: VariableScope): readonly Binding[] {
  const declared: RawBinding[] = [];
  // First all that is local, because `nonlocal x` may stand above the `x` that it means.
  for (const raw of collected.bindings) {
    const from = binder(raw);
    if (from.declarations.has(raw.name)) declared.push(raw);
    else from.bound.add(raw.name);
  }
  for (const scope of [root, ...collected.scopes]) {
    for (const name of scope.deleted) {
      if (scope.declarations.get(name)?.kind === 'global') globalOf(scope).deleted.add(name);
      else if (!scope.declarations.has(name)) scope.bound.add(name);
    }
  }
  for (const raw of declared) targetOf(binder(raw), raw.name).bound.add(raw.name);
  const bindings = collected.bindings.map((raw) => bind(raw, collected));
  for (const access of collected.accesses) refer(access);
  return bindings;
}

/** Where the statement is that binds. */
function binder({ context }: RawBinding): VariableScope {
  let { scope } = context;
  while (context.role === 'walrus' && scope.kind === 'comprehension') scope = scope.parent!;
  return scope;
}

function bind({ name, context, row, nameRow }: RawBinding, { tree }: Collected): Binding {
  const target = targetOf(binder({ name, context, row, nameRow }), name);
  const effect = context.effect < 0 ? nameRow : context.effect;
  const binding = new Binding(name, context.kind, target, context.scope, effect, tree, row, nameRow);
  const known = target.assignments.get(name);
  if (known === undefined) target.assignments.set(name, [binding]);
  else known.push(binding);
  if (context.kind === 'exception') target.deleted.add(name);
  return binding;
}

function refer(access: NameAccess): void {
  const { scope, name } = access;
  const found = enclosing(scope, name);
  if (found === null) return;
  access.found = found;
  const all = bindingsAt(found, name);
  if (found.scope === scope && !found.isCell) inOwnScope(access, all);
  else if (mayBeUnbound(found.scope, name, all)) access.further = beyond(found.scope, name);
  use(found.scope, access);
  for (const { scope: further } of access.further) use(further, access);
}

/** Where the order of the text says something: a name sees what is bound before it, or later in the same loop. */
function inOwnScope(access: NameAccess, all: readonly Binding[]): void {
  const { scope, name } = access;
  const before = (binding: Binding): boolean => access.mayRead(binding);
  const some = all.some(before);
  // Only a class and a module go on looking where a name of theirs is not bound yet; in a function that is an error.
  if (scope.deleted.has(name) || !all.some((binding) => before(binding) && binding.kind !== 'declaration')) {
    access.further = beyond(scope, name);
  }
  // Annotations are evaluated at once, later or never, by the version of Python and by `from __future__`.
  access.seesAll = access.isAnnotation || access.isStringAnnotation || (!some && access.further.length === 0);
}

function use(scope: VariableScope, access: NameAccess): void {
  const known = scope.users.get(access.name);
  if (known === undefined) scope.users.set(access.name, [access]);
  else if (known.at(-1) !== access) known.push(access);
}

import { builtinNames, moduleNames } from './builtins.ts';
import { Binding, type VariableScope } from './variable-scope.ts';

/** Where a name is bound: in the scope, or in the cell `__class__` of the class. */
export interface Found {
  readonly scope: VariableScope;
  readonly isCell: boolean;
}

/** Where Python looks the variable up when it is named in the scope. */
export function enclosing(from: VariableScope, name: string): Found | null {
  // Only annotations and type parameters that stand in the body of a class itself see its names. A method does not.
  let seesClass = true;
  for (let scope: VariableScope | null = from; scope !== null; scope = scope.parent) {
    if (scope.kind === 'builtin') return isBuiltin(name) ? { scope, isCell: false } : null;
    if (scope.kind === 'class' && !seesClass) {
      if (name === '__class__') return { scope, isCell: true };
      continue;
    }
    if (scope.kind !== 'annotation' && scope.kind !== 'type-parameters') seesClass = false;
    switch (scope.declarations.get(name)?.kind) {
      case 'global':
        return inGlobal(scope, name);
      case 'nonlocal':
        continue;
    }
    if (scope.bound.has(name)) return { scope, isCell: false };
  }
  return null;
}

/** The scope that a binding in `from` binds in. */
export function targetOf(from: VariableScope, name: string): VariableScope {
  const declared = from.declarations.get(name)?.kind;
  if (declared === undefined) return from;
  if (declared === 'global') return globalOf(from);
  const found = enclosing(from, name)?.scope;
  // `nonlocal x` without such an x is a syntax error, which is told of by no parser but by Python's compiler.
  return found === undefined || found.kind === 'global' || found.kind === 'builtin' ? from : found;
}

/** What binds the name where it was found. */
export function bindingsAt({ scope, isCell }: Found, name: string): readonly Binding[] {
  if (isCell) return [cellOf(scope)];
  if (scope.kind === 'builtin') return [builtin(scope, name)];
  return scope.assignments.get(name) ?? [];
}

/** What a name found there may refer to, seen from a scope below. */
export function visible(found: Found, name: string): readonly Binding[] {
  const own = bindingsAt(found, name);
  return mayBeUnbound(found.scope, name, own) ? [...own, ...beyond(found.scope, name)] : own;
}

/**
 * What Python finds when a class or a module has not bound the name yet: the global variable (not that of a function
 * around the class), else the builtin.
 */
export function beyond(scope: VariableScope, name: string): readonly Binding[] {
  if (scope.kind !== 'class' && scope.kind !== 'global') return [];
  const found = scope.kind === 'class' ? inGlobal(scope, name) : inBuiltin(scope, name);
  return found === null ? [] : visible(found, name);
}

/** Whether none of the bindings is certain to have given the name a value that is still there. */
export function mayBeUnbound(scope: VariableScope, name: string, bindings: readonly Binding[]): boolean {
  return scope.deleted.has(name) || bindings.every((binding) => binding.kind === 'declaration');
}

export function globalOf(scope: VariableScope): VariableScope {
  let at = scope;
  while (at.kind !== 'global') at = at.parent!;
  return at;
}

const isBuiltin = (name: string): boolean => builtinNames.has(name) || moduleNames.has(name);

function inGlobal(from: VariableScope, name: string): Found | null {
  const scope = globalOf(from);
  return scope.bound.has(name) ? { scope, isCell: false } : inBuiltin(scope, name);
}

const inBuiltin = (global: VariableScope, name: string): Found | null =>
  isBuiltin(name) ? { scope: global.parent!, isCell: false } : null;

/** A builtin gets its assignment when it is first referred to. */
function builtin(scope: VariableScope, name: string): Binding {
  const known = scope.assignments.get(name);
  if (known !== undefined) return known[0]!;
  const made = new Binding(name, 'builtin', scope, scope, 0, null, -1, -1);
  scope.assignments.set(name, [made]);
  return made;
}

/** `__class__` in a function refers to the class around it, and is there once a function names it. */
function cellOf(scope: VariableScope): Binding {
  scope.cell ??= new Binding('__class__', 'class', scope, scope, 0, scope.tree, scope.row, -1);
  return scope.cell;
}

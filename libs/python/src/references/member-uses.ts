import type { AnyNode, Attribute, Call } from 'libcst-wasm';
import { dottedName, memberAccess } from '../dotted-name.ts';
import type { ModuleLocation } from '../modules/find-module.ts';
import { stringValue } from '../string-value.ts';
import type { Target } from './target.ts';
import { type Usage, usageOf } from './usage.ts';

export interface MemberUse {
  readonly node: AnyNode;
  readonly kind: Usage | 'string' | 'textual';
}

/**
 * The use of one member of a module, from a place where the module is named: `mod.name`, `pkg.mod.name`, `getattr(mod, 'name')`.
 * Where the module is handed on (`f(mod)`, `x = mod`), any member may be meant: that is `textual`.
 */
export function memberUse(
  target: Target,
  from: string,
  place: AnyNode,
  start: ModuleLocation,
  name: string,
): MemberUse | undefined {
  let module = start;
  let at = place;
  for (let access = memberAccess(at); access; access = memberAccess(at)) {
    const found = usedMember(target, from, module, access, name);
    if (found === undefined || 'node' in found) return found;
    module = found.module;
    at = access;
  }
  return target.isMeant(target.member(module, from, name)) ? handedOn(at, name) : undefined;
}

function usedMember(
  target: Target,
  from: string,
  module: ModuleLocation,
  access: Attribute,
  name: string,
): MemberUse | { readonly module: ModuleLocation } | undefined {
  const attribute = access.attr.value;
  if (attribute !== name && !hasFurther(access, name)) {
    // Nothing further means it but the module handed on. To look for a name would cost the parse of the other module.
    const submodule = target.submodule(module, attribute);
    return submodule && { module: submodule };
  }
  const resolution = target.member(module, from, attribute);
  if (attribute === name && target.isMeant(resolution)) return { node: access.attr, kind: usageOf(access) };
  const next = resolution.definitions.find((one) => one.kind === 'module');
  if (next?.kind === 'module') return { module: next.module };
  return attribute === name && target.mayBeMeant(resolution) ? { node: access.attr, kind: 'textual' } : undefined;
}

function hasFurther(access: Attribute, name: string): boolean {
  for (let at = memberAccess(access); at; at = memberAccess(at)) if (at.attr.value === name) return true;
  return false;
}

/** The module as a value. */
function handedOn(node: AnyNode, name: string): MemberUse | undefined {
  const { parent } = node;
  const call = parent?.type === 'Arg' ? parent.parent : undefined;
  if (parent?.type === 'Arg' && call?.type === 'Call') {
    const named = namedMember(call, parent, name);
    if (named !== 'unknown') return named;
  }
  return isDropped(node) ? undefined : { node, kind: 'textual' };
}

/** `getattr(mod, 'name')`, `monkeypatch.setattr(mod, 'name', …)`, `patch.object(mod, 'name')`; `reload(mod)` uses no member. */
function namedMember(call: Call, given: AnyNode, name: string): MemberUse | undefined | 'unknown' {
  const func = dottedName(call.func) ?? '';
  if (/(?:^|\.)(?:reload|id|type|repr|print|dir|issubclass|isinstance)$/.test(func)) return undefined;
  if (!namesMember.test(func) || call.args[0] !== given) return 'unknown';
  const second = call.args[1]?.value;
  const value = second && stringValue(second);
  if (!second || value === undefined) return 'unknown';
  return value === name ? { node: second, kind: 'string' } : undefined;
}

/** Calls that take an object and the name of one of its members. */
export const namesMember = /(?:^|\.)(?:getattr|hasattr|setattr|delattr|object|spy|stub|replace)$/;

/** An expression on its own line, `del mod`, and `import pkg.mod` itself use nothing. */
function isDropped({ parent }: AnyNode): boolean {
  return parent?.type === 'Expr' || parent?.type === 'Del' || parent?.type === 'ImportAlias';
}

import type { Analysis, MutableBinding, MutableReference, MutableScope } from './analysis.ts';
import { anyMeaning, type Binding } from './binding.ts';
import { ownBinding, type Scope } from './scope.ts';

/** Gives every reference its binding, and every binding its references. */
export function resolve(analysis: Analysis): void {
  for (const reference of analysis.references) {
    const binding = bindingFor(reference) ?? (analysis.hasStores ? storeFor(reference) : undefined);
    reference.binding = binding;
    if (!binding) continue;
    attach(binding as MutableBinding, reference);
    if (reference.meaning === anyMeaning) attachOthers(binding, reference);
  }
}

/** The store that `$count` asks for its value. What is no store is a rune, or a use too many, which does no harm. */
function storeFor(reference: MutableReference): Binding | undefined {
  const name = /^\$([^$].*)$/.exec(reference.name)?.[1];
  return name === undefined ? undefined : bindingFor({ ...reference, name });
}

function bindingFor({ name, scope, meaning }: MutableReference): Binding | undefined {
  for (let at: MutableScope | undefined = scope; at; at = at.parent) {
    const binding = ownBinding(at, name, meaning);
    if (binding) return binding;
    if (name === 'arguments' && hasArguments(at)) {
      at.usesArguments = true;
      return undefined;
    }
  }
  return undefined;
}

/** `export { Id }` exports the constant and the type of that name. */
function attachOthers(found: Binding, reference: MutableReference): void {
  const { names, shared } = found.scope;
  for (const other of [...(names.get(found.name) ?? []), ...(shared?.get(found.name) ?? [])]) {
    if (other !== found) attach(other as MutableBinding, reference);
  }
}

function attach(binding: MutableBinding, reference: MutableReference): void {
  binding.references.push(reference);
  if (reference.export) binding.exported = true;
}

export function hasArguments({ kind, node }: Scope): boolean {
  if (kind === 'field' || kind === 'static-block') return true;
  return kind === 'function' && node.type !== 'ArrowFunctionExpression';
}

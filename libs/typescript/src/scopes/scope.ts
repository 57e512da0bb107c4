import type { Node } from '@babel/types';
import type { Binding, Meanings } from './binding.ts';

/**
 * `global` holds what `declare global` adds; `file` what the file declares. A function is two scopes, `function` with the
 * parameters and `function-body` below it, because a default value cannot see the body. `signature` is a function without a
 * body; `type` holds type parameters; `field` is the value of a class field, which has its own `this`.
 */
export type ScopeKind =
  | 'global'
  | 'file'
  | 'function'
  | 'function-body'
  | 'function-name'
  | 'class'
  | 'field'
  | 'static-block'
  | 'block'
  | 'for'
  | 'switch'
  | 'catch'
  | 'namespace'
  | 'ambient-module'
  | 'global-augmentation'
  | 'enum'
  | 'signature'
  | 'type';

export interface Scope {
  readonly kind: ScopeKind;
  readonly node: Node;
  readonly parent: Scope | undefined;
  /** The names that are declared here; for a namespace without what its other blocks export. */
  readonly names: ReadonlyMap<string, readonly Binding[]>;
  /** What the blocks of a merged namespace share. */
  readonly shared: ReadonlyMap<string, readonly Binding[]> | undefined;
  /** The scope that `var` declares in. */
  readonly varScope: Scope;
  readonly strict: boolean;
  /** The function uses its implicit `arguments`, so that a parameter may be read without its name. */
  readonly usesArguments: boolean;
}

/** The binding that the name has in this very scope. */
export function ownBinding(scope: Scope, name: string, meaning: Meanings): Binding | undefined {
  return pick(scope.names.get(name), meaning) ?? pick(scope.shared?.get(name), meaning);
}

/** The binding that the name has for code in the scope. */
export function lookup(scope: Scope, name: string, meaning: Meanings): Binding | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const binding = ownBinding(at, name, meaning);
    if (binding) return binding;
  }
  return undefined;
}

function pick(bindings: readonly Binding[] | undefined, meaning: Meanings): Binding | undefined {
  let imported: Binding | undefined;
  for (const binding of bindings ?? []) {
    if (!(binding.meanings & meaning)) continue;
    // An import may mean everything: in `import { Id } from 'x'; const Id = …` it is only the type.
    if (binding.kind !== 'import' && binding.kind !== 'import-type') return binding;
    imported ??= binding;
  }
  return imported;
}

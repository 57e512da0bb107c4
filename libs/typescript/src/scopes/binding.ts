import type { Identifier, JSXIdentifier, StringLiteral, TSTypeParameter, TypeParameter } from '@babel/types';
import type { Scope } from './scope.ts';

/**
 * What declared the name. `signature-param` is a parameter without a body: of a function type, an overload, an abstract
 * method or an index signature. `param-property` is a parameter that is a field too.
 */
export type BindingKind =
  | 'var'
  | 'let'
  | 'const'
  | 'using'
  | 'function'
  | 'function-name'
  | 'class'
  | 'class-name'
  | 'param'
  | 'param-property'
  | 'signature-param'
  | 'catch'
  | 'import'
  | 'import-type'
  | 'enum'
  | 'enum-member'
  | 'namespace'
  | 'interface'
  | 'type'
  | 'type-param';

/** The node that gives the name. Babel keeps the name of a type parameter as a string, so the parameter stands for it. */
export type NameNode = Identifier | StringLiteral | TSTypeParameter | TypeParameter;

/**
 * One thing that a name stands for. A name may have two of them in one scope, as in `const Id = …; type Id = …`, where a
 * value and a type do not know each other; a class, an enum and an import are both at once.
 */
export interface Binding {
  readonly name: string;
  /** Of several merged declarations, that of the one with a value, else of the first. */
  readonly kind: BindingKind;
  readonly meanings: Meanings;
  readonly scope: Scope;
  /** More than one for overloads, merged interfaces and namespaces, and a `var` that is declared again. */
  readonly declarations: readonly NameNode[];
  /** In source order. Declarations are no references, even with an initialiser. */
  readonly references: readonly Reference[];
  /** By its own declaration (`export const x`) or by a reference (`export { x }`, `export default x`, `export = x`). */
  readonly exported: boolean;
  /** Two declarations give it a value: `var x = 1; var x = 2`, or a `var` that is a parameter too. */
  readonly redeclared: boolean;
}

export interface Reference {
  readonly node: Identifier | JSXIdentifier;
  readonly name: string;
  /** Undefined for globals, and for the implicit `arguments` of a function. */
  readonly binding: Binding | undefined;
  readonly scope: Scope;
  /** The value is used when the program runs. True for `x++`, `x += 1`, false for `x = 1`, types and `typeof x` types. */
  readonly read: boolean;
  readonly write: boolean;
  /** Stands in a type, and is gone when the program runs. */
  readonly type: boolean;
  /** A value named in a type: `typeof x`, `x is T`, `asserts x`. `type` is true too. */
  readonly query: boolean;
  readonly export: boolean;
}

export type MeaningName = 'value' | 'type' | 'namespace';

/** A set of {@link MeaningName} as bits: resolving looks at it for every name of every scope. */
export type Meanings = number;

export const value = 1;
export const type = 2;
/** What may stand left of the dot in a type: `N` in `N.T`. */
export const namespace = 4;
export const anyMeaning = 7;

export const meanings: Readonly<Record<BindingKind, Meanings>> = {
  var: value,
  let: value,
  const: value,
  using: value,
  function: value,
  'function-name': value,
  class: value | type,
  'class-name': value | type,
  param: value,
  'param-property': value,
  'signature-param': value,
  catch: value,
  // What an import brings is known to the other module only.
  import: anyMeaning,
  'import-type': anyMeaning,
  enum: anyMeaning,
  'enum-member': value,
  namespace: value | namespace,
  interface: type,
  type,
  'type-param': type,
};

/** True when the value may differ from the one its declaration gave: assigned to, or declared with a value twice. */
export function isReassigned(binding: Binding): boolean {
  return binding.redeclared || binding.references.some(({ write }) => write);
}

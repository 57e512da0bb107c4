import {
  type Access,
  type AnyNode,
  type Assignment,
  type Scope,
  type Scopes,
  scopesOf as scopesOfModule,
} from 'libcst-wasm';
import type { SourceFile } from './parse.ts';
import type { Binding, Reference } from './scopes/binding.ts';

/** What every name of a file stands for, by the rules of the language alone: no type is computed, no other file is read. */
export interface ScopeTable {
  /** What the file binds at its top level. */
  readonly scope: Scope;
  /**
   * `exec`, `eval`, `locals()`, `globals()` and the like: names may stand for something that no analysis sees. A star import is
   * none of these; see `starImports` of the scope.
   */
  readonly hasDynamicScope: boolean;
  /** Of what binds a name or of a reference; undefined for builtins and for names that are no variables, such as attributes. */
  bindingOf(node: AnyNode): Binding | undefined;
  /** Undefined for names that are bound there and for names that are no variables. */
  referenceOf(node: AnyNode): Reference | undefined;
  /** The scope in which the node is evaluated. */
  scopeOf(node: AnyNode): Scope;
  /** The scope that the node opens: a module, function, lambda, class, comprehension; undefined for other nodes. */
  innerScope(node: AnyNode): Scope | undefined;
  /** What the name stands for when it is written in the scope. */
  lookup(name: string, scope: Scope): Binding | undefined;
  bindings(): readonly Binding[];
  references(): readonly Reference[];
  /** The references to names that nothing in the file binds, builtins among them. */
  unresolved(): readonly Reference[];
}

/** Built at the first call for a file, and kept as long as the file is. */
export function scopesOf(file: SourceFile): ScopeTable {
  let table = tables.get(file);
  if (!table) {
    table = tableOf(scopesOfModule(file.tree));
    tables.set(file, table);
  }
  return table;
}

const tables = new WeakMap<SourceFile, ScopeTable>();

interface Draft extends Binding {
  readonly references: Reference[];
}

function tableOf(scopes: Scopes): ScopeTable {
  const drafts = new Map<Scope, Map<string, Draft>>();
  const draftOf = (scope: Scope | null, name: string) => (scope ? drafts.get(scope)?.get(name) : undefined);
  for (const scope of scopes.all) {
    const own = new Map<string, Draft>();
    for (const [name, assignments] of scope.assignments) own.set(name, draft(name, scope, assignments));
    drafts.set(scope, own);
  }
  const references = new Map<AnyNode, Reference>();
  const unresolved: Reference[] = [];
  for (const scope of scopes.all) {
    for (const access of scope.accesses) {
      const found = bindingsOf(access, draftOf);
      const reference = referenceOf(access, found[0]);
      references.set(access.node, reference);
      for (const one of found) one.references.push(reference);
      if (found.length === 0) unresolved.push(reference);
    }
  }
  const ordered = [...drafts.values()].flatMap((own) => [...own.values()]);
  for (const { references: of } of ordered) of.sort(byOffset);
  return {
    scope: scopes.global,
    hasDynamicScope: scopes.all.some(isDynamic),
    bindingOf(node) {
      const assignment = scopes.assignmentOf(node);
      return assignment ? draftOf(assignment.scope, assignment.name) : references.get(node)?.binding;
    },
    referenceOf: (node) => references.get(node),
    scopeOf: (node) => scopes.scopeOf(node),
    innerScope: (node) => scopes.scopeMadeBy(node) ?? undefined,
    lookup: (name, from) => draftOf(from.scopeOfName(name), name),
    bindings: () => ordered,
    references: () => [...references.values()].sort(byOffset),
    unresolved: () => unresolved.sort(byOffset),
  };
}

/** A star import makes a scope dynamic too, but what it brings can be looked up. */
function isDynamic({ isDynamic: is, starImports, accesses }: Scope): boolean {
  return (
    is && (starImports.length === 0 || accesses.some(({ name }) => /^(?:exec|eval|locals|globals|vars)$/.test(name)))
  );
}

function draft(name: string, scope: Scope, assignments: readonly Assignment[]): Draft {
  const { kind } = assignments.find((one) => one.kind !== 'declaration') ?? assignments[0]!;
  const declarations = assignments.flatMap(({ nameNode }) => nameNode ?? []);
  return { name, kind, scope, assignments, declarations, references: [] };
}

/** In the body of a class a name may be the class's or, before it is bound there, that of the file. */
function bindingsOf(
  access: Access,
  draftOf: (scope: Scope | null, name: string) => Draft | undefined,
): readonly Draft[] {
  const scopes = new Set<Scope | null>(access.referents.map(({ scope }) => scope));
  if (scopes.size === 0) scopes.add(access.scope.scopeOfName(access.node.value));
  return [...scopes].flatMap((scope) => draftOf(scope, access.name) ?? []);
}

function referenceOf(access: Access, binding: Binding | undefined): Reference {
  const { node, scope, isDeletion, isAnnotation } = access;
  const isAugmented = !access.isStringAnnotation && node.parent?.type === 'AugAssign' && node.parent.target === node;
  return {
    node,
    name: access.name,
    offset: access.start ?? undefined,
    binding,
    scope,
    read: !isDeletion,
    write: isAugmented,
    deletion: isDeletion,
    type: isAnnotation,
    string: access.string ?? undefined,
    access,
  };
}

function byOffset(one: Reference, other: Reference): number {
  return (one.offset ?? 0) - (other.offset ?? 0);
}

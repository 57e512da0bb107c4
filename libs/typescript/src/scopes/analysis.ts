import type { Identifier, JSXIdentifier, Node } from '@babel/types';
import { forEachChild } from '../walk.ts';
import {
  anyMeaning,
  type Binding,
  type BindingKind,
  type Meanings,
  meanings,
  type NameNode,
  namespace,
  type Reference,
  value,
} from './binding.ts';
import type { Scope, ScopeKind } from './scope.ts';

/** What one kind of node means for names. Without a handler, the children are visited in the same scope. */
// biome-ignore lint/suspicious/noExplicitAny: the table gives each handler the node of its own type.
export type Handler = (node: any, scope: MutableScope, analysis: Analysis) => void;
export type Handlers = Readonly<Record<string, Handler>>;

type Names = Map<string, MutableBinding[]>;

export interface MutableBinding extends Binding {
  kind: BindingKind;
  meanings: Meanings;
  exported: boolean;
  redeclared: boolean;
  /** A function whose body was seen. */
  hasBody: boolean;
  readonly declarations: NameNode[];
  readonly references: MutableReference[];
  /** What the blocks of a namespace export, or the members of an enum: shared by all its declarations. */
  members: Names | undefined;
}

export interface MutableReference extends Reference {
  binding: Binding | undefined;
  readonly scope: MutableScope;
  readonly meaning: Meanings;
}

export interface MutableScope extends Scope {
  readonly parent: MutableScope | undefined;
  names: Names;
  shared: Names | undefined;
  varScope: MutableScope;
  strict: boolean;
  usesArguments: boolean;
  /** Inside of `declare` or of a declaration file. */
  ambient: boolean;
  /** Every declaration goes to `shared`, with `export` or without it. */
  exportsAll: boolean;
}

export interface Usage {
  readonly read?: boolean;
  readonly write?: boolean;
  readonly type?: boolean;
  readonly query?: boolean;
  readonly export?: boolean;
}

/** What one pass over a file collects. References are resolved afterwards, when all hoisted names are known. */
export class Analysis {
  readonly bindings: MutableBinding[] = [];
  readonly references: MutableReference[] = [];
  /** The scope that a node opens for all of its children. */
  readonly opened = new Map<Node, MutableScope>();
  /** The scope that a node stands in, where it is not that of its parent. */
  readonly inside = new Map<Node, MutableScope>();
  /** The two nodes of `{ x }`: Babel has one for the key and one for the value. */
  readonly twins = new Map<Node, Node>();
  readonly ambientModules = new Map<string, Names>();
  readonly declared = new Map<Node, MutableBinding>();
  readonly handlers: Handlers;
  /** The scope whose declarations are being exported. */
  exportScope: MutableScope | undefined;
  /** The conditional type that an `infer` belongs to. */
  inferScope: MutableScope | undefined;
  hasWith = false;
  /** `$name` is the value of the store `name`, as in components of Svelte. */
  hasStores = false;

  constructor(handlers: Handlers) {
    this.handlers = handlers;
  }

  visit(node: Node | null | undefined, scope: MutableScope): void {
    if (!node) return;
    const handler = this.handlers[node.type];
    if (handler) handler(node, scope, this);
    else this.visitChildren(node, scope);
  }

  visitAll(nodes: readonly (Node | null)[] | null | undefined, scope: MutableScope): void {
    if (nodes) for (const node of nodes) this.visit(node, scope);
  }

  visitChildren(node: Node, scope: MutableScope): void {
    const outer = this.scopeOfChildren;
    this.scopeOfChildren = scope;
    forEachChild(node, this.visitChild);
    this.scopeOfChildren = outer;
  }

  private scopeOfChildren: MutableScope | undefined;
  private readonly visitChild = (child: Node): void => this.visit(child, this.scopeOfChildren!);

  /** Visits a node that stands in another scope than its parent. */
  enter(node: Node | null | undefined, scope: MutableScope): void {
    if (!node) return;
    this.inside.set(node, scope);
    this.visit(node, scope);
  }

  enterAll(nodes: readonly (Node | null)[] | null | undefined, scope: MutableScope): void {
    if (nodes) for (const node of nodes) this.enter(node, scope);
  }

  /** A scope for some of the children of `node`; those are visited by {@link enter}. */
  scope(kind: ScopeKind, node: Node, parent: MutableScope | undefined): MutableScope {
    const scope: MutableScope = {
      kind,
      node,
      parent,
      names: noNames,
      shared: undefined,
      varScope: undefined as unknown as MutableScope,
      strict: parent?.strict ?? false,
      usesArguments: false,
      ambient: parent?.ambient ?? false,
      exportsAll: false,
    };
    scope.varScope = parent && !holdsVar.has(kind) ? parent.varScope : scope;
    return scope;
  }

  /** A scope for everything below `node`. */
  open(kind: ScopeKind, node: Node, parent: MutableScope | undefined): MutableScope {
    const scope = this.scope(kind, node, parent);
    this.opened.set(node, scope);
    return scope;
  }

  /** The names of the scope, to add to them. */
  namesOf(scope: MutableScope): Names {
    if (scope.names === noNames) scope.names = new Map();
    return scope.names;
  }

  declare(
    scope: MutableScope,
    name: string,
    node: NameNode,
    kind: BindingKind,
    meaning: Meanings = meanings[kind],
  ): MutableBinding {
    const exported = scope === this.exportScope;
    const names = scope.shared && (exported || scope.exportsAll) ? scope.shared : this.namesOf(scope);
    const list = names.get(name);
    let binding = list?.find((other) => merges(other, kind, meaning));
    if (!binding) {
      binding = {
        name,
        kind,
        meanings: meaning,
        scope,
        declarations: [],
        references: [],
        exported,
        redeclared: false,
        hasBody: false,
        members: undefined,
      };
      if (list) list.push(binding);
      else names.set(name, [binding]);
      this.bindings.push(binding);
    }
    if (binding.declarations.length > 0 && (variables.has(kind) || variables.has(binding.kind)))
      binding.redeclared = true;
    if (!(binding.meanings & value) || binding.kind === 'namespace') binding.kind = kind;
    binding.meanings |= meaning;
    binding.exported ||= exported;
    binding.declarations.push(node);
    this.declared.set(node, binding);
    return binding;
  }

  refer(node: Identifier | JSXIdentifier, scope: MutableScope, meaning: Meanings, usage: Usage): void {
    this.references.push({
      node,
      name: node.name,
      binding: undefined,
      scope,
      meaning,
      read: usage.read ?? false,
      write: usage.write ?? false,
      type: usage.type ?? false,
      query: usage.query ?? false,
      export: usage.export ?? false,
    });
  }
}

/** Most scopes declare nothing: they share one empty map. */
const noNames: Names = new Map();

const holdsVar: ReadonlySet<ScopeKind> = new Set<ScopeKind>([
  'global',
  'file',
  'function',
  'function-body',
  'field',
  'static-block',
  'namespace',
  'ambient-module',
  'global-augmentation',
]);

const variables: ReadonlySet<BindingKind> = new Set<BindingKind>([
  'var',
  'let',
  'const',
  'using',
  'param',
  'param-property',
  'catch',
]);

const extended: ReadonlySet<BindingKind> = new Set<BindingKind>(['function', 'class', 'enum', 'namespace']);

/** True when a declaration adds to the binding instead of standing beside it. */
function merges(binding: MutableBinding, kind: BindingKind, meaning: Meanings): boolean {
  if (isImport(binding.kind) !== isImport(kind)) return false;
  if (binding.meanings & meaning) return true;
  // A namespace that holds only types shares no meaning with the function it extends.
  const shared = (binding.meanings | meaning) & namespace;
  return shared !== 0 && meaning !== anyMeaning && extended.has(binding.kind) && extended.has(kind);
}

function isImport(kind: BindingKind): boolean {
  return kind === 'import' || kind === 'import-type';
}

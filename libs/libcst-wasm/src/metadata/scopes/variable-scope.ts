import type { AnyNode, ImportFrom, LazyImportFrom, Name } from '../../generated/nodes.ts';
import { nodeAt } from '../../node.ts';
import type { Tree } from '../../tree.ts';
import { enclosing, visible } from './lookup.ts';
import { mangle } from './mangle.ts';
import type { NameAccess } from './name-access.ts';
import type { Access, Assignment, AssignmentKind, Declaration, Scope, ScopeKind } from './scope.ts';

/** A scope while it is made, and afterwards. */
export class VariableScope implements Scope {
  readonly kind: ScopeKind;
  readonly parent: VariableScope | null;
  readonly tree: Tree | null;
  /** The row of its node. */
  readonly row: number;
  /** What its names are prefixed with in qualified names. */
  readonly prefix: string;
  /** The innermost class around its text, for private names. */
  readonly className: string | null;
  readonly children: VariableScope[] = [];
  readonly assignments = new Map<string, Binding[]>();
  readonly accesses: NameAccess[] = [];
  readonly declarations = new Map<string, { readonly kind: Declaration['kind']; readonly nodes: Name[] }>();
  readonly starImports: (ImportFrom | LazyImportFrom)[] = [];
  /** The names that are local here: assigned, declared or deleted, and not global or nonlocal. */
  readonly bound = new Set<string>();
  /** The accesses that may refer to what is bound here, by name. */
  readonly users = new Map<string, NameAccess[]>();
  /** Names that a `del` or the end of an `except` may have taken away again. */
  readonly deleted = new Set<string>();
  /** Of the type parameters of a class: its name. */
  typeParametersOf: string | null = null;
  /** Of a class: the `__class__` that functions in it see, once one of them asked. */
  cell: Binding | null = null;
  isDynamic = false;

  constructor(kind: ScopeKind, parent: VariableScope | null, tree: Tree | null, row: number, name: string | null) {
    this.kind = kind;
    this.parent = parent;
    this.tree = tree;
    this.row = row;
    this.prefix = prefixOf(kind, parent?.prefix ?? '', name);
    this.className = kind === 'class' ? name : (parent?.className ?? null);
    parent?.children.push(this);
  }

  get node(): AnyNode | null {
    return this.tree === null ? null : nodeAt(this.tree, this.row);
  }

  scopeOfName(name: string): Scope | null {
    return enclosing(this, this.variable(name))?.scope ?? null;
  }

  lookup(name: string): readonly Assignment[] {
    const variable = this.variable(name);
    const found = enclosing(this, variable);
    return found === null ? [] : visible(found, variable);
  }

  /** The name that Python gives what is written `name` in this scope. */
  variable(name: string): string {
    // class C[__T](Base[__T]): the type parameters of a class are private to it, the other names around them are not.
    if (this.typeParametersOf !== null) {
      const own = mangle(name, this.typeParametersOf);
      if (this.bound.has(own)) return own;
    }
    return mangle(name, this.className);
  }
}

/** What binds a name. */
export class Binding implements Assignment {
  readonly name: string;
  readonly kind: AssignmentKind;
  readonly scope: VariableScope;
  readonly from: VariableScope;
  /** The row from which on its value can be seen: `x` on the right of `x = x` is not yet the new one. */
  readonly effect: number;
  readonly tree: Tree | null;
  readonly row: number;
  readonly nameRow: number;

  constructor(
    name: string,
    kind: AssignmentKind,
    scope: VariableScope,
    from: VariableScope,
    effect: number,
    tree: Tree | null,
    row: number,
    nameRow: number,
  ) {
    this.name = name;
    this.kind = kind;
    this.scope = scope;
    this.from = from;
    this.effect = effect;
    this.tree = tree;
    this.row = row;
    this.nameRow = nameRow;
  }

  /**
   * Found when it is asked for: a generated file with ten thousand times `x = f(x)` has fifty million pairs of an access
   * and an assignment.
   */
  get references(): readonly Access[] {
    return (this.scope.users.get(this.name) ?? []).filter((access) => access.mayRead(this));
  }

  get node(): AnyNode | null {
    return this.row < 0 ? null : nodeAt(this.tree!, this.row);
  }

  get nameNode(): Name | null {
    return this.nameRow < 0 ? null : (nodeAt(this.tree!, this.nameRow) as Name);
  }
}

/** As LibCST's: functions add `<locals>`, comprehensions `<comprehension>`, and lambdas have no name. */
function prefixOf(kind: ScopeKind, parent: string, name: string | null): string {
  const dotted = (...parts: (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== '').join('.');
  switch (kind) {
    case 'builtin':
    case 'global':
      return '';
    case 'class':
      return dotted(parent, name);
    case 'function':
      return dotted(parent, name, '<locals>');
    case 'comprehension':
      return dotted(parent, '<comprehension>');
    case 'annotation':
    case 'type-parameters':
      return parent;
    default:
      return kind satisfies never;
  }
}

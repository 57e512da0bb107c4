import type {
  AnyNode,
  ConcatenatedString,
  ImportFrom,
  LazyImportFrom,
  Module,
  Name,
  SimpleString,
} from '../../generated/nodes.ts';
import type { Node } from '../../node.ts';

/** What the names of a module mean. See `scopesOf`. */
export interface Scopes {
  readonly module: Module;
  readonly global: Scope;
  /** Python's own names. It is the parent of the global scope and has no parent. */
  readonly builtin: Scope;
  /** The global scope and all below it, in the order of the text. */
  readonly all: readonly Scope[];
  /**
   * The scope in which the node is evaluated: for the definition of a function that in which its name is bound, for its
   * parameters and its body its own, for its decorators and defaults the outer one.
   *
   * @throws ForeignNodeError for a node of another tree, and DetachedNodeError for one that was built.
   */
  scopeOf(node: Node): Scope;
  /** The scope that the node makes: that of a module, function, lambda, class body, comprehension or type alias. */
  scopeMadeBy(node: Node): Scope | null;
  /** The access that the name is; null for one that only binds, and for one that is no variable, such as an attribute's. */
  accessOf(node: Node): Access | null;
  /**
   * The assignment whose `node` or `nameNode` this is; null if there is none. `import a as b` is found by its alias and
   * by both of its names.
   */
  assignmentOf(node: Node): Assignment | null;
}

export type ScopeKind =
  | 'builtin'
  | 'global'
  | 'class'
  /** A function or a lambda. */
  | 'function'
  | 'comprehension'
  /** The value of a type alias, and the bound and the default of a type variable: evaluated when they are asked for. */
  | 'annotation'
  /** The type parameters of a function, a class or a type alias (PEP 695). */
  | 'type-parameters';

export interface Scope {
  readonly kind: ScopeKind;
  /** Module, ClassDef, FunctionDef, Lambda, a comprehension, TypeAlias, TypeParam or TypeVar; null for the builtins. */
  readonly node: AnyNode | null;
  readonly parent: Scope | null;
  readonly children: readonly Scope[];
  /**
   * What binds names here, in the order of the text, by the name that Python gives the variable: in a class `C` that is
   * `_C__x` for what is written `__x`. Bindings by `global` and `nonlocal` and by `:=` in a comprehension are listed
   * with the scope that they bind in.
   */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
  /** The names that are read or deleted here (not in scopes below), in the order of the text. */
  readonly accesses: readonly Access[];
  /** The names of `global` and `nonlocal` statements of this scope, and where they stand. */
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** `from m import *` of this scope: each may bind any name. */
  readonly starImports: readonly (ImportFrom | LazyImportFrom)[];
  /**
   * Whether names may be bound or read here in ways that the text does not show: by a star import, `exec`, `eval`,
   * `locals()`, `vars()`, or (global scope) by `globals()`. A name without referents, or with a builtin, may then be
   * bound all the same, and an assignment without references may be used.
   */
  readonly isDynamic: boolean;
  /**
   * The scope in which the name, as it would be written in this scope, is bound; null if nothing in the module nor
   * Python itself binds it. For the names that are local here it is this scope.
   */
  scopeOfName(name: string): Scope | null;
  /** All assignments that the name, as it would be written in this scope, may refer to from a scope below it. */
  lookup(name: string): readonly Assignment[];
}

export interface Declaration {
  readonly kind: 'global' | 'nonlocal';
  readonly nodes: readonly Name[];
}

export type AssignmentKind =
  /** Its node is the ImportAlias. `import a.b` binds `a`. */
  | 'import'
  /** Its node is the FunctionDef. */
  | 'function'
  /** Its node is the ClassDef; also the `__class__` that functions in a class see. */
  | 'class'
  /** Its node is the Param. */
  | 'parameter'
  /** Its node is the Name: targets of `=`, `for`, `with`, `:=`, and captures of patterns. */
  | 'variable'
  /** Its node is the Name of `x += 1`, which is an access too. */
  | 'augmented'
  /** Its node is the Name of `x: int` without a value: it makes the name local, and gives it no value. */
  | 'declaration'
  /** Its node is the Name of `except E as e`, which Python deletes at the end of the handler. */
  | 'exception'
  /** Its node is the TypeVar, TypeVarTuple or ParamSpec. */
  | 'type-parameter'
  /** Its node is the TypeAlias. */
  | 'type-alias'
  /** It has no node. */
  | 'builtin';

export interface Assignment {
  /** The name of the variable, as in `Scope.assignments`. */
  readonly name: string;
  readonly kind: AssignmentKind;
  /** Where the name is bound. */
  readonly scope: Scope;
  /** Where the binding stands; another than `scope` by `global`, by `nonlocal` and by `:=` in a comprehension. */
  readonly from: Scope;
  readonly node: AnyNode | null;
  /** The node whose text is the name; null for builtins and for `__class__`. */
  readonly nameNode: Name | null;
  /** The accesses that may see this assignment. */
  readonly references: readonly Access[];
}

export interface Access {
  /** The name of the variable, as in `Scope.assignments`. */
  readonly name: string;
  /**
   * The name. In a string annotation it is a node of the tree of that string's text, whose positions are not those of
   * the module: `start` and `end` are.
   */
  readonly node: Name;
  /** Where the name stands in the module's text; null in a string with escapes or of several parts. */
  readonly start: number | null;
  readonly end: number | null;
  /** The scope in which the name is looked up. */
  readonly scope: Scope;
  /** All that the name may refer to, never less. Empty: nothing in the module nor Python itself binds it. */
  readonly referents: readonly Assignment[];
  readonly isAnnotation: boolean;
  readonly isStringAnnotation: boolean;
  /** The string in which it stands, of a string annotation. */
  readonly string: SimpleString | ConcatenatedString | null;
  /** Whether it is the name of `del`. */
  readonly isDeletion: boolean;
}

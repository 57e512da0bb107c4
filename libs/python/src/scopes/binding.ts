import type { Access, AnyNode, Assignment, AssignmentKind, Name, Scope } from 'libcst-wasm';

/**
 * A variable: one name in one scope. Python has no declarations, so all that gives the name a value in that scope, be it two
 * functions in two branches or an import and a fallback, is one binding.
 */
export interface Binding {
  readonly name: string;
  /** Of the first assignment that gives it a value. */
  readonly kind: AssignmentKind;
  readonly scope: Scope;
  /** What gives it a value, in source order: in its own scope, and elsewhere by `global` and `nonlocal`. Empty for builtins. */
  readonly assignments: readonly Assignment[];
  /** The names that are bound, in the same order. */
  readonly declarations: readonly Name[];
  /** In source order. Assignments are no references, but for `x += 1`, which reads. */
  readonly references: readonly Reference[];
}

export interface Reference {
  /** In a string annotation a node of the tree of that string, whose own positions are not those of the file. */
  readonly node: Name;
  readonly name: string;
  /** Where it stands in the file; undefined in a string annotation with escapes or of several parts. */
  readonly offset: number | undefined;
  /** Undefined for names that nothing in the file binds: builtins, those of a star import, mistakes. */
  readonly binding: Binding | undefined;
  readonly scope: Scope;
  readonly read: boolean;
  /** `x += 1`; every other write is an assignment. */
  readonly write: boolean;
  /** `del x`. */
  readonly deletion: boolean;
  /** Stands in an annotation. */
  readonly type: boolean;
  /** The string literal of a string annotation. */
  readonly string: AnyNode | undefined;
  readonly access: Access;
}

/** True when the value may differ from the one its first assignment gave: assigned to again, deleted, or the variable of a loop. */
export function isReassigned(binding: Binding): boolean {
  const values = binding.assignments.filter(({ kind }) => kind !== 'declaration');
  return (
    values.length > 1 || values.some(isRepeated) || binding.references.some(({ write, deletion }) => write || deletion)
  );
}

/** `for x in …` gives many values; so does `=` in a loop, which an analysis of the flow alone could tell. */
function isRepeated({ kind, nameNode, scope }: Assignment): boolean {
  if (kind === 'augmented' || kind === 'exception') return true;
  for (let at: AnyNode | null = nameNode; at && at !== scope.node; at = at.parent) {
    switch (at.type) {
      case 'For':
      case 'While':
      case 'CompFor':
        return true;
      case 'Param':
      case 'FunctionDef':
      case 'ClassDef':
        if (kind === 'parameter') return false;
    }
  }
  return false;
}

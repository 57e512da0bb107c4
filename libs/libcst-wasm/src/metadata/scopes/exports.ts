import type { AnyNode, Arg, ConcatenatedString, Module, Name, SimpleString } from '../../generated/nodes.ts';
import type { Assignment } from './scope.ts';
import { scopesOf } from './scopes-of.ts';
import { stringText } from './string-text.ts';

/** What a module says it exports. */
export interface Exports {
  readonly names: readonly ExportedName[];
  /** Whether all of `__all__` could be read; `__all__ += other.__all__` could not. */
  readonly isComplete: boolean;
}

export interface ExportedName {
  readonly name: string;
  readonly node: SimpleString | ConcatenatedString;
  /** What binds the name in the module. Empty for a submodule, and for what does not exist. */
  readonly assignments: readonly Assignment[];
}

/**
 * The names in `__all__`; null for a module that has none. An import that is used nowhere but listed there is used.
 *
 * @throws DetachedNodeError for a module that was built.
 */
export function exportsOf(module: Module): Exports | null {
  const { global } = scopesOf(module);
  const bindings = global.assignments.get('__all__') ?? [];
  if (bindings.length === 0) return null;
  const found = new Found();
  for (const { node } of bindings) found.addAssigned(node as AnyNode);
  const users = new Set(bindings.flatMap(({ references }) => references.map((access) => access.node)));
  for (const node of users) found.addUse(node);
  const names = found.strings.map((node) => {
    const name = stringText(node.tree!, node.row)?.text ?? '';
    return { name, node, assignments: global.assignments.get(name) ?? [] };
  });
  return { names, isComplete: found.isComplete };
}

class Found {
  readonly strings: (SimpleString | ConcatenatedString)[] = [];
  isComplete = true;

  addAssigned(target: AnyNode): void {
    const { parent } = target;
    if (parent?.type === 'AnnAssign') {
      if (parent.value !== null) this.addList(parent.value);
    } else if (parent?.type === 'AugAssign' && parent.operator.type === 'AddAssign') this.addList(parent.value);
    else if (parent?.type === 'AssignTarget' && parent.parent?.type === 'Assign') this.addList(parent.parent.value);
    else this.isComplete = false;
  }

  /** `__all__.append('name')` and `__all__.extend([…])` add, of other methods and of aliases it is not known what they do. */
  addUse(name: Name): void {
    const attribute = name.parent;
    if (attribute?.type !== 'Attribute') return;
    const call = attribute.parent;
    const args: readonly Arg[] | null = call?.type === 'Call' && call.func === attribute ? call.args : null;
    const value = args?.length === 1 ? args[0]!.value : null;
    if (value !== null && attribute.attr.value === 'append') this.addString(value);
    else if (value !== null && attribute.attr.value === 'extend') this.addList(value);
    else this.isComplete = false;
  }

  private addList(value: AnyNode): void {
    const todo = [value];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (next.type === 'BinaryOperation' && next.operator.type === 'Add') todo.push(next.right, next.left);
      else if (next.type === 'List' || next.type === 'Tuple') {
        for (const element of next.elements) this.addString(element.type === 'Element' ? element.value : element);
        // __all__ = __all__ + […]
      } else if (next.type !== 'Name' || next.value !== '__all__') this.isComplete = false;
    }
  }

  private addString(node: AnyNode): void {
    const isString = node.type === 'SimpleString' || node.type === 'ConcatenatedString';
    if (isString && stringText(node.tree!, node.row) !== null) this.strings.push(node);
    else this.isComplete = false;
  }
}

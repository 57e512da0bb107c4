import type { AnyNode, Assignment, BaseExpression } from 'libcst-wasm';
import { dottedName } from '../dotted-name.ts';
import { placementOf } from '../placement.ts';
import type { Binding } from '../scopes/binding.ts';
import { stringValue } from '../string-value.ts';

/** What a module says in `__all__`. */
export interface AllNames {
  /** Each name with the literals that mention it. */
  readonly names: ReadonlyMap<string, readonly BaseExpression[]>;
  /** The modules whose `__all__` is taken over, by the name that they have here: `__all__ += other.__all__`. */
  readonly others: readonly string[];
  /** False where names may be added or taken away in ways that the text does not show. */
  readonly complete: boolean;
}

/**
 * Reads `__all__ = […]`, sums of lists, `+=`, `.append('x')`, `.extend([…])` and `.remove('x')`.
 *
 * @param binding that of `__all__` at the top level of the module
 */
export function allNames(binding: Binding): AllNames {
  const names = new Map<string, BaseExpression[]>();
  const others: string[] = [];
  let complete = true;
  const add = (value: AnyNode | null | undefined): void => {
    for (const part of partsOf(value)) {
      const name = stringValue(part);
      if (name !== undefined) names.set(name, [...(names.get(name) ?? []), part as BaseExpression]);
      else if (otherList(part) !== undefined) others.push(otherList(part)!);
      else complete = false;
    }
  };
  for (const assignment of binding.assignments) {
    const value = assignedValue(assignment);
    // Which of two lists holds, nobody can say. Both are offered, as far as they can be read.
    if (value === undefined || placementOf(assignment.nameNode!).deferred) complete = false;
    else add(value);
  }
  for (const { node, deletion, write } of binding.references) {
    if (deletion) complete = false;
    if (write || deletion) continue;
    const call = methodCall(node);
    const [argument, ...more] = call?.args ?? [];
    if (call && !argument) continue;
    if (!call || more.length > 0) {
      // `for name in __all__` and `__all__ + other.__all__` read it; `f(__all__)` may do anything.
      complete &&= isOnlyRead(node);
    } else if (call.method === 'append') add(argument!.value);
    else if (call.method === 'extend') add(argument!.value);
    else if (call.method === 'remove') names.delete(stringValue(argument!.value) ?? '');
    else complete &&= /^(?:index|count|copy|sort|reverse)$/.test(call.method);
  }
  return { names, others, complete };
}

function assignedValue({ nameNode, node }: Assignment): BaseExpression | null | undefined {
  const parent = nameNode?.parent;
  switch (parent?.type) {
    case 'AssignTarget':
      return parent.parent?.type === 'Assign' ? parent.parent.value : undefined;
    case 'AnnAssign':
      return parent.value;
    case 'AugAssign':
      return parent.operator.type === 'AddAssign' ? parent.value : undefined;
    default:
      return node === null ? null : undefined;
  }
}

/** The items of a literal list and of sums of them; what is neither comes back as it is. */
function partsOf(value: AnyNode | null | undefined): readonly AnyNode[] {
  if (!value) return [];
  switch (value.type) {
    case 'List':
    case 'Tuple':
    case 'Set':
      return value.elements.flatMap((element) =>
        element.type === 'StarredElement' ? partsOf(element.value) : [element.value],
      );
    case 'BinaryOperation':
      return value.operator.type === 'Add' ? [...partsOf(value.left), ...partsOf(value.right)] : [value];
    case 'Call':
      // list((…)), sorted([…])
      return value.func.type === 'Name' &&
        /^(?:list|tuple|sorted|set)$/.test(value.func.value) &&
        value.args.length === 1
        ? partsOf(value.args[0]!.value)
        : [value];
    default:
      return [value];
  }
}

/** `other` of `other.__all__`. */
function otherList(node: AnyNode): string | undefined {
  return node.type === 'Attribute' && node.attr.value === '__all__' ? dottedName(node.value) : undefined;
}

function methodCall(node: AnyNode) {
  const member = node.parent;
  const call = member?.parent;
  if (member?.type !== 'Attribute' || member.value !== node || call?.type !== 'Call' || call.func !== member) {
    return undefined;
  }
  return { method: member.attr.value, args: call.args };
}

function isOnlyRead({ parent }: AnyNode): boolean {
  switch (parent?.type) {
    case 'For':
    case 'CompFor':
    case 'ComparisonTarget':
    case 'BinaryOperation':
    case 'AugAssign':
      return true;
    case 'Subscript':
      return parent.parent?.type !== 'AssignTarget' && parent.parent?.type !== 'Del';
    case 'Arg':
      return (
        parent.parent?.type === 'Call' &&
        parent.parent.func.type === 'Name' &&
        /^(?:len|list|tuple|set|sorted|print|iter|enumerate)$/.test(parent.parent.func.value)
      );
    default:
      return false;
  }
}

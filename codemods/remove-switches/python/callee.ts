import type { AnyNode, Call, ClassDef, ClassPlace, FunctionDef, SourceFile } from '@ffsd/python';
import { dottedName, receiverOf, resolveExpression, scopesOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { ancestorsOf } from './class-family.ts';

/** A function that calls reach. */
export interface Callee {
  readonly path: string;
  readonly node: FunctionDef;
  /** A constructor is called by the name of its class. */
  readonly kind: 'function' | 'method' | 'constructor';
  /** Undefined for a function alone. */
  readonly owner: ClassPlace | undefined;
}

/** The function with the definition. */
export function calleeAt(path: string, node: FunctionDef): Callee {
  const owner = classAround(node);
  if (!owner) return { path, node, kind: 'function', owner: undefined };
  const kind = node.name.value === '__init__' ? 'constructor' : 'method';
  return { path, node, kind, owner: { path, node: owner } };
}

/** As a reader would name it. */
export function nameOfCallee({ node, owner, kind }: Callee): string {
  const name = node.name.value;
  if (!owner) return `${name}()`;
  return kind === 'constructor' ? `${owner.node.name.value}()` : `${owner.node.name.value}.${name}()`;
}

/** What a call runs, when it is one function of the workspace. */
export function calleeOf(workspace: Workspace, file: SourceFile, { func }: Call): Callee | undefined {
  const found = definitionsOf(workspace, file, func);
  const [definition, ...more] = found ?? [];
  if (more.length > 0) return undefined;
  if (definition?.node.type === 'FunctionDef') return calleeAt(definition.path, definition.node);
  if (definition?.node.type === 'ClassDef') {
    return memberOf(workspace, { path: definition.path, node: definition.node }, '__init__');
  }
  if (func.type === 'Name') {
    const own = classOfCls(func, file);
    return own && memberOf(workspace, { path: file.path, node: own }, '__init__');
  }
  if (func.type !== 'Attribute' || found) return undefined;
  const receiver = receiverOf(workspace, file, func.value);
  if (receiver.kind === 'other' || receiver.kind === 'unknown' || receiver.of.length !== 1) return undefined;
  const [of] = receiver.of as readonly [ClassPlace];
  return memberOf(workspace, of, func.attr.value, receiver.kind === 'super');
}

interface Definition {
  readonly path: string;
  readonly node: AnyNode;
}

/** What a name stands for; undefined where it is that of no definition. */
function definitionsOf(workspace: Workspace, file: SourceFile, func: AnyNode): readonly Definition[] | undefined {
  const resolved = resolveExpression(workspace, file, func);
  if (resolved) {
    if (resolved.outside.length + resolved.uncertain.length > 0) return [];
    const named = resolved.definitions.map((one) =>
      one.kind === 'name' ? { path: one.path, node: one.declaration } : undefined,
    );
    return named.includes(undefined) ? [] : (named as Definition[]);
  }
  const binding = func.type === 'Name' ? scopesOf(file).bindingOf(func) : undefined;
  if (!binding || (binding.kind !== 'function' && binding.kind !== 'class')) return undefined;
  return binding.assignments.map(({ node, nameNode }) => ({ path: file.path, node: (node ?? nameNode)! }));
}

/** The function that a class has under a name, by itself or from the only class above that has one. */
export function memberOf(workspace: Workspace, owner: ClassPlace, name: string, fromAbove = false): Callee | undefined {
  const own = fromAbove ? [] : functionsOf(owner, name);
  const found = own.length > 0 ? own : ancestorsOf(workspace, owner).flatMap((place) => functionsOf(place, name));
  return found.length === 1 ? found[0] : undefined;
}

function functionsOf({ path, node }: ClassPlace, name: string): readonly Callee[] {
  return (node.body.body as readonly AnyNode[])
    .filter((one): one is FunctionDef => one.type === 'FunctionDef' && one.name.value === name)
    .map((one) => calleeAt(path, one));
}

/** The class in whose body a definition stands, not in a method of it. */
export function classAround(node: AnyNode): ClassDef | undefined {
  const suite = node.parent;
  const owner = suite?.type === 'IndentedBlock' ? suite.parent : undefined;
  return owner?.type === 'ClassDef' ? owner : undefined;
}

/** The innermost class around. */
export function classWith(node: AnyNode): ClassDef | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) if (at.type === 'ClassDef') return at;
  return undefined;
}

export type Binds = 'object' | 'class' | 'nothing';

/** What the first parameter of a method is given by the call itself. */
export function bindsOf(node: FunctionDef): Binds {
  const names = node.decorators.map(({ decorator }) => dottedName(decorator));
  if (names.includes('staticmethod')) return 'nothing';
  return names.includes('classmethod') || /^__(?:new|init_subclass|class_getitem)__$/.test(node.name.value)
    ? 'class'
    : 'object';
}

/** The class that `cls` is, in a class method. */
export function classOfCls(node: AnyNode, file: SourceFile): ClassDef | undefined {
  const binding = scopesOf(file).bindingOf(node);
  const [name, ...more] = binding?.declarations ?? [];
  const param = name?.parent;
  const method = param?.type === 'Param' ? param.parent?.parent : undefined;
  if (more.length > 0 || method?.type !== 'FunctionDef' || bindsOf(method) !== 'class') return undefined;
  const { posonlyParams, params } = method.params;
  return [...posonlyParams, ...params][0] === param ? classAround(method) : undefined;
}

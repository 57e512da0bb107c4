import type { AnyNode, Assignment, BaseExpression, ClassDef, FunctionDef, SourceFile } from '@ffsd/python';
import {
  findAll,
  importsOf,
  isParsed,
  parse,
  parsedFile,
  resolveExpression,
  scopesOf,
  skip,
  stringValue,
  walk,
} from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/**
 * Whether an expression is known to come from one of the modules: it was imported from there, created by what was imported
 * from there, or has a type that was imported from there.
 *
 * By the name of a method alone nothing is known: `mapping.variation('x')` is no flag read.
 */
export function comesFrom(
  workspace: Workspace,
  file: SourceFile,
  node: AnyNode,
  modules: readonly string[],
  depth = 0,
): boolean {
  if (depth > 8) return false;
  const again = (next: AnyNode, where: SourceFile = file) => comesFrom(workspace, where, next, modules, depth + 1);
  switch (node.type) {
    case 'Await':
      return again(node.expression);
    case 'Call':
      return again(node.func);
    case 'Name':
    case 'Attribute':
      break;
    default:
      return false;
  }
  if (isImportedFrom(file, node, modules)) return true;
  const resolved = resolveExpression(workspace, file, node);
  if (resolved) {
    if (resolved.outside.some(({ module }) => isOneOf(module, modules))) return true;
    if (resolved.definitions.length === 0) return false;
    return resolved.definitions.every((definition) => {
      const there = definition.kind === 'name' ? parsedFile(workspace, definition.path) : undefined;
      return (
        there !== undefined &&
        definition.kind === 'name' &&
        bindingComesFrom(there, definition.binding.assignments, modules, again)
      );
    });
  }
  if (node.type === 'Attribute') {
    const owner = node.value.type === 'Name' && node.value.value === 'self' ? enclosingClass(node) : undefined;
    return owner ? fieldComesFrom(file, owner, node.attr.value, modules, again) : again(node.value);
  }
  const binding = scopesOf(file).bindingOf(node);
  return binding !== undefined && bindingComesFrom(file, binding.assignments, modules, again);
}

type Again = (node: AnyNode, file?: SourceFile) => boolean;

/** `x` of `from m import x`, `m` of `import m`, and `m.x`. */
function isImportedFrom(file: SourceFile, node: AnyNode, modules: readonly string[]): boolean {
  if (node.type !== 'Name') return false;
  const declarations = scopesOf(file).bindingOf(node)?.declarations ?? [];
  return importsOf(file).some(({ specifier, names }) =>
    names.some(
      ({ local, imported }) =>
        local !== undefined &&
        declarations.includes(local) &&
        (isOneOf(specifier, modules) || isOneOf(`${specifier}.${imported}`, modules)),
    ),
  );
}

/** Every assignment but that of `None` has to give what comes from there. */
function bindingComesFrom(
  file: SourceFile,
  assignments: readonly Assignment[],
  modules: readonly string[],
  again: Again,
): boolean {
  const values = assignments.filter((one) => !isNone(one));
  return values.length > 0 && values.every((one) => assignmentComesFrom(file, one, modules, again));
}

function isNone({ kind, nameNode }: Assignment): boolean {
  if (kind === 'declaration') return false;
  const value = nameNode ? assignedValue(nameNode) : undefined;
  return value?.type === 'Name' && value.value === 'None';
}

function assignmentComesFrom(
  file: SourceFile,
  { kind, node, nameNode }: Assignment,
  modules: readonly string[],
  again: Again,
): boolean {
  if (node?.type === 'Param') return node.annotation !== null && hasTypeFrom(file, node.annotation.annotation, modules);
  if (node?.type === 'ClassDef') return node.bases.some(({ value }) => again(value, file));
  if (node?.type === 'FunctionDef') return resultComesFrom(file, node, modules, again);
  if (!nameNode) return false;
  const { parent } = nameNode;
  if (parent?.type === 'AnnAssign' && hasTypeFrom(file, parent.annotation.annotation, modules)) return true;
  // `client: Client` says it for all assignments.
  if (kind === 'declaration') return false;
  if (kind === 'import') return importsFrom(file, nameNode, modules);
  const value = assignedValue(nameNode);
  return value !== undefined && again(value, file);
}

function importsFrom(file: SourceFile, local: AnyNode, modules: readonly string[]): boolean {
  return importsOf(file).some(
    ({ specifier, names }) => isOneOf(specifier, modules) && names.some((one) => one.local === local),
  );
}

/** What `name = value`, `name: T = value`, `with value as name` and `name := value` give. */
function assignedValue(name: AnyNode): BaseExpression | undefined {
  const { parent } = name;
  switch (parent?.type) {
    case 'AssignTarget':
      return parent.parent?.type === 'Assign' ? parent.parent.value : undefined;
    case 'AnnAssign':
    case 'NamedExpr':
      return parent.target === name ? (parent.value ?? undefined) : undefined;
    case 'AsName':
      return parent.parent?.type === 'WithItem' ? parent.parent.item : undefined;
    default:
      return undefined;
  }
}

/** The result of a function: by its annotation, or because all it returns comes from there. */
function resultComesFrom(file: SourceFile, node: FunctionDef, modules: readonly string[], again: Again): boolean {
  if (node.returns && hasTypeFrom(file, node.returns.annotation, modules)) return true;
  const returned: AnyNode[] = [];
  walk(node.body, (inner) => {
    if (inner.type === 'FunctionDef' || inner.type === 'ClassDef' || inner.type === 'Lambda') return skip;
    if (inner.type === 'Return' && inner.value) returned.push(inner.value);
    return undefined;
  });
  return returned.length > 0 && returned.every((value) => again(value, file));
}

function enclosingClass(node: AnyNode): ClassDef | undefined {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'ClassDef') return at;
  return undefined;
}

/** `self.client`: a field with a type of the module, or one that only what comes from the module is assigned to. */
function fieldComesFrom(
  file: SourceFile,
  owner: ClassDef,
  name: string,
  modules: readonly string[],
  again: Again,
): boolean {
  const values: AnyNode[] = [];
  for (const node of findAll(owner, ['Assign', 'AnnAssign'])) {
    if (node.type === 'AnnAssign') {
      if (!isField(node.target, name)) continue;
      if (hasTypeFrom(file, node.annotation.annotation, modules)) return true;
      if (node.value) values.push(node.value);
    } else if (node.type === 'Assign' && node.targets.some(({ target }) => isField(target, name))) {
      values.push(node.value);
    }
  }
  const some = values.filter((value) => value.type !== 'Name' || value.value !== 'None');
  return some.length > 0 && some.every((value) => again(value));
}

function isField(target: AnyNode, name: string): boolean {
  if (target.type === 'Name') return target.value === name;
  return (
    target.type === 'Attribute' &&
    target.attr.value === name &&
    target.value.type === 'Name' &&
    target.value.value === 'self'
  );
}

/** Whether one of the names that a type is made of is the module's: `Optional[Client]`, `"Client | None"`. */
function hasTypeFrom(file: SourceFile, type: AnyNode, modules: readonly string[]): boolean {
  const text = stringValue(type);
  if (text !== undefined) {
    const inner = parse('annotation.py', text);
    if (!isParsed(inner)) return false;
    const words = new Set(findAll(inner.tree, 'Name').map(({ value }) => value));
    return importsOf(file).some(
      ({ specifier, names }) =>
        isOneOf(specifier, modules) && names.some(({ local }) => local !== undefined && words.has(local.value)),
    );
  }
  return findAll(type, 'Name').some((name) => isImportedFrom(file, name, modules));
}

/** A module, or one below it. */
export function isOneOf(specifier: string, modules: readonly string[]): boolean {
  return modules.some((module) => specifier === module || specifier.startsWith(`${module}.`));
}

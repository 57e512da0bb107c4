import type { AnyNode, Binding, Name, ReferenceKind, SourceFile } from '@ffsd/python';
import { parsedFile, referencesTo, scopesOf, usageOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/** A place that refers to a definition, in the tree that the workspace has of its file. */
export interface PlacedReference {
  readonly path: string;
  /** Undefined where the file has no tree. */
  readonly file: SourceFile | undefined;
  /** The name, the string, or what is handed on. Undefined where the file has no tree. */
  readonly node: AnyNode | undefined;
  readonly offset: number;
  readonly kind: ReferenceKind;
}

/**
 * All places of the workspace that refer to a function, a class or a variable, wherever it is defined: at the top of a module, in a
 * function, in a class.
 *
 * @param name the name that is bound, in the tree that the workspace has of the file
 * @returns undefined where nobody can tell
 */
export function referencesOf(
  workspace: Workspace,
  file: SourceFile,
  name: Name,
): readonly PlacedReference[] | undefined {
  const scopes = scopesOf(file);
  const binding = scopes.bindingOf(name);
  if (!binding || scopes.hasDynamicScope) return undefined;
  switch (binding.scope.kind) {
    case 'global':
      return placed(workspace, referencesTo(workspace, file.path, binding.name));
    case 'function':
      return ofLocal(file, binding);
    case 'class': {
      const path = pathOfClass(binding.scope.node);
      return path === undefined
        ? undefined
        : placed(workspace, referencesTo(workspace, file.path, `${path}.${binding.name}`));
    }
    default:
      return undefined;
  }
}

type Found = ReturnType<typeof referencesTo>;

function placed(workspace: Workspace, found: Found): readonly PlacedReference[] | undefined {
  return found?.map(({ path, offset, node, kind }) => ({
    path,
    offset,
    node,
    kind,
    file: parsedFile(workspace, path),
  }));
}

function ofLocal(file: SourceFile, { references, assignments }: Binding): readonly PlacedReference[] | undefined {
  const places: PlacedReference[] = [];
  for (const { node, offset, string, write, deletion, type } of references) {
    if (offset === undefined) return undefined;
    const kind = deletion ? 'delete' : write ? 'write' : type ? 'type' : usageOf(node);
    places.push({ path: file.path, file, node: string ?? node, offset, kind });
  }
  for (const { nameNode } of assignments.slice(1)) {
    if (nameNode) places.push({ path: file.path, file, node: nameNode, offset: nameNode.start, kind: 'write' });
  }
  return places;
}

/** `Outer.Inner`; undefined for a class in a function, whose members no name leads to. */
function pathOfClass(node: AnyNode | null): string | undefined {
  const names: string[] = [];
  for (let at: AnyNode | null = node; at; at = at.parent) {
    if (at.type === 'FunctionDef' || at.type === 'Lambda') return undefined;
    if (at.type === 'ClassDef') names.unshift(at.name.value);
  }
  return names.length > 0 ? names.join('.') : undefined;
}

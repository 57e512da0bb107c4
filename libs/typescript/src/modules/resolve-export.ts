import type { Node } from '@babel/types';
import type { Workspace } from '@ffsd/workspace';
import type { Binding } from '../scopes/binding.ts';
import { exportsOf } from './exports-of.ts';
import { parsedFile } from './parsed-file.ts';
import { resolveModule } from './resolve-module.ts';

/** Where an exported name is declared in the end. */
export interface ResolvedExport {
  readonly path: string;
  /**
   * A VariableDeclarator, FunctionDeclaration, ClassDeclaration, TSEnumDeclaration and so on; the expression of
   * `export default`; the Program when the name stands for a whole module.
   */
  readonly declaration: Node;
  /** Undefined for expressions and whole modules. */
  readonly binding: Binding | undefined;
}

/**
 * Follows a name through re-exports, `export *` and imports that are exported again.
 *
 * @returns undefined when it comes from outside of the workspace, when it is not there, or when two `export *` disagree
 */
export function resolveExport(workspace: Workspace, path: string, name: string): ResolvedExport | undefined {
  return follow(workspace, path, name, new Set());
}

function follow(workspace: Workspace, path: string, name: string, seen: Set<string>): ResolvedExport | undefined {
  const key = `${path}\n${name}`;
  if (seen.has(key)) return undefined;
  seen.add(key);
  const file = parsedFile(workspace, path);
  if (!file) return undefined;
  if (name === '*') return { path, declaration: file.tree.program, binding: undefined };
  const { named, stars } = exportsOf(file);
  const entry = named.get(name);
  if (entry?.kind === 'local') return { path, declaration: entry.declaration, binding: entry.binding };
  if (entry) {
    const target = resolveModule(workspace, path, entry.specifier);
    return target === undefined ? undefined : follow(workspace, target, entry.imported, seen);
  }
  // `export *` leaves out the default.
  if (name === 'default') return undefined;
  let found: ResolvedExport | undefined;
  for (const specifier of stars) {
    const target = resolveModule(workspace, path, specifier);
    const other = target === undefined ? undefined : follow(workspace, target, name, seen);
    if (other && found && other.declaration !== found.declaration) return undefined;
    found ??= other;
  }
  return found;
}

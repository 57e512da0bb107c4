import type { AnyNode, SourceFile } from '@ffsd/python';
import { isBound, resolveExpression, scopesOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/**
 * Whether a name or `module.name` certainly stands for what the module at the path defines, and for nothing else:
 *
 * ```text
 * try:
 *     from shop.flags import NEW
 * except ImportError:
 *     NEW = False
 * ```
 */
export function meansOnly(workspace: Workspace, file: SourceFile, node: AnyNode, path: string): boolean {
  const root = rootOf(node);
  const binding = root && scopesOf(file).bindingOf(root);
  if (root?.type !== 'Name' || (binding && !isBound(root, file))) return false;
  const resolved = resolveExpression(workspace, file, node);
  if (!resolved) {
    const values = binding?.assignments.filter(({ kind }) => kind !== 'declaration') ?? [];
    return node === root && file.path === path && values.length === 1;
  }
  const [definition, ...more] = resolved.definitions;
  if (resolved.outside.length + resolved.uncertain.length + more.length > 0) return false;
  return definition?.kind === 'name' && definition.path === path;
}

function rootOf(node: AnyNode): AnyNode | undefined {
  let at = node;
  while (at.type === 'Attribute' || at.type === 'Subscript') at = at.value;
  return at;
}

import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { importsOf, parentsOf, parsedFile, resolveExport, resolveModule, scopesOf } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';

/** The interface or alias that a name in a type means, here or in the file that it is imported from. */
export function declarationOfType(
  workspace: Workspace,
  file: SourceFile,
  name: Node,
): { readonly file: SourceFile; readonly node: Node } | undefined {
  if (name.type !== 'Identifier') return undefined;
  const binding = scopesOf(file).bindingOf(name);
  const [declaration] = binding?.declarations ?? [];
  if (!binding || !declaration || binding.declarations.length !== 1) return undefined;
  if (binding.kind !== 'import' && binding.kind !== 'import-type') {
    const node = parentsOf(file).parent(declaration);
    return node && { file, node };
  }
  for (const { specifier, names } of importsOf(file)) {
    const imported = names.find(({ local }) => local === declaration);
    if (!imported) continue;
    const path = resolveModule(workspace, file.path, specifier);
    const found = path === undefined ? undefined : resolveExport(workspace, path, imported.imported);
    const target = found && parsedFile(workspace, found.path);
    return found && target && { file: target, node: found.declaration };
  }
  return undefined;
}

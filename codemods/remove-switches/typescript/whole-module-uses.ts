import type { SourceFile } from '@ffsd/typescript';
import { importersOf, importsOf, isCode, memberUses, parsedFile, resolveModule } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';

/**
 * The first place where a module is handed on as a whole, so that what it exports may be used without its name: `pages[name]` of
 * `import * as pages from './pages'`, also through modules that pass it on.
 */
export function handedOnWhole(
  workspace: Workspace,
  path: string,
  name: string,
  seen: Set<string> = new Set(),
): { readonly path: string; readonly offset: number } | undefined {
  if (seen.has(`${path}\n${name}`)) return undefined;
  seen.add(`${path}\n${name}`);
  for (const importer of importersOf(workspace, path)) {
    const text = workspace.read(importer) ?? '';
    if (!isCode(importer) || !/\*|\brequire\b|\bimport\s*\(|\bexport\b/.test(text)) continue;
    const file = parsedFile(workspace, importer);
    const found = file && inImporter(workspace, file, path, name, seen);
    if (found) return found;
  }
  return undefined;
}

function inImporter(
  workspace: Workspace,
  file: SourceFile,
  path: string,
  name: string,
  seen: Set<string>,
): { readonly path: string; readonly offset: number } | undefined {
  for (const { specifier, kind, names } of importsOf(file)) {
    if (kind === 'type' || resolveModule(workspace, file.path, specifier) !== path) continue;
    for (const imported of names) {
      if (imported.typeOnly) continue;
      const isWhole = imported.imported === '*';
      if (kind === 're-export') {
        const passes = isWhole && imported.exported === undefined ? name : imported.exported;
        if (isWhole && imported.exported !== undefined) return { path: file.path, offset: imported.node.start! };
        const further = isWhole || imported.imported === name ? passes : undefined;
        const found = further === undefined ? undefined : handedOnWhole(workspace, file.path, further, seen);
        if (found) return found;
        continue;
      }
      const use = isWhole ? memberUses(file, imported, name).find((one) => one.kind === 'textual') : undefined;
      if (use) return { path: file.path, offset: use.node.start! };
    }
  }
  return undefined;
}

import type { SourceFile } from '@ffsd/python';
import { exportsOf, referencesTo } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/**
 * Whether a name of the top level of a module is used outside of its file, or offered to the outside: by `__all__`, by the
 * `__init__.py` of a package, or by a place that no analysis can tell.
 *
 * @param certain count only places that surely mean the name; else any `x.name` counts, whatever `x` is
 */
export function isSeenByOthers(workspace: Workspace, file: SourceFile, name: string, certain = false): boolean {
  if (/(?:^|\/)__init__\.pyi?$/.test(file.path)) return true;
  const { all } = exportsOf(file);
  if (all && (!all.complete || all.names.has(name))) return true;
  const references = referencesTo(workspace, file.path, name) ?? [];
  return references.some(({ path, code }) => path !== file.path && !(certain && code === 'unknown-receiver'));
}

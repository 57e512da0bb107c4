import type { Binding, SourceFile } from '@ffsd/python';
import { importsOf, isPure, parsedFile, resolveModule } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/**
 * What a module of the workspace does at its top level beside binding names: a statement that calls something, in its own words.
 *
 * @returns undefined for modules of packages, and for modules that only bind names
 */
export function actsWhenLoaded(workspace: Workspace, file: SourceFile, { declarations }: Binding): string | undefined {
  const imported = importsOf(file).find(({ names }) =>
    names.some(({ local }) => local && declarations.includes(local)),
  );
  const module = imported && resolveModule(workspace, file.path, imported.specifier);
  const path = module && module.kind !== 'unresolved' ? module.path : undefined;
  const there = path === undefined ? undefined : parsedFile(workspace, path);
  if (!there) return undefined;
  for (const line of there.tree.body) {
    if (line.type !== 'SimpleStatementLine') continue;
    const act = line.body.find((one) => one.type === 'Expr' && !isPure(one.value, there, 'members'));
    if (act) return there.text.slice(act.start, act.end).replace(/\s+/g, ' ').slice(0, 60);
  }
  return undefined;
}

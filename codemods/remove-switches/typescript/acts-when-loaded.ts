import type { Node } from '@babel/types';
import type { Binding, SourceFile } from '@ffsd/typescript';
import { importsOf, isPure, parsedFile, resolveModule } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';

/**
 * What a module of the workspace does at its top level beside declaring things: a statement that calls something, in its own words.
 *
 * Initializers are not counted, because `createContext()` and `styled('div')` stand at the top level of most modules.
 *
 * @returns undefined for modules of packages, for types, and for modules that only declare
 */
export function actsWhenLoaded(workspace: Workspace, file: SourceFile, { declarations }: Binding): string | undefined {
  const imported = importsOf(file).find(({ names }) =>
    names.some(({ local }) => local && declarations.includes(local)),
  );
  if (!imported || imported.typeOnly || imported.kind !== 'import') return undefined;
  const path = resolveModule(workspace, file.path, imported.specifier);
  return path === undefined ? undefined : actOf(workspace, path);
}

/** As {@link actsWhenLoaded}, of a module by its path. */
export function actOf(workspace: Workspace, path: string): string | undefined {
  const module = parsedFile(workspace, path);
  if (!module) return undefined;
  const act = module.tree.program.body.find(
    (statement) =>
      statement.type === 'ExpressionStatement' &&
      !isPure(statement.expression as never, module) &&
      // What a component does for each of its instances is done by none that is not shown.
      !module.component?.scripts.some((script) => script.isPerInstance && contains(script, statement)),
  );
  return act && module.text.slice(act.start!, act.end!).replace(/\s+/g, ' ').slice(0, 60);
}

function contains(outer: { readonly start: number; readonly end: number }, { start, end }: Node): boolean {
  return outer.start <= start! && end! <= outer.end;
}

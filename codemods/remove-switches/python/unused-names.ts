import type { Binding, SourceFile } from '@ffsd/python';
import { scopesOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isPassedOn } from './is-seen-by-others.ts';

/**
 * The names that the file gives a value and never uses: imports, and what functions bind for themselves. What else a module binds at its
 * top level may be meant for others.
 */
export function unusedBindings(file: SourceFile): readonly Binding[] {
  const scopes = scopesOf(file);
  if (scopes.hasDynamicScope) return [];
  return scopes
    .bindings()
    .filter(({ scope, kind }) => (scope.kind === 'global' ? kind === 'import' : scope.kind === 'function'))
    .filter(({ kind, name, declarations }) => isLocal(kind) && declarations.length > 0 && name !== '_')
    .filter(({ references }) => !references.some(({ read, write, deletion }) => (read && !write) || deletion));
}

/** Whether other files take the name from here. */
export function isTaken(workspace: Workspace, file: SourceFile, { scope, name }: Binding): boolean {
  return scope.kind === 'global' && isPassedOn(workspace, file, name);
}

function isLocal(kind: Binding['kind']): boolean {
  return kind === 'import' || kind === 'function' || kind === 'class' || kind === 'variable' || kind === 'type-alias';
}

import type { Binding, Reference, SourceFile } from '@ffsd/typescript';
import { scopesOf } from '@ffsd/typescript';
import { isImplicit } from './unused-in.ts';

/** The names that the file declares for itself alone and never uses. Parameters are part of a signature, and left out. */
export function unusedNames(file: SourceFile): readonly string[] {
  return scopesOf(file)
    .bindings()
    .filter((binding) => isLocal(binding) && !binding.exported && !binding.references.some(isUse))
    .filter((binding) => !isImplicit(file, binding))
    .map(({ name }) => name);
}

function isUse({ read, type, query, export: exported }: Reference): boolean {
  return read || type || query || exported;
}

function isLocal({ kind }: Binding): boolean {
  switch (kind) {
    case 'var':
    case 'let':
    case 'const':
    case 'using':
    case 'function':
    case 'class':
    case 'import':
    case 'import-type':
    case 'enum':
    case 'interface':
    case 'type':
      return true;
    default:
      return false;
  }
}

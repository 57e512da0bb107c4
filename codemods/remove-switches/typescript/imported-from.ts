import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf } from '@ffsd/typescript';

/** The module that a name is imported from, and the name it has there: `default`, or `*` of the whole module. */
export function importedFrom(
  file: SourceFile,
  identifier: Node,
): { readonly module: string; readonly name: string } | undefined {
  const declaration = scopesOf(file).bindingOf(identifier)?.declarations[0];
  const specifier = declaration && parentsOf(file).parent(declaration);
  const owner = specifier && parentsOf(file).parent(specifier);
  if (owner?.type !== 'ImportDeclaration') return undefined;
  const name =
    specifier?.type === 'ImportSpecifier'
      ? specifier.imported.type === 'Identifier'
        ? specifier.imported.name
        : specifier.imported.value
      : specifier?.type === 'ImportNamespaceSpecifier'
        ? '*'
        : 'default';
  return { module: owner.source.value, name };
}

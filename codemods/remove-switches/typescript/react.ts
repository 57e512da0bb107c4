import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf } from '@ffsd/typescript';

/** `memo(…)` and `forwardRef(…)` of React: the component inside gets the props that the result gets. */
export function isReactWrapper(file: SourceFile, node: Node): boolean {
  return isReactCall(file, node, ['memo', 'forwardRef']);
}

export function isHookOf(file: SourceFile, node: Node, names: readonly string[]): boolean {
  return isReactCall(file, node, names);
}

/** A call of something that React (or Preact) exports: `memo(…)`, `React.memo(…)`. */
export function isReactCall(file: SourceFile, node: Node, names: readonly string[]): boolean {
  if (node.type !== 'CallExpression') return false;
  const { callee } = node;
  if (callee.type === 'Identifier') return names.includes(importedFromReact(file, callee) ?? '');
  if (callee.type !== 'MemberExpression' || callee.computed) return false;
  const { object, property } = callee;
  return (
    property.type === 'Identifier' &&
    names.includes(property.name) &&
    /^(?:default|\*)$/.test(importedFromReact(file, object) ?? '')
  );
}

/** The name that an identifier has in React: `memo`, `default`, or `*` for the whole module. */
export function importedFromReact(file: SourceFile, identifier: Node): string | undefined {
  const declaration = scopesOf(file).bindingOf(identifier)?.declarations[0];
  const specifier = declaration && parentsOf(file).parent(declaration);
  const statement = specifier && parentsOf(file).parent(specifier);
  if (statement?.type !== 'ImportDeclaration' || !/^(?:react|preact\/compat)$/.test(statement.source.value))
    return undefined;
  switch (specifier!.type) {
    case 'ImportDefaultSpecifier':
      return 'default';
    case 'ImportNamespaceSpecifier':
      return '*';
    case 'ImportSpecifier': {
      const { imported } = specifier as Node & { type: 'ImportSpecifier' };
      return imported.type === 'Identifier' ? imported.name : imported.value;
    }
    default:
      return undefined;
  }
}

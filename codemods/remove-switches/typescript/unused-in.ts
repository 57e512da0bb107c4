import type { Node } from '@babel/types';
import type { Binding, Reference, SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf, walk } from '@ffsd/typescript';

/**
 * How a file uses a name that it declares: not at all, only to give it values that nobody reads, or truly.
 *
 * References within its own declaration, such as the call of a recursive function, are no use.
 */
export function useOf(file: SourceFile, binding: Binding): 'none' | 'written' | 'used' {
  const declaration = ownDeclaration(file, binding);
  const outside = declaration
    ? binding.references.filter(({ node }) => !isWithin(node, declaration))
    : binding.references;
  if (outside.length === 0) return 'none';
  return outside.every((reference) => isMereWrite(file, reference)) ? 'written' : 'used';
}

/** The function, class or type that the name declares, as far as references in it count for nothing by themselves. */
export function ownDeclaration(file: SourceFile, { declarations }: Binding): Node | undefined {
  const [name] = declarations;
  if (!name || declarations.length !== 1) return undefined;
  const owner = parentsOf(file).parent(name);
  switch (owner?.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      // A parameter is a child of the function, too.
      return owner.id === name ? owner : undefined;
    case 'VariableDeclarator':
      return /^(?:ArrowFunction|Function)Expression$/.test(owner.init?.type ?? '') ? owner : undefined;
    default:
      return undefined;
  }
}

export function isWithin(node: Node, outer: Node): boolean {
  return node.start! >= outer.start! && node.end! <= outer.end!;
}

/**
 * Whether the name may be used where no reference shows it: `React` is used by every JSX element where the classic runtime
 * compiles it, and a script shares its top level with others.
 */
export function isImplicit(file: SourceFile, binding: Binding): boolean {
  if (scopesOf(file).hasDynamicScope) return true;
  if (binding.scope === scopesOf(file).scope && !scopesOf(file).isModule && !isCommonJs(file)) return true;
  if (!/^(?:React|h|jsx|Fragment)$/.test(binding.name)) return false;
  let jsx = false;
  walk(file.tree.program, ({ type }) => {
    jsx ||= type === 'JSXElement' || type === 'JSXFragment';
  });
  return jsx;
}

/** `require('./form')` and `exports.open = …`: what such a file declares is its own. */
function isCommonJs(file: SourceFile): boolean {
  if (/\.c[jt]s$/.test(file.path)) return true;
  return scopesOf(file)
    .unresolved()
    .some(({ name }) => name === 'require' || name === 'exports' || name === 'module');
}

/** `sum = 1`, `sum += 1` and `sum++` as statements: nobody sees the value. */
function isMereWrite(file: SourceFile, { node, write }: Reference): boolean {
  if (!write) return false;
  const parents = parentsOf(file);
  const parent = parents.parent(node);
  const assigns = parent?.type === 'AssignmentExpression' && parent.left === node;
  if (!parent || !(assigns || parent.type === 'UpdateExpression')) return false;
  const owner = parents.parent(parent);
  return owner?.type === 'ExpressionStatement' || (owner?.type === 'ForStatement' && owner.test !== parent);
}

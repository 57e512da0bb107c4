import type { Node } from '@babel/types';
import type { ReadShape } from '@ffsd/flags';
import { isReassigned, matchExpression, scopesOf, withoutTypes } from '@ffsd/typescript';
import type { Finder } from './find-reads.ts';

/** Whether an expression is an instance of the pattern, by itself or as a local that was initialised with one. */
export function denotes(finder: Finder, pattern: Node, expression: Node, shape: ReadShape): boolean {
  const node = withoutTypes(expression);
  if (matchWithImports(finder, pattern, node, shape)) return true;
  if (node.type !== 'Identifier') return false;
  const binding = scopesOf(finder.file).bindingOf(node);
  if (binding?.declarations.length !== 1 || isReassigned(binding)) return false;
  const declarator = finder.parents.parent(binding.declarations[0]!);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== binding.declarations[0] || !declarator.init)
    return false;
  return matchWithImports(finder, pattern, withoutTypes(declarator.init), shape) !== undefined;
}

/** A hook that was imported under another name is matched by the name it was exported with. */
export function matchWithImports({ context }: Finder, pattern: Node, node: Node, shape: ReadShape) {
  const captures = matchExpression(pattern, node);
  if (captures || !shape.import) return captures;
  if (pattern.type !== 'CallExpression' || pattern.callee.type !== 'Identifier') return undefined;
  if ((node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') || node.callee.type !== 'Identifier')
    return undefined;
  if (context.importedName(node.callee, modulesOf(shape)) !== pattern.callee.name) return undefined;
  return matchExpression({ ...pattern, callee: node.callee }, node);
}

export function modulesOf(shape: ReadShape): readonly string[] {
  return shape.import === undefined ? [] : typeof shape.import === 'string' ? [shape.import] : shape.import;
}

const environments = new Set(['process', 'Deno', 'Bun']);

/** `process.env` is the environment only where process is not a name of the file's own. */
export function meansGlobal({ file }: Finder, pattern: Node, node: Node): boolean {
  const root = rootOf(pattern);
  if (root?.type !== 'Identifier' || !environments.has(root.name)) return true;
  const own = rootOf(node);
  const binding = own && scopesOf(file).bindingOf(own);
  return !binding || binding.kind === 'import';
}

function rootOf(node: Node): Node | undefined {
  let current = node;
  for (;;) {
    if (current.type === 'CallExpression' || current.type === 'OptionalCallExpression') current = current.callee;
    else if (current.type === 'MemberExpression' || current.type === 'OptionalMemberExpression')
      current = current.object;
    else return current;
  }
}

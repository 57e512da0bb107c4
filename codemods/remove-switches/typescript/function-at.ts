import type {
  ArrowFunctionExpression,
  ClassMethod,
  ClassPrivateMethod,
  FunctionDeclaration,
  FunctionExpression,
  Node,
} from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf, walk, withoutTypes } from '@ffsd/typescript';
import { bindingAt } from './fold-binding.ts';
import { isHookOf, isReactWrapper } from './react.ts';

export type FunctionNode =
  | FunctionDeclaration
  | FunctionExpression
  | ArrowFunctionExpression
  | ClassMethod
  | ClassPrivateMethod;

/**
 * The function that a name stands for: the name of its declaration, or of the `const` that holds it, also inside of `memo(…)`,
 * `forwardRef(…)` and `useCallback(…)`; or the function that begins at the offset.
 *
 * @param anchor offset of the name, or of the function where it has none
 */
export function functionAt(file: SourceFile, anchor: number): FunctionNode | undefined {
  const declaration = bindingAt(file, anchor)?.declarations.find(({ start }) => start === anchor);
  const owner = declaration && parentsOf(file).parent(declaration);
  if (owner?.type === 'FunctionDeclaration' && owner.id === declaration) return owner;
  if (owner?.type === 'VariableDeclarator' && owner.id === declaration && owner.init)
    return functionIn(file, owner.init);
  if (declaration && owner?.type !== 'FunctionExpression') return undefined;
  let found: FunctionNode | undefined;
  walk(file.tree.program, (node) => {
    if (isFunctionNode(node) && startOf(node) === anchor) found ??= node;
  });
  return found;
}

/** The function that an expression gives, wrappers that call it as they are called left out. */
export function functionIn(file: SourceFile, expression: Node): FunctionNode | undefined {
  const node = withoutTypes(expression);
  if (isFunctionNode(node)) return node;
  const isWrapper = isReactWrapper(file, node) || isHookOf(file, node, ['useCallback']);
  if (isWrapper && node.type === 'CallExpression' && node.arguments[0]) return functionIn(file, node.arguments[0]);
  // `export default memo(Page)` is about the function Page.
  if (node.type !== 'Identifier') return undefined;
  const binding = scopesOf(file).bindingOf(node);
  const declaration = binding?.declarations[0];
  const owner = declaration && parentsOf(file).parent(declaration);
  if (owner?.type === 'FunctionDeclaration' && owner.id === declaration) return owner;
  return owner?.type === 'VariableDeclarator' && owner.id === declaration && owner.init && owner.init !== expression
    ? functionIn(file, owner.init)
    : undefined;
}

/** Where the function is found again in another text of the file: its name, or where it begins. */
export function anchorOf(file: SourceFile, fn: FunctionNode): number {
  const parents = parentsOf(file);
  if (fn.type === 'FunctionDeclaration' && fn.id) return fn.id.start!;
  if (isMethod(fn)) return fn.key.start!;
  for (const outer of parents.ancestors(fn)) {
    if (outer.type === 'VariableDeclarator') return outer.id.type === 'Identifier' ? outer.id.start! : fn.start!;
    if (/Statement$|Declaration$|Function|Method|^Program$/.test(outer.type)) break;
  }
  return fn.start!;
}

function startOf(fn: FunctionNode): number {
  return isMethod(fn) ? fn.key.start! : fn.start!;
}

export function isMethod(fn: FunctionNode): fn is ClassMethod | ClassPrivateMethod {
  return fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod';
}

export function isFunctionNode(node: Node): node is FunctionNode {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ClassMethod|ClassPrivateMethod)$/.test(
    node.type,
  );
}

/** The parameters as a caller counts them: without TypeScript's `this`. */
export function parametersOf({ params }: FunctionNode): readonly Node[] {
  const [first] = params;
  return first?.type === 'Identifier' && first.name === 'this' ? params.slice(1) : params;
}

/** As a reader names it: its own name, or that of its file. */
export function nameOfFunction(file: SourceFile, fn: FunctionNode): string {
  if (isMethod(fn)) return file.text.slice(fn.key.start!, fn.key.end!);
  const declared = bindingAt(file, anchorOf(file, fn));
  if (declared) return declared.name;
  const parts = file.path.replace(/\.\w+$/, '').split('/');
  return (parts.at(-1) === 'index' ? parts.at(-2) : undefined) ?? parts.at(-1)!;
}

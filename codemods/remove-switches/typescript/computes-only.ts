import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isPure, isReassigned, withoutTypes } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import type { FunctionPlace } from './callee-of.ts';
import { calleeOf } from './callee-of.ts';
import { bindingAt } from './fold-binding.ts';
import { isMethod } from './function-at.ts';
import { onlyComputes } from './result-of.ts';

/**
 * Whether an expression calls a function of the workspace that does nothing but compute what it gives: `memoize(sort)`, `useTotal()`.
 * When nobody uses the result, the call may go.
 *
 * @param droppable names of calls that only exist to reach the flags
 * @param visited gets each function that was looked into
 */
export function computesOnly(
  workspace: Workspace,
  file: SourceFile,
  expression: Node,
  droppable: ReadonlySet<string>,
  visited: (target: FunctionPlace) => void = () => undefined,
  depth = 0,
): boolean {
  const node = withoutTypes(expression);
  if (node.type === 'AwaitExpression') return computesOnly(workspace, file, node.argument, droppable, visited, depth);
  if (node.type !== 'CallExpression' || depth > 4) return false;
  const drops = (one: Node) =>
    isPure(one as never, file) || computesOnly(workspace, file, one, droppable, visited, depth + 1);
  if (!node.arguments.every(drops)) return false;
  const target = calleeOf(workspace, file, node.callee);
  // A method may be overridden, and a name that is assigned again may mean another function.
  if (!target || isMethod(target.fn)) return false;
  const binding = bindingAt(target.file, target.anchor);
  if (binding && isReassigned(binding)) return false;
  visited(target);
  return onlyComputes(target.file, target.fn, droppable, (inner) =>
    computesOnly(workspace, target.file, inner, droppable, visited, depth + 1),
  );
}

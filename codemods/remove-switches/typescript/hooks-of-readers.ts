import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isPure, skip, walk, withoutTypes } from '@ffsd/typescript';
import type { FunctionPlace } from './callee-of.ts';
import { calleeOf } from './callee-of.ts';
import { nameOfFunction } from './function-at.ts';
import type { Session } from './session.ts';

/**
 * Whether an expression calls a hook that the readers of flags call themselves: `useConfig()` beside `useFlag('x')`, which calls it.
 *
 * The call of the reader went with the flag, and so did what it calls; one more of these makes no difference that the other did not.
 */
export function isHookOfReaders(
  session: Session,
  file: SourceFile,
  expression: Node,
  droppable: ReadonlySet<string>,
): boolean {
  const node = withoutTypes(expression);
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || !/^use[A-Z]/.test(node.callee.name))
    return false;
  if (!node.arguments.every((one) => isPure(one as never, file))) return false;
  const target = calleeOf(session, file, node.callee);
  const original = session.original(file.path);
  if (!target || !original) return false;
  const hooks = new Set<string>();
  for (const callee of calleesIn(original.tree.program))
    if (callee.type === 'Identifier' && droppable.has(callee.name)) collect(session, original, callee, hooks);
  return hooks.has(nameOf(target));
}

function collect(session: Session, file: SourceFile, callee: Node, hooks: Set<string>): void {
  const reader = calleeOf(session.base, file, callee);
  if (!reader || !/^use[A-Z]/.test(nameOfFunction(reader.file, reader.fn)) || hooks.has(nameOf(reader))) return;
  hooks.add(nameOf(reader));
  for (const inner of calleesIn(reader.fn.body)) collect(session, reader.file, inner, hooks);
}

function nameOf({ file, fn }: FunctionPlace): string {
  return `${file.path} ${nameOfFunction(file, fn)}`;
}

/** What is called when the code runs; the hooks of a callback would run at another time. */
function calleesIn(body: Node): readonly Node[] {
  const callees: Node[] = [];
  const isFile = body.type === 'Program';
  walk(body, (node) => {
    if (!isFile && node !== body && /Function|^Class/.test(node.type)) return skip;
    if (node.type === 'CallExpression') callees.push(node.callee);
    return undefined;
  });
  return callees;
}

import type { AnyNode, Captures, SourceFile } from '@ffsd/python';
import { matchExpression } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { CompiledShape } from './compiled-shape.ts';
import { withAliases } from './compiled-shape.ts';
import { valueOfName } from './constant-of.ts';

/** A pattern that begins with the call that makes the flag: `WaffleFlag($FLAG, $$$).is_enabled()`. */
export function makesFlag({ pattern }: CompiledShape): boolean {
  return makerOf(pattern.expression) !== undefined;
}

/** What a read of a flag that a name holds matches, and where the flag is made. */
export interface HeldFlag {
  readonly compiled: CompiledShape;
  readonly captures: Captures;
  readonly made: AnyNode;
  readonly file: SourceFile;
}

/**
 * The flag that is asked by the name which holds it: `NEW.is_enabled()` behind `NEW = WaffleFlag('shop.new', __name__)`, here or in the
 * module it comes from.
 */
export function heldFlag(
  workspace: Workspace,
  file: SourceFile,
  node: AnyNode,
  shapes: readonly CompiledShape[],
): HeldFlag | undefined {
  if (node.type !== 'Call' || node.func.type !== 'Attribute') return undefined;
  const { value, attr } = node.func;
  if (value.type !== 'Name' && value.type !== 'Attribute') return undefined;
  const possible = shapes.filter(
    ({ pattern }) => methodOf(pattern.expression) === attr.value && asksAlike(pattern.expression, node),
  );
  const held = possible.length > 0 ? valueOfName(workspace, file, value) : undefined;
  if (held?.value.type !== 'Call') return undefined;
  for (const compiled of withAliases(held.file, possible)) {
    const captures = matchExpression(makerOf(compiled.pattern.expression)!, held.value);
    if (captures) return { compiled, captures: new Map(captures), made: held.value, file: held.file };
  }
  return undefined;
}

function makerOf(node: AnyNode): AnyNode | undefined {
  const receiver = node.type === 'Call' && node.func.type === 'Attribute' ? node.func.value : undefined;
  return receiver?.type === 'Call' ? receiver : undefined;
}

function methodOf(node: AnyNode): string | undefined {
  return makerOf(node) && node.type === 'Call' && node.func.type === 'Attribute' ? node.func.attr.value : undefined;
}

/** With as many arguments as in the pattern, none of them by keyword or spread. */
function asksAlike(pattern: AnyNode, call: AnyNode & { readonly type: 'Call' }): boolean {
  if (pattern.type !== 'Call' || pattern.args.length !== call.args.length) return false;
  return call.args.every(({ star, keyword }) => star === '' && !keyword);
}

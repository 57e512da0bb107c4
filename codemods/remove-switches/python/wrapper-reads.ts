import type { AnyNode, SourceFile } from '@ffsd/python';
import { docstringOf, findAll, isPure, parsedFile, scopesOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { argumentFor, givenParameters } from './argument-for.ts';
import { calleeOf } from './callee.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { constantOf } from './constant-of.ts';
import type { FoundRead } from './find-reads.ts';
import { findReads } from './find-reads.ts';
import { meansOnly } from './means-only.ts';

/**
 * The calls of functions of the workspace that only hand their key on to a reader:
 *
 * ```text
 * def is_on(key, request=None):
 *     return flag_is_active(request, key)
 * ```
 */
export function wrapperReads(
  workspace: Workspace,
  file: SourceFile,
  shapes: readonly CompiledShape[],
  key: string,
): readonly FoundRead[] {
  const found: FoundRead[] = [];
  for (const call of findAll(file.tree, 'Call')) {
    const argument = call.args.find(({ value, star }) => star === '' && isKey(workspace, file, value, key));
    const callee = argument && calleeOf(workspace, file, call);
    if (callee?.kind !== 'function' || callee.node.decorators.length > 0 || callee.node.asynchronous) continue;
    if (!meansOnly(workspace, file, call.func, callee.path)) continue;
    const there = parsedFile(workspace, callee.path);
    const result = there && onlyResult(callee.node.body as AnyNode & { readonly type: 'IndentedBlock' });
    if (!there || !result) continue;
    const inner = findReads(workspace, there, shapes, key).find(
      ({ use }) => use.kind === 'expression' && use.node === result,
    );
    if (
      !inner?.keyNode ||
      inner.facts.key !== 'dynamic' ||
      inner.facts.receiver === 'unknown' ||
      inner.effects.length > 0
    )
      continue;
    const own = scopesOf(there).bindingOf(inner.keyNode);
    const param = givenParameters(callee.node, false).find(({ name }) => scopesOf(there).bindingOf(name) === own);
    const given = param && own ? argumentFor(call, callee.node, param, false) : undefined;
    if (given?.kind !== 'given' || given.argument !== argument || own!.declarations.length > 1) continue;
    const others = call.args.filter((one) => one !== argument).map(({ value }) => value);
    found.push({
      node: call,
      shape: inner.shape,
      facts: { ...inner.facts, key: 'this', written: false },
      use: { kind: 'expression', node: call },
      keyNode: argument.value,
      effects: others.filter((value) => !isPure(value, file, 'members')),
    });
  }
  return found;
}

function isKey(workspace: Workspace, file: SourceFile, value: AnyNode, key: string): boolean {
  if (value.type !== 'SimpleString' && value.type !== 'Name' && value.type !== 'Attribute') return false;
  return constantOf(workspace, file, value, 'key')?.value === key;
}

/** What a function returns that does nothing else. */
function onlyResult(body: AnyNode & { readonly type: 'IndentedBlock' }): AnyNode | undefined {
  const lines = (body.body as readonly AnyNode[]).filter((one) => one !== docstringOf(body as never));
  const [line] = lines;
  const small = lines.length === 1 && line?.type === 'SimpleStatementLine' ? line.body : [];
  return small.length === 1 && small[0]?.type === 'Return' ? (small[0].value ?? undefined) : undefined;
}

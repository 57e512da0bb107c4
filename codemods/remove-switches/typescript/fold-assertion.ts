import type { Node } from '@babel/types';
import { isTruthy } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { importedFrom } from './imported-from.ts';
import { removeStatement } from './remove-statement.ts';
import type { FoldResult, KnownExpression, Site } from './site.ts';

/**
 * `assert(on, 'why')` and `invariant(on)` do nothing where the flag is on, so they go. Where it is off they always throw, which is for
 * the reader to judge.
 *
 * @returns undefined when the call is no assertion that is known, or would not hold
 */
export function foldAssertion(
  site: Site,
  { node, value, effects }: KnownExpression,
  call: Node,
): FoldResult | undefined {
  if (call.type !== 'CallExpression' || call.arguments[0] !== node || !isTruthy(value)) return undefined;
  const statement = site.parents.parent(call);
  if (statement?.type !== 'ExpressionStatement' || !isAssertion(site.file, call.callee, site)) return undefined;
  if (!call.arguments.slice(1).every((argument) => site.isPure(argument))) return undefined;
  return removeStatement(site, statement, effects);
}

const assertModules = /^(?:node:)?assert(?:\/strict)?$/;

function isAssertion(file: SourceFile, callee: Node, site: Site): boolean {
  if (callee.type === 'Identifier') {
    const from = importedFrom(file, callee);
    if (!from) return false;
    if (assertModules.test(from.module)) return /^(?:default|\*|ok|strict)$/.test(from.name);
    return /^(?:tiny-)?invariant$/.test(from.module) ? from.name === 'default' : isInvariant(from);
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
  const { object, property } = callee;
  if (object.type !== 'Identifier') return false;
  if (object.name === 'console' && site.isGlobal(object)) return property.name === 'assert';
  const from = importedFrom(file, object);
  return from !== undefined && assertModules.test(from.module) && property.name === 'ok';
}

function isInvariant({ module, name }: { readonly module: string; readonly name: string }): boolean {
  return module === 'ts-invariant' && name === 'invariant';
}

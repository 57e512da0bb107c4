import type { Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { importsOf, scopesOf } from '@ffsd/typescript';
import { constantHere } from '../typescript/constant-here.ts';
import type { Session } from '../typescript/session.ts';

/** A signal that always gives the constant when it is asked: `computed(() => true)`, and `signal(true)` unless it is set. */
export interface ConstantSignal {
  readonly value: Constant;
  readonly literal: Node;
  readonly isWritable: boolean;
}

/** What a field is initialised with, when that is a signal of a constant. */
export function signalOf(
  session: Session,
  file: SourceFile,
  node: Node | null | undefined,
): ConstantSignal | undefined {
  const name = node && signalCall(file, node);
  if (name === undefined || node?.type !== 'CallExpression' || node.arguments.length !== 1) return undefined;
  const [given] = node.arguments;
  const literal =
    name === 'signal'
      ? given
      : given?.type === 'ArrowFunctionExpression' && given.params.length === 0 && given.body.type !== 'BlockStatement'
        ? given.body
        : undefined;
  const known = literal && constantHere(session, file, literal);
  return known && literal ? { value: known.value, literal, isWritable: name === 'signal' } : undefined;
}

/** `computed` or `signal` where the call is one of Angular. */
export function signalCall(file: SourceFile, node: Node): 'computed' | 'signal' | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const declaration = scopesOf(file).bindingOf(node.callee)?.declarations[0];
  const imported = importsOf(file)
    .filter(({ specifier }) => specifier === '@angular/core')
    .flatMap(({ names }) => names)
    .find(({ local }) => local === declaration)?.imported;
  return imported === 'computed' || imported === 'signal' ? imported : undefined;
}

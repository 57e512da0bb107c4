import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { scopesOf, withoutTypes } from '@ffsd/typescript';
import type { Session } from './session.ts';
import type { Known } from './site.ts';

/**
 * The value of an expression that is written out, when it may go on from here: a truth value, or a text, number or `null` that a
 * draft wrote.
 *
 * What a fold uncovered was the programmer's own constant and stays: `return on ? 'new' : 'old'` says in one place what the new text
 * is, and its callers shall not repeat it.
 */
export function constantHere(session: Session, file: SourceFile, expression: Node): Known | undefined {
  const node = withoutTypes(expression);
  const known = literalOf(file, node);
  if (!known || typeof known.value === 'boolean') return known;
  return isProgrammersOwn(session, file, node) ? undefined : known;
}

/** The value of an expression that is written out. */
export function literalOf(file: SourceFile, expression: Node): Known | undefined {
  const node = withoutTypes(expression);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { value: node.value };
    case 'NullLiteral':
      return { value: null };
    case 'Identifier':
      return node.name === 'undefined' && !scopesOf(file).bindingOf(node) ? { value: undefined } : undefined;
    case 'UnaryExpression':
      return literalOfUnary(file, node);
    default:
      return undefined;
  }
}

function literalOfUnary(
  file: SourceFile,
  { operator, argument }: Node & { type: 'UnaryExpression' },
): Known | undefined {
  const inner = literalOf(file, argument);
  if (!inner) return undefined;
  if (operator === '!') return { value: !inner.value };
  if (operator === 'void') return { value: undefined };
  return operator === '-' && typeof inner.value === 'number' ? { value: -inner.value } : undefined;
}

/** Whether the text stood there before the first change as it stands there now. */
function isProgrammersOwn(session: Session, { path, text }: SourceFile, { start, end }: Node): boolean {
  const from = session.originOf(path, start!, 'after');
  const to = session.originOf(path, end!, 'before');
  return session.base.read(path)?.slice(from, to) === text.slice(start!, end!);
}

import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parsedFile, walk, withoutTypes } from '@ffsd/typescript';
import type { Follower } from '../follow-all.ts';
import { calleeOf } from './callee-of.ts';
import { constantHere } from './constant-here.ts';
import { followInput } from './follow-inputs.ts';
import type { Input } from './given-at.ts';
import { keyOf } from './given-at.ts';
import type { Session } from './session.ts';

/**
 * `open(true)`, and `open({ compact: true })`: a parameter, or a property of one, that gets the same constant wherever the function is
 * called.
 */
export const followParameters: Follower<Session> = (session, path, flags) => {
  const file = parsedFile(session, path);
  if (!file) return false;
  for (const { callee, input } of writtenArguments(session, file)) {
    const place = calleeOf(session, file, callee);
    // The tree is another one after a fold; the next round goes on from there.
    if (place && followInput(session, place, input, flags)) return true;
  }
  return false;
};

interface Written {
  readonly callee: Node;
  readonly input: Input;
}

/** The arguments in which a draft wrote a constant. */
function* writtenArguments(session: Session, file: SourceFile): Generator<Written> {
  const calls: (Node & { type: 'CallExpression' | 'OptionalCallExpression' })[] = [];
  walk(file.tree.program, (node) => {
    if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') calls.push(node);
  });
  for (const { callee, arguments: args } of calls) {
    for (const [index, argument] of args.entries()) {
      if (isWritten(session, file, argument, argument)) yield { callee, input: { index } };
      const object = withoutTypes(argument);
      if (object.type !== 'ObjectExpression') continue;
      for (const property of object.properties) {
        if (property.type !== 'ObjectProperty' || property.computed) continue;
        const name = keyOf(property.key);
        if (name !== undefined && isWritten(session, file, property.value, property))
          yield { callee, input: { index, property: name } };
      }
    }
  }
}

function isWritten(session: Session, file: SourceFile, value: Node, { start, end }: Node): boolean {
  return constantHere(session, file, value) !== undefined && session.touching(file.path, start!, end!).length > 0;
}

import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { declarationOf } from './constant-of.ts';

/**
 * What a reader checked beside the flag: `isActive(data, 'x'): data is Data` is false while there is no data, and code behind it
 * counts on that.
 *
 * @returns the doubt in words, or undefined when the reader is no type guard as far as can be seen
 */
export function typeGuardOf(workspace: Workspace, file: SourceFile, read: Node): string | undefined {
  const call = read.type === 'AwaitExpression' ? read.argument : read;
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier') return undefined;
  const declared = declarationOf(workspace, file, call.callee);
  const type = declared && returnTypeOf(declared.node);
  if (!declared || type?.type !== 'TSTypePredicate') return undefined;
  const predicate = declared.file.text.slice(type.start!, type.end!);
  return `no code counts on the check that ${call.callee.name} made, too: "${predicate}"`;
}

function returnTypeOf(node: Node): Node | undefined {
  const made = node.type === 'VariableDeclarator' ? node.init : node;
  if (!made || !('returnType' in made)) return undefined;
  const annotation = made.returnType;
  return annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
}

import type { Node } from '@babel/types';
import type { SourceFile } from './parse.ts';

/** The span of an expression with all the parentheses around it; its own span when there are none. */
export function outerSpan(file: SourceFile, node: Node): { readonly start: number; readonly end: number } {
  const parenStart = node.extra?.parenStart;
  if (!node.extra?.parenthesized || typeof parenStart !== 'number') return { start: node.start!, end: node.end! };
  let depth = count(file, parenStart, node.start!, '(');
  let at = node.end!;
  while (depth > 0 && at < file.text.length) {
    const comment = commentAt(file, at);
    if (comment) {
      at = comment;
      continue;
    }
    if (file.text[at] === ')') depth--;
    at++;
  }
  return { start: parenStart, end: at };
}

function count(file: SourceFile, start: number, end: number, character: string): number {
  let found = 0;
  for (let at = start; at < end; at++) {
    const comment = commentAt(file, at);
    if (comment) at = comment - 1;
    else if (file.text[at] === character) found++;
  }
  return found;
}

function commentAt(file: SourceFile, offset: number): number | undefined {
  if (file.text[offset] !== '/') return undefined;
  return file.tree.comments?.find((comment) => comment.start === offset)?.end ?? undefined;
}

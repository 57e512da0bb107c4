import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { reindent as moveLines } from '@ffsd/edits';
import type { SourceFile } from './parse.ts';
import { walk } from './walk.ts';

/**
 * Moves the lines that begin behind `start` and up to `end` from one indentation to another.
 *
 * Lines whose beginning is content keep it: those inside template literals, and strings that go over several lines.
 */
export function reindent(file: SourceFile, start: number, end: number, from: string, to: string): Edit[] {
  return moveLines(file.text, { start, end }, { from, to }, (offset) => isContent(file, offset));
}

const contents = new WeakMap<SourceFile, readonly Node[]>();

/** Whether the offset lies inside a literal that goes over several lines. */
function isContent(file: SourceFile, offset: number): boolean {
  let nodes = contents.get(file);
  if (!nodes) {
    const found: Node[] = [];
    walk(file.tree.program, (node) => {
      const literal = node.type === 'TemplateElement' || node.type === 'StringLiteral';
      if (literal && /[\r\n]/.test(file.text.slice(node.start!, node.end!))) found.push(node);
    });
    nodes = found;
    contents.set(file, nodes);
  }
  return nodes.some((node) => node.start! < offset && offset <= node.end!);
}

import type { Edit } from '@ffsd/edits';
import { reindent as moveLines } from '@ffsd/edits';
import { type AnyNode, findAll } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';

/**
 * Moves the lines that begin behind `start` and up to `end` from one indentation to another.
 *
 * Lines that begin inside a string keep what they have, because their beginning is content:
 *
 * ```text
 * if on:                      print("""
 *     print("""          =>     text
 *       text                  """)
 *     """)
 * ```
 */
export function reindent(file: SourceFile, start: number, end: number, from: string, to: string): Edit[] {
  return moveLines(file.text, { start, end }, { from, to }, (offset) => isContent(file, offset));
}

const contents = new WeakMap<SourceFile, readonly AnyNode[]>();

/** Whether the offset lies inside a string that goes over several lines. */
function isContent(file: SourceFile, offset: number): boolean {
  let nodes = contents.get(file);
  if (!nodes) {
    const strings = [...findAll(file.tree, 'SimpleString'), ...findAll(file.tree, 'FormattedString')];
    nodes = [...strings, ...findAll(file.tree, 'TemplatedString')].filter(({ start, end }) =>
      /[\r\n]/.test(file.text.slice(start, end)),
    );
    contents.set(file, nodes);
  }
  return nodes.some(({ start, end }) => start < offset && offset < end);
}

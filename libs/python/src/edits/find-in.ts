import { type AnyNode, walk } from 'libcst-wasm';
import { isParsed, parse, type SourceFile } from '../parse.ts';

/** Parses a text of a test. */
export function parsed(text: string): SourceFile {
  const file = parse('a.py', text);
  if (!isParsed(file)) throw new Error(`line ${file.line}: ${file.message} in\n${text}`);
  return file;
}

/** The outermost node of a kind whose own text begins with a word; for tests. */
export function findIn<T extends AnyNode>(file: SourceFile, word: string, is: (node: AnyNode) => node is T): T {
  let found: T | undefined;
  walk(file.tree, (node) => {
    if (found === undefined && is(node) && file.text.startsWith(word, node.start)) found = node;
  });
  if (found === undefined) throw new Error(`there is no ${word} in\n${file.text}`);
  return found;
}

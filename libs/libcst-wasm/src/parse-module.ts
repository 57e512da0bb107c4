import type { Module } from './generated/nodes.ts';
import './generated/nodes.ts';
import { nodeAt } from './node.ts';
import { Tree } from './tree.ts';
import { parseText } from './wasm/parse-text.ts';

/** Parses a whole file. */
export function parseModule(source: string): Module {
  const { words, defaultIndent, defaultNewline } = parseText(source, 'module');
  const encoding = source.startsWith('\ufeff') ? 'utf-8-sig' : 'utf-8';
  return nodeAt(new Tree(source, words, defaultIndent, defaultNewline, encoding), 0) as Module;
}

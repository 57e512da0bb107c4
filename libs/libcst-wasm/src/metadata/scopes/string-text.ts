import { kindOf } from '../../kinds.ts';
import type { Tree } from '../../tree.ts';
import { childIn, endOf, fieldOf, startOf, textOf } from './rows.ts';

export interface StringText {
  readonly text: string;
  /** Where the text begins in the source; null if the source spells it otherwise. */
  readonly offset: number | null;
}

/** The text that a string literal stands for; null for bytes, f-strings and escapes that are not read here. */
export function stringText(tree: Tree, row: number): StringText | null {
  const parts = partsOf(tree, row).map((part) => literal(tree, part));
  let joined = '';
  for (const part of parts) {
    if (part === null) return null;
    joined += part.text;
  }
  return parts.length === 1 ? parts[0]! : { text: joined, offset: null };
}

const SIMPLE = kindOf('SimpleString');
const CONCATENATED = kindOf('ConcatenatedString');
const LEFT = fieldOf('ConcatenatedString', 'left');
const RIGHT = fieldOf('ConcatenatedString', 'right');

function partsOf(tree: Tree, row: number): number[] {
  const parts: number[] = [];
  let at = row;
  for (; tree.kind(at) === CONCATENATED; at = childIn(tree, at, RIGHT)) parts.push(childIn(tree, at, LEFT));
  return [...parts, at];
}

function literal(tree: Tree, row: number): StringText | null {
  if (tree.kind(row) !== SIMPLE) return null;
  const found = /^([a-zA-Z]*)("""|'''|"|')/.exec(textOf(tree, row));
  if (found === null || /[bBfFtT]/.test(found[1]!)) return null;
  const offset = startOf(tree, row) + found[0].length;
  const text = tree.source.slice(offset, endOf(tree, row) - found[2]!.length);
  if (/[rR]/.test(found[1]!) || !text.includes('\\')) return { text, offset };
  const plain = text.replace(/\\(?:\r\n|\n|(['"\\]))/g, (_, quoted: string | undefined) => quoted ?? '');
  // Other escapes have no place in an annotation.
  return /\\(?!\r?\n|['"\\])/.test(text.replaceAll('\\\\', '')) ? null : { text: plain, offset: null };
}

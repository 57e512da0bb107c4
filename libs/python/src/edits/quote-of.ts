import { findAll } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';

/** The quote that most of the short strings of a file have; `'` where there are none. */
export function quoteOf(file: SourceFile): "'" | '"' {
  let double = 0;
  for (const { value } of findAll(file.tree, 'SimpleString')) {
    const quotes = /^[a-z]*('''|"""|'|")/i.exec(value)?.[1];
    // A string that holds the one quote is written with the other by need, not by habit.
    if (quotes === "'" && !value.includes('"')) double--;
    if (quotes === '"' && !value.includes("'")) double++;
  }
  return double > 0 ? '"' : "'";
}

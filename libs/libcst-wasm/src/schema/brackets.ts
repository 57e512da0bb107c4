import { listOf, one } from './schema.ts';

/** The brackets of a list, of a set, and of what is written in parentheses of its own. */
export const BRACKETS = {
  lbracket: one('LeftSquareBracket', 'default'),
  rbracket: one('RightSquareBracket', 'default'),
} as const;
export const BRACES = { lbrace: one('LeftCurlyBrace', 'default'), rbrace: one('RightCurlyBrace', 'default') } as const;
export const IN_PARENTHESES = {
  lpar: listOf('LeftParen', { type: 'LeftParen' }),
  rpar: listOf('RightParen', { type: 'RightParen' }),
} as const;

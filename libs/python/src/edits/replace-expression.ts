import type { Edit } from '@ffsd/edits';
import { type AnyNode, type BaseExpression, parseExpression } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { isInBrackets, spansLines } from './brackets.ts';
import { keepOperand } from './keep-operand.ts';
import { needsParentheses } from './needs-parentheses.ts';
import { isOfKind, keyOf, type Place, placeOf } from './place-of-expression.ts';

/**
 * Replaces an expression and the parentheses around it by another, with parentheses where Python needs some, and with a
 * space where two words would grow together: `not(x)` becomes `not y`.
 *
 * @param text an expression, with or without parentheses of its own
 * @returns undefined where such an expression cannot stand: a call as the target of an assignment, a name as a pattern
 *   (which would bind it), what needs another quote or a line break in an f-string
 */
export function replaceExpression(file: SourceFile, node: BaseExpression, text: string): Edit[] | undefined {
  const around = surroundings(file, node, operand(text), text);
  if (around === undefined) return undefined;
  return [{ start: node.fullStart, end: node.fullEnd, text: around.before + text + around.behind }];
}

/**
 * Keeps one expression of a larger one: of `a if on else b` the `a`. Its characters are not touched, so that comments
 * and line breaks inside it stay.
 *
 * @param kept an expression inside `node`; its own parentheses stay
 * @returns undefined where it cannot stand, see {@link replaceExpression}
 */
export function keepExpression(file: SourceFile, node: BaseExpression, kept: BaseExpression): Edit[] | undefined {
  const around = surroundings(file, node, { node: kept, parenthesized: kept.lpar.length > 0 }, kept.code);
  if (around === undefined) return undefined;
  const operation = node as AnyNode;
  const commented = operation.type === 'BooleanOperation' ? keepOperand(file, operation, kept) : undefined;
  if (commented) return commented;
  return [
    { start: node.fullStart, end: kept.fullStart, text: around.before },
    { start: kept.fullEnd, end: node.fullEnd, text: around.behind },
  ].filter(({ start, end, text }) => start !== end || text !== '');
}

/** What is put somewhere, and whether it is written with parentheses. */
interface Operand {
  readonly node: BaseExpression;
  readonly parenthesized: boolean;
}

function operand(text: string): Operand {
  try {
    const node = parseExpression(text);
    return { node, parenthesized: node.lpar.length > 0 };
  } catch {
    // `yield`, a walrus and a generator are no expressions by themselves, and what goes over lines may need brackets.
    return { node: parseExpression(`(${text})`), parenthesized: false };
  }
}

interface Surroundings {
  readonly before: string;
  readonly behind: string;
}

function surroundings(
  file: SourceFile,
  node: BaseExpression,
  replacement: Operand,
  text: string,
): Surroundings | undefined {
  const parent = node.parent as AnyNode;
  const key = keyOf(node, parent);
  if (!isAllowed(replacement, placeOf(parent, key))) return undefined;
  if (!fitsFormattedString(node, text, file)) return undefined;
  const wrap = wraps(node, replacement, parent, key);
  const first = wrap ? '(' : text[0]!;
  const last = wrap ? ')' : text.at(-1)!;
  const before = growTogether(file.text[node.fullStart - 1], first) ? ' ' : '';
  const behind = growTogether(last, file.text[node.fullEnd]) ? ' ' : '';
  return wrap ? { before: `${before}(`, behind: `)${behind}` } : { before, behind };
}

function isAllowed({ node, parenthesized }: Operand, place: Place): boolean {
  if (typeof place === 'number' || place === 'statement' || place === 'values') return true;
  return isOfKind(node, place) && (!parenthesized || place === 'target');
}

function wraps(
  node: BaseExpression,
  { node: replacement, parenthesized }: Operand,
  parent: AnyNode,
  key: string,
): boolean {
  // `with (a, b):` has two managers; a tuple needs a second pair to be one.
  if (parent.type === 'WithItem' && parenthesized && replacement.type === 'Tuple') return replacement.lpar.length < 2;
  if (parenthesized) return false;
  return needsParentheses(replacement, parent, key) || (spansLines(replacement) && !isInBrackets(node));
}

function growTogether(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  // `{{` in an f-string is a brace.
  if (left === '{' && right === '{') return true;
  const ofWord = /[\p{L}\p{N}_]/u;
  // A quote behind a word could make it a prefix: `if"x"`, `b"x"`.
  // `1 .real` needs the space, `a.real` does not.
  if (right === '.') return /\d/.test(left);
  if (ofWord.test(left)) return ofWord.test(right) || /['"]/.test(right);
  return /['".]/.test(left) && ofWord.test(right);
}

/** In an f-string, before Python 3.12, the quote, the backslash, a comment and the end of the line are not for expressions. */
function fitsFormattedString(node: BaseExpression, text: string, { text: source }: SourceFile): boolean {
  for (let at: AnyNode | null = node.parent; at !== null; at = at.parent) {
    if (at.type !== 'FormattedString' && at.type !== 'TemplatedString') continue;
    const quote = at.end_;
    if (source.slice(node.fullStart, node.fullEnd).includes(text)) continue;
    if (text.includes(quote[0]!) || /[\\#]/.test(text) || (quote.length === 1 && /[\r\n]/.test(text))) return false;
  }
  return true;
}

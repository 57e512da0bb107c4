import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { indentOf, lineStart } from '@ffsd/edits';
import {
  asTemplateNode,
  beginsLikeStatement,
  commentsWithin,
  isTypeWrapper,
  needsParentheses,
  outerSpan,
  reindent,
  withoutTypes,
} from '@ffsd/typescript';
import { alikeArms } from './alike-arms.ts';
import { guardStatementStart } from './guard-statement-start.ts';
import { inlineSpread } from './inline-spread.ts';
import { replaceInJsx } from './replace-in-jsx.ts';
import { runTogether } from './run-together.ts';
import type { FoldResult, Site } from './site.ts';
import { edited, refused, sourceOf } from './site.ts';

/**
 * Puts a part of an expression in the place of the whole, with the parentheses and the line layout that its new place asks for.
 *
 * @param whole the expression that goes
 * @param kept the part of it that stays
 * @param effects parts that are evaluated before, in this order
 */
export function replaceExpression(site: Site, whole: Node, kept: Node, effects: readonly Node[]): FoldResult {
  const alike = effects.length === 0 ? alikeArms(site, whole, kept) : undefined;
  if (alike) return replaceExpression(site, alike, kept, []);
  const parent = site.parents.parent(whole)!;
  if (becomesHandler(parent, kept))
    return refused('unfolded-use', 'what is left would be the handler itself, which was only looked at before');
  if (effects.length === 0) {
    if (parent.type === 'JSXExpressionContainer') {
      const result = replaceInJsx(site, parent, whole, kept);
      if (result) return result;
    }
    if (parent.type === 'SpreadElement' || parent.type === 'JSXSpreadAttribute') {
      const result = inlineSpread(site, parent, kept);
      if (result) return result;
    }
  }
  return edited(placeExpression(site, whole, kept, effects));
}

/** `@click="on ? save : draft"` calls neither of them, and `@click="save"` does. */
function becomesHandler(parent: Node, kept: Node): boolean {
  const place = asTemplateNode(parent);
  if (place?.type !== 'TemplateExpression' || place.host.kind !== 'directive' || place.host.directive.name !== 'on')
    return false;
  return /^(?:Identifier|(?:Optional)?MemberExpression|ArrowFunctionExpression|FunctionExpression)$/.test(
    withoutTypes(kept).type,
  );
}

/** The edits of {@link replaceExpression} for a place that needs no special treatment. */
export function placeExpression(site: Site, whole: Node, kept: Node, effects: readonly Node[]): Edit[] {
  const { file, parents } = site;
  const { text } = file;
  const parent = parents.parent(whole)!;
  const key = parents.key(whole)!;
  const inStatement = parent.type === 'ExpressionStatement';

  const multiline = /[\r\n]/.test(sourceOf(site, kept));
  const outerWhole = outerSpan(file, whole);
  const outerKept = outerSpan(file, kept);
  const wholeHadLines = outerWhole.start !== whole.start && /[\r\n]/.test(text.slice(outerWhole.start, whole.start!));
  const keepsOuter = wholeHadLines && multiline;
  const asSequence = effects.length > 0 && !inStatement;

  // `(on ? api.run : old)(x)` calls without a this; `api.run(x)` would hand over api.
  const detached = !asSequence && isDetached(site, whole, kept);
  const needs =
    !keepsOuter &&
    !asSequence &&
    !detached &&
    (needsParentheses(kept, parent, key) || (beginsLikeStatement(kept) && isAtStart(site, whole, outerWhole.start)));
  const keptParens = outerKept.start !== kept.start;
  const usesKeptParens = keptParens && !keepsOuter && (needs || (multiline && keepsLayout(parent, key)));
  const single = !multiline && effects.length === 0;
  const target = keepsOuter
    ? { start: whole.start!, end: whole.end! }
    : single
      ? onOneLine(site, parent, key, outerWhole, kept)
      : usesKeptParens
        ? withOpeningParenthesis(site, outerWhole, outerKept)
        : outerWhole;
  const span = withComments(site, whole, parent, usesKeptParens ? outerKept : { start: kept.start!, end: kept.end! });

  const before = effects.map((effect) => sourceOf(site, effect));
  let prefix = needs && !usesKeptParens ? '(' : '';
  let suffix = prefix ? ')' : '';
  if (detached) [prefix, suffix] = ['(0, ', ')'];
  if (asSequence) [prefix, suffix] = [`(${before.map((effect) => `${effect}, `).join('')}`, ')'];
  if (inStatement && effects.length > 0) {
    prefix = `${before.join('; ')}; ${prefix}`;
  }
  const begun = statementBegunBy(site, whole, outerWhole.start);
  if (begun) prefix = guardStatementStart(site, begun, prefix || text[span.start]!) + prefix;
  const first = prefix || text[span.start]!;
  if (runTogether(text[target.start - 1], first[0])) prefix = ` ${prefix}`;
  if (target.start < outerWhole.start && !/[({]/.test(text[target.start - 1]!)) prefix = ` ${prefix}`;
  const last = suffix || text[span.end - 1]!;
  if (runTogether(last.at(-1), text[target.end])) suffix += ' ';

  return [
    { start: target.start, end: span.start, text: prefix },
    ...reindent(file, span.start, span.end, baseIndent(text, span.start), indentOf(text, target.start)),
    { start: span.end, end: target.end, text: suffix },
  ];
}

/**
 * A condition or value that was broken over lines and now fits on one goes back to where it would have been written:
 * `if (⏎ a && on⏎ )` becomes `if (a)`.
 */
function onOneLine(site: Site, parent: Node, key: string, whole: Span, kept: Node): Span {
  const { text } = site.file;
  const isTest = key === 'test' && /^(?:If|While)Statement$/.test(parent.type);
  const isBody = key === 'body' && parent.type === 'ArrowFunctionExpression';
  const isValue =
    isBody || key === 'init' || (key === 'right' && parent.type === 'AssignmentExpression') || key === 'value';
  const isBraced = parent.type === 'JSXExpressionContainer';
  if (!isTest && !isValue && !isBraced) return whole;
  const before = text.slice(0, whole.start);
  const start = before.trimEnd().length;
  // Only white space with a line break, and nothing else, may go.
  if (!/[\r\n]/.test(before.slice(start)) || !/(?:[(=:{]|=>)$/.test(before.slice(0, start))) return whole;
  const closes = isTest || isBraced;
  const behind = closes ? text.slice(whole.end) : '';
  const end = whole.end + behind.length - behind.trimStart().length;
  if (closes && text[end] !== (isTest ? ')' : '}')) return whole;
  const length = start - lineStart(text, start) + (kept.end! - kept.start!);
  // The line width of most formatters; a longer value stays on its own line.
  if (length > 76) return whole;
  return { start, end };
}

/** `=>⏎ on ? (` becomes `=> (`, where parentheses with their content on lines of their own are opened. */
function withOpeningParenthesis({ file: { text } }: Site, whole: Span, kept: Span): Span {
  const before = text.slice(0, whole.start);
  const start = before.trimEnd().length;
  const opens = /^\([ \t]*[\r\n]/.test(text.slice(kept.start, kept.end));
  const joins = opens && /[\r\n]/.test(before.slice(start)) && /=>?$/.test(before.slice(0, start));
  return joins ? { start, end: whole.end } : whole;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The indentation that the lines behind are relative to: of `    ? items⏎        .map(f)` the column of items. */
function baseIndent(text: string, start: number): string {
  const indent = indentOf(text, start);
  const before = text.slice(lineStart(text, start) + indent.length, start);
  return /^(?:[?:]|&&|\|\||\?\?)[ \t]*$/.test(before) ? indent + ' '.repeat(before.length) : indent;
}

/** Comments right before what stays belong to it: `on ? /* new *\/ a : b`. */
function withComments(site: Site, whole: Node, parent: Node, span: Span): Span {
  const comments = commentsWithin(site.file, whole.start!, span.start);
  const own = comments.filter(({ end }) => /^[\s(]*$/.test(withoutComments(site, end!, span.start)));
  const first = own[0];
  if (!first) return span;
  // return // new⏎ value   =>   returns nothing     // oops!
  const line = own.some(({ type }) => type === 'CommentLine');
  if (line && /^(?:Return|Throw|Expression)Statement$|^ArrowFunction|^JSX|^Yield/.test(parent.type)) return span;
  // An opening parenthesis between the comment and the expression would lose its partner.
  if (withoutComments(site, first.start!, span.start).includes('(')) return span;
  return { start: first.start!, end: span.end };
}

function withoutComments(site: Site, start: number, end: number): string {
  let text = '';
  let at = start;
  for (const comment of commentsWithin(site.file, start, end)) {
    text += site.file.text.slice(at, comment.start!);
    at = comment.end!;
  }
  return text + site.file.text.slice(at, end);
}

/** The expression statement that begins with the expression: `on && (a ?? b) && c()` begins with on. */
function statementBegunBy(site: Site, whole: Node, start: number): Node | undefined {
  for (const outer of site.parents.ancestors(whole)) {
    if (outer.type === 'ExpressionStatement') return outer.start === start ? outer : undefined;
    if (outer.start! < start || /Statement$|Declarat|Function|^JSX/.test(outer.type)) return undefined;
  }
  return undefined;
}

/** Whether the expression is the first of a statement or of an arrow's body: `(on ? {} : f).go()`. */
function isAtStart(site: Site, whole: Node, start: number): boolean {
  if (statementBegunBy(site, whole, start)) return true;
  let inner: Node = whole;
  for (const outer of site.parents.ancestors(whole)) {
    if (outer.type === 'ExportDefaultDeclaration') return inner.start === start;
    if (outer.type === 'ArrowFunctionExpression') return outer.body === inner && inner.start === start;
    if (/Statement$|Declarat|Function|^JSX/.test(outer.type)) return false;
    inner = outer;
  }
  return false;
}

/**
 * A member or `eval` that would gain a special meaning as a callee, a tag or the operand of `delete`. Types are erased, so they
 * hide nothing: `(on ? o.f! : g)()` must not become `o.f!()`.
 */
function isDetached({ parents }: Site, whole: Node, kept: Node): boolean {
  const plain = withoutTypes(kept);
  const member =
    plain.type === 'MemberExpression' ||
    plain.type === 'OptionalMemberExpression' ||
    (plain.type === 'Identifier' && plain.name === 'eval');
  if (!member) return false;
  let slot = whole;
  let parent = parents.parent(slot);
  while (parent && isTypeWrapper(parent)) {
    slot = parent;
    parent = parents.parent(slot);
  }
  if (!parent) return false;
  const key = parents.key(slot);
  if (key === 'callee' && (parent.type === 'CallExpression' || parent.type === 'OptionalCallExpression')) return true;
  if (key === 'tag') return true;
  return parent.type === 'UnaryExpression' && parent.operator === 'delete';
}

/** Where a value of several lines usually stands in parentheses. */
function keepsLayout(parent: Node, key: string): boolean {
  switch (parent.type) {
    case 'ReturnStatement':
    case 'VariableDeclarator':
    case 'AssignmentExpression':
    case 'ObjectProperty':
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return true;
    case 'ArrowFunctionExpression':
      return key === 'body';
    default:
      return false;
  }
}

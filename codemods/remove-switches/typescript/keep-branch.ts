import type { BlockStatement, Node, Statement } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { beginsLine, indentOf, lineBreakOf } from '@ffsd/edits';
import { contentOf, keepSpan, reindent, unwrapBlock } from '@ffsd/typescript';
import { completesAbruptly } from './completes-abruptly.ts';
import { removeDeadTail, staysBehind } from './dead-tail.ts';
import { guardNextStatement, guardStatementStart, statementsOf } from './guard-statement-start.ts';
import { clashesWithSurroundings } from './name-clash.ts';
import { removeStatement } from './remove-statement.ts';
import type { FoldResult, Site } from './site.ts';
import { edited, sourceOf } from './site.ts';

/**
 * Puts one branch of a statement in the place of the whole statement, and removes what can no longer be reached behind it.
 *
 * @param whole an `if`, a loop that runs once, a switch
 * @param branch the part that stays; undefined when nothing does
 * @param effects expressions that are evaluated before
 */
export function keepBranch(
  site: Site,
  whole: Statement,
  branch: Statement | undefined,
  effects: readonly Node[],
): FoldResult {
  if (!branch || isEmpty(site, branch)) return removeStatement(site, whole, effects);
  if (effects.length === 0 && isBareReturn(branch)) {
    const rest = endOfFunction(site, whole);
    if (rest) return removeStatement(site, whole, [], rest);
  }
  const owner = site.parents.parent(whole)!;
  const list = statementsOf(owner);
  const edits = list
    ? withPrefix(inList(site, whole, branch), prefixOf(site, whole, branch, effects), whole.start!)
    : inSlot(site, whole, branch, effects);
  const tail = removeDeadTail(site, whole, completesAbruptly(branch));
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  const guard = list && tail.edits.length === 0 ? guardNextStatement(site, whole, last) : [];
  return edited([...edits, ...tail.edits, ...guard], tail.held ? { flow: tail.held } : {});
}

function isEmpty(site: Site, branch: Statement): boolean {
  return branch.type === 'EmptyStatement' || (branch.type === 'BlockStatement' && !contentOf(site.file, branch));
}

/** `return;`, alone or in braces. */
function isBareReturn(branch: Statement): boolean {
  if (branch.type === 'ReturnStatement') return !branch.argument;
  return branch.type === 'BlockStatement' && branch.body.length === 1 && isBareReturn(branch.body[0]!);
}

/** The last statement of the function whose body the statement and everything behind it would end, when all of that may go. */
function endOfFunction(site: Site, whole: Statement): Statement | undefined {
  const body = site.parents.parent(whole)!;
  if (body.type !== 'BlockStatement' || !/Function|Method/.test(site.parents.parent(body)?.type ?? ''))
    return undefined;
  const tail = body.body.slice(body.body.indexOf(whole) + 1);
  return staysBehind(site, tail) ? undefined : (tail.at(-1) ?? whole);
}

function inList(site: Site, whole: Statement, branch: Statement): Edit[] {
  if (branch.type !== 'BlockStatement') return keepSpan(site.file, whole, branch);
  // { const x = 1 } const x = 2   =>   const x = 1; const x = 2     // oops!
  if (clashesWithSurroundings(site, whole, branch) || wouldBeDirective(site, whole, branch)) {
    return keepSpan(site.file, whole, branch);
  }
  return unwrapBlock(site.file, whole, branch, contentOf(site.file, branch)!);
}

/** A string that begins a function body is a directive: `if (on) { 'use strict'; }` must not become one. */
function wouldBeDirective(site: Site, whole: Statement, { body }: BlockStatement): boolean {
  const first = body[0];
  if (first?.type !== 'ExpressionStatement' || first.expression.type !== 'StringLiteral') return false;
  return site.parents.index(whole) === 0;
}

function prefixOf(site: Site, whole: Statement, branch: Statement, effects: readonly Node[]): string {
  const { text } = site.file;
  const separator = `;${lineBreakOf(text)}${indentOf(text, whole.start!)}`;
  const statements = effects.map((effect) => sourceOf(site, effect) + separator).join('');
  const first = statements || firstCharacter(site, branch);
  return guardStatementStart(site, whole, first) + statements;
}

function firstCharacter(site: Site, branch: Statement): string {
  if (branch.type !== 'BlockStatement') return site.file.text[branch.start!]!;
  const first = branch.body[0];
  return first ? site.file.text[first.start!]! : '{';
}

/** Gives the first edit, which removes the head, the text that stands before what stays. */
function withPrefix(edits: readonly Edit[], prefix: string, start: number): Edit[] {
  if (!prefix) return [...edits];
  const [head, ...rest] = edits;
  if (head && head.start === start) return [{ ...head, text: prefix + head.text }, ...rest];
  return [{ start, end: start, text: prefix }, ...edits];
}

/** The branch as the body of another statement: it keeps its braces, because there is room for one statement only. */
function inSlot(site: Site, whole: Statement, branch: Statement, effects: readonly Node[]): Edit[] {
  const { text } = site.file;
  if (branch.type === 'BlockStatement')
    return [...blockInSlot(site, whole, branch), ...insideBlock(site, branch, effects)];
  const edits = keepSpan(site.file, whole, branch);
  const statements = effects.map((effect) => `${sourceOf(site, effect)}; `).join('');
  const declares =
    branch.type === 'VariableDeclaration' ||
    branch.type === 'FunctionDeclaration' ||
    branch.type === 'ClassDeclaration';
  if (!statements && !declares && !swallowsElse(site, whole, branch)) return edits;
  const first = edits[0]?.start === whole.start ? edits[0] : undefined;
  return [
    { start: whole.start!, end: first?.end ?? whole.start!, text: `{ ${statements}` },
    ...edits.filter((edit) => edit !== first && edit.end !== whole.end),
    { start: branch.end!, end: whole.end!, text: `${text[branch.end! - 1] === ';' ? '' : ';'} }` },
  ];
}

/** The brace goes where braces are written: behind the head of the owner, also when the statement stood on the next line. */
function blockInSlot(site: Site, whole: Statement, branch: BlockStatement): Edit[] {
  const { text } = site.file;
  const owner = site.parents.parent(whole)!;
  const before = text.slice(0, whole.start!).trimEnd().length;
  const between = text.slice(before, whole.start!);
  if (
    !beginsLine(text, whole.start!) ||
    owner.type === 'LabeledStatement' ||
    text[before - 1] === '/' ||
    !/[\r\n]/.test(between)
  ) {
    return keepSpan(site.file, whole, branch);
  }
  return [
    { start: before, end: branch.start!, text: ' ' },
    ...reindent(site.file, branch.start!, branch.end!, indentOf(text, branch.start!), indentOf(text, owner.start!)),
    { start: branch.end!, end: whole.end!, text: '' },
  ];
}

/** Effects as the first statements of a block. */
function insideBlock(site: Site, branch: BlockStatement, effects: readonly Node[]): Edit[] {
  if (effects.length === 0) return [];
  const { text } = site.file;
  const first = branch.body[0];
  const lines = first && beginsLine(text, first.start!);
  const separator = lines ? lineBreakOf(text) + indentOf(text, first.start!) : ' ';
  const statements = effects.map((effect) => `${separator}${sourceOf(site, effect)};`).join('');
  return [{ start: branch.start! + 1, end: branch.start! + 1, text: statements }];
}

/**
 * Whether an `else` behind the place would be taken by the branch.
 *
 * `if (a) if (on) if (q) x(); else; else z();` must not become `if (a) if (q) x(); else z();`.
 */
function swallowsElse(site: Site, whole: Statement, branch: Statement): boolean {
  const owner = site.parents.parent(whole)!;
  const elseFollows = owner.type === 'IfStatement' && owner.consequent === whole && owner.alternate != null;
  return elseFollows && endsWithOpenIf(branch);
}

function endsWithOpenIf(statement: Statement): boolean {
  switch (statement.type) {
    case 'IfStatement':
      return statement.alternate ? endsWithOpenIf(statement.alternate) : true;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'LabeledStatement':
      return endsWithOpenIf(statement.body);
    default:
      return false;
  }
}

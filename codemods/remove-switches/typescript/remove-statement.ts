import type { IfStatement, Node, Statement, TryStatement } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { indentOf, lineBreakOf } from '@ffsd/edits';
import { commentsWithin, contentOf, keepSpan, needsParentheses, removeStatements } from '@ffsd/typescript';
import { guardStatementStart, statementsOf } from './guard-statement-start.ts';
import { clashesWithSurroundings } from './name-clash.ts';
import { putContent } from './put-content.ts';
import type { FoldResult, Site } from './site.ts';
import { edited, sourceOf } from './site.ts';

/**
 * Removes a statement, and with it the surroundings that have no other content: an `if` around it whose test has no effect,
 * an effect hook with an empty callback, a `try` that has nothing left to catch.
 *
 * @param effects expressions that must still be evaluated in its place
 * @param upTo the last of the statements behind it that go with it
 */
export function removeStatement(
  site: Site,
  statement: Statement,
  effects: readonly Node[] = [],
  upTo: Statement = statement,
): FoldResult {
  return edited(removal(site, statement, effects, upTo));
}

function removal(site: Site, statement: Statement, effects: readonly Node[], upTo: Statement = statement): Edit[] {
  const owner = site.parents.parent(statement)!;
  if (!statementsOf(owner)) return emptySlot(site, statement, owner, effects);
  if (effects.length > 0) return replaceByEffects(site, statement, effects);
  const emptied = emptiedBlock(site, statement, owner, upTo);
  if (emptied) return emptied;
  return [...removeStatements(site.file, statement, upTo), ...guardNext(site, statement, owner, upTo)];
}

function replaceByEffects(site: Site, statement: Statement, effects: readonly Node[]): Edit[] {
  const { text } = site.file;
  const separator = lineBreakOf(text) + indentOf(text, statement.start!);
  const statements = effects.map((effect) => `${asStatement(site, effect)};`).join(separator);
  const guard = guardStatementStart(site, statement, statements);
  return [{ start: statement.start!, end: statement.end!, text: guard + statements }];
}

/** An effect as a statement of its own: `{}.a()` and `function () {}()` would begin something else. */
function asStatement(site: Site, effect: Node): string {
  const source = sourceOf(site, effect);
  return /^(?:\{|function\b|class\b|let\s*\[)/.test(source) ? `(${source})` : source;
}

/**
 * The `;` that the next statement needs when the removed one no longer separates it from the one before.
 *
 * ```text
 * a = b
 * if (on) { c() }
 * [x].forEach(f)        =>     a = b ⏎ [x].forEach(f)     // oops! b[x]
 * ```
 */
function guardNext(site: Site, statement: Statement, owner: Node, upTo: Statement): Edit[] {
  const list = statementsOf(owner)!;
  const next = list[list.indexOf(upTo) + 1];
  if (!next) return [];
  const guard = guardStatementStart(site, statement, site.file.text[next.start!]!);
  return guard ? [{ start: next.start!, end: next.start!, text: guard }] : [];
}

/** What becomes of a statement slot (a body, a branch) whose only statement goes. */
function emptySlot(site: Site, statement: Statement, owner: Node, effects: readonly Node[]): Edit[] {
  if (effects.length > 0) {
    const statements = effects.map((effect) => `${asStatement(site, effect)};`).join(' ');
    const text = effects.length > 1 ? `{ ${statements} }` : statements;
    return [{ start: statement.start!, end: statement.end!, text }];
  }
  if (owner.type === 'IfStatement') return emptyBranch(site, owner, statement);
  if (owner.type === 'LabeledStatement') return removal(site, owner, []);
  return [{ start: statement.start!, end: statement.end!, text: '{}' }];
}

function emptyBranch(site: Site, owner: IfStatement, statement: Statement): Edit[] {
  if (owner.alternate === statement) return [{ start: owner.consequent.end!, end: statement.end!, text: '' }];
  if (!owner.alternate) return removal(site, owner, site.mayDrop(owner.test) ? [] : [owner.test]);
  return [...negate(owner), { start: owner.consequent.start!, end: owner.alternate.start!, text: '' }];
}

function negate({ test }: IfStatement): Edit[] {
  if (test.type === 'UnaryExpression' && test.operator === '!') {
    return [{ start: test.start!, end: test.argument.start!, text: '' }];
  }
  const parens = needsParentheses(test, { type: 'UnaryExpression', operator: '!' } as Node, 'argument');
  return [
    { start: test.start!, end: test.start!, text: parens ? '!(' : '!' },
    { start: test.end!, end: test.end!, text: parens ? ')' : '' },
  ];
}

/** When the statement is all that its block has, what becomes of the block; undefined when the block simply stays. */
function emptiedBlock(site: Site, statement: Statement, block: Node, upTo: Statement): Edit[] | undefined {
  if (block.type !== 'BlockStatement' || block.directives.length > 0) return undefined;
  if (block.body[0] !== statement || block.body.at(-1) !== upTo) return undefined;
  const inside = commentsWithin(site.file, statement.start!, upTo.end!).length;
  const own = commentsWithin(site.file, block.start!, block.end!);
  // Comments right above or behind the statement go with it; others are a reason to keep the block.
  const [removed] = removeStatements(site.file, statement, upTo);
  const gone = own.filter((comment) => comment.start! >= removed!.start && comment.end! <= removed!.end).length;
  if (gone < own.length && inside < own.length) return undefined;
  const owner = site.parents.parent(block);
  if (!owner) return undefined;
  if (statementsOf(owner)) return removal(site, block, []);
  switch (owner.type) {
    case 'IfStatement':
      return emptyBranch(site, owner, block);
    case 'LabeledStatement':
      return removal(site, owner, []);
    case 'TryStatement':
      if (owner.block === block) return emptyTry(site, owner);
      return owner.finalizer === block && owner.handler
        ? [{ start: owner.handler.end!, end: block.end!, text: '' }]
        : emptyBraces(block);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression': {
      const hook = effectHook(site, owner);
      return hook ? removal(site, hook, []) : emptyBraces(block);
    }
    default:
      return emptyBraces(block);
  }
}

function emptyBraces(block: Node): Edit[] {
  return [{ start: block.start! + 1, end: block.end! - 1, text: '' }];
}

/** Nothing can be thrown any more: the handler goes, the finalizer still runs. */
function emptyTry(site: Site, statement: TryStatement): Edit[] {
  const { finalizer } = statement;
  const content = finalizer && contentOf(site.file, finalizer);
  if (!finalizer || !content) return removal(site, statement, []);
  if (!statementsOf(site.parents.parent(statement)!) || clashesWithSurroundings(site, statement, finalizer)) {
    return keepSpan(site.file, statement, finalizer);
  }
  return putContent(site, statement, finalizer, content);
}

/** The statement `useEffect(() => {…}, […])` of which the function is the callback. */
function effectHook(site: Site, callback: Node): Statement | undefined {
  const call = site.parents.parent(callback);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== callback) return undefined;
  const { callee } = call;
  const name =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
        ? callee.property.name
        : '';
  if (!/^use(?:Layout|Insertion)?Effect$/.test(name)) return undefined;
  const statement = site.parents.parent(call);
  const dependencies = call.arguments[1];
  if (dependencies && !site.isPure(dependencies)) return undefined;
  return statement?.type === 'ExpressionStatement' ? statement : undefined;
}

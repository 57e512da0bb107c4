import type { Edit } from '@ffsd/edits';
import { indentOf, lineBreakOf } from '@ffsd/edits';
import type { AnyNode, Else, If, SourceFile, Statement, Suite } from '@ffsd/python';
import {
  commentsWithin,
  contentOf,
  isElif,
  isPass,
  lineOf,
  removeClause,
  removeStatements,
  statementEnd,
  suiteOf,
  unwrapBlock,
} from '@ffsd/python';
import type { FoldResult } from '../fold-result.ts';
import { edited } from '../fold-result.ts';
import type { Site } from './site.ts';
import { sourceOf } from './site.ts';

/**
 * Removes a statement, and with it the surroundings that have no other content: an `if` around it whose test has no effect,
 * an `else`, a `try` that has nothing left to catch. Other blocks get a `pass`.
 *
 * @param effects expressions that must still be evaluated in its place
 */
export function removeStatement(site: Site, statement: Statement, effects: readonly AnyNode[] = []): FoldResult {
  return edited(effects.length > 0 ? replaceByEffects(site, statement, effects) : removal(site, statement));
}

/** The edits of {@link removeStatement} for a statement that leaves nothing to evaluate. */
export function removal(site: Site, statement: Statement): readonly Edit[] {
  const suite = suiteOf(statement);
  const emptied = isOnlyContent(site.file, suite, statement) ? emptySuite(site, suite) : undefined;
  return emptied ?? removeStatements(site.file, statement);
}

function replaceByEffects(site: Site, statement: Statement, effects: readonly AnyNode[]): Edit[] {
  const { file } = site;
  const shares = lineOf(statement) !== statement;
  const end = shares ? statement.end : statementEnd(file, statement);
  return [{ start: statement.start, end, text: effectLines(site, statement, effects, shares ? '; ' : undefined) }];
}

/** Effects as statements in the place of another, without the line break behind the last. */
export function effectLines(site: Site, place: AnyNode, effects: readonly AnyNode[], separator?: string): string {
  const { text } = site.file;
  const between = separator ?? lineBreakOf(text) + indentOf(text, place.start);
  return effects.map((effect) => oneLine(site, effect)).join(between);
}

/** What was broken over lines inside of brackets that go with the statement gets some of its own. */
function oneLine(site: Site, effect: AnyNode): string {
  // `(user := find())` as a statement is `user = find()`.
  if (effect.type === 'NamedExpr') return `${sourceOf(site, effect.target)} = ${oneLine(site, effect.value)}`;
  const source = sourceOf(site, effect);
  return /[\r\n]/.test(source) ? `(${source})` : source;
}

/** Whether the block has nothing beside the statement: no other one, and no comment that does not go with it. */
function isOnlyContent(file: SourceFile, suite: Suite, statement: Statement): boolean {
  const lines: readonly AnyNode[] = suite.body;
  const line = lineOf(statement) as AnyNode;
  const others = suite.type === 'SimpleStatementSuite' ? suite.body : lines.filter((one) => one !== line);
  if (suite.type !== 'SimpleStatementSuite' && line.type === 'SimpleStatementLine' && line.body.length > 1)
    return false;
  const isAlone = others.every((one) => one === statement || isPass(one as Statement));
  if (!isAlone || suite.type === 'Module' || !suite.parent) return false;
  const [removed] = removeStatements(file, statement);
  if (!removed) return false;
  return commentsWithin(file, suite.fullStart, suite.fullEnd).every(
    ({ start, end }) => removed.start <= start && end <= removed.end,
  );
}

/** What becomes of the statement that holds a block which is left without content; undefined when the block gets a `pass`. */
function emptySuite(site: Site, suite: Suite): readonly Edit[] | undefined {
  const owner = suite.parent as AnyNode | null;
  switch (owner?.type) {
    case 'If':
      return emptyBranch(site, owner);
    case 'Else':
      return removeClause(site.file, owner);
    case 'Finally':
      return removeClause(site.file, owner);
    case 'Try':
      return emptyTry(site, owner);
    default:
      return undefined;
  }
}

function emptyBranch(site: Site, branch: If): readonly Edit[] | undefined {
  const { orelse, test } = branch;
  if (orelse?.type === 'Else') return invert(site, branch);
  if (orelse) return undefined;
  if (isElif(branch)) return site.mayDrop(test) ? removeClause(site.file, branch) : undefined;
  return site.mayDrop(test) ? removal(site, branch) : replaceByEffects(site, branch, [test]);
}

/** `if a: <nothing> else: b()` becomes `if not a: b()`, also behind an `elif`. */
function invert({ file }: Site, { test, whitespaceAfterTest, orelse }: If): readonly Edit[] | undefined {
  if (orelse?.type !== 'Else') return undefined;
  const colon = whitespaceAfterTest.fullEnd;
  const otherColon = orelse.whitespaceBeforeColon.fullEnd;
  const gone = { start: colon, end: otherColon, text: '' };
  if (test.type === 'UnaryOperation' && test.operator.type === 'Not' && test.lpar.length === 0) {
    return [{ start: test.start, end: test.expression.fullStart, text: '' }, gone];
  }
  const parens = test.lpar.length === 0 && (test.type === 'NamedExpr' || needsNot(test));
  const space = /\s/.test(file.text[test.fullStart - 1] ?? ' ') ? '' : ' ';
  return [
    { start: test.fullStart, end: test.fullStart, text: `${space}not ${parens ? '(' : ''}` },
    { start: test.fullEnd, end: test.fullEnd, text: parens ? ')' : '' },
    gone,
  ].filter(({ start, end, text }) => start !== end || text !== '');
}

/** `not` binds tighter than `and`, `or`, `… if … else …` and `lambda`, and looser than all other operators. */
function needsNot(test: AnyNode): boolean {
  return /^(?:BooleanOperation|IfExp|Lambda|Yield)$/.test(test.type);
}

/** `try: <nothing> except …: … else: a() finally: b()` is `try: a() finally: b()`. */
function withoutHandlers(
  { file }: Site,
  { body }: AnyNode & { readonly type: 'Try' },
  orelse: Else,
): readonly Edit[] | undefined {
  const content = contentOf(file, orelse.body);
  const from = contentOf(file, body)?.start ?? body.body[0]?.start;
  if (!content || from === undefined || body.type !== 'IndentedBlock' || orelse.body.type !== 'IndentedBlock')
    return undefined;
  return indentOf(file.text, from) === content.indent ? [{ start: from, end: content.start, text: '' }] : undefined;
}

/** Nothing can be raised any more: the handlers go, what runs otherwise and at last still runs. */
function emptyTry(site: Site, owner: AnyNode & { readonly type: 'Try' }): readonly Edit[] | undefined {
  const { orelse, finalbody } = owner;
  if (orelse && finalbody) return withoutHandlers(site, owner, orelse);
  if (!orelse && !finalbody) return removal(site, owner);
  return unwrapBlock(site.file, owner, (orelse ?? finalbody)!.body);
}

import type { Node, Statement, SwitchStatement } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { beginsLine, indentOf, lineBreakOf, lineStart } from '@ffsd/edits';
import type { CaseTest, Constant } from '@ffsd/fold';
import { chooseCase } from '@ffsd/fold';
import { endWithComment, reindent, removeStatements, startWithComments } from '@ffsd/typescript';
import { completesAbruptly } from './completes-abruptly.ts';
import { removeDeadTail } from './dead-tail.ts';
import { guardNextStatement, guardStatementStart, statementsOf } from './guard-statement-start.ts';
import { hasOwnJump } from './has-own-jump.ts';
import { keepBranch } from './keep-branch.ts';
import { removeStatement } from './remove-statement.ts';
import type { FoldResult, Site } from './site.ts';
import { edited, refused } from './site.ts';

/**
 * Puts in the place of a switch what its chosen case runs, through the cases it falls into.
 *
 * Refused where the statements cannot leave the switch: a `break` in the middle of them, or names that the cases share.
 */
export function foldSwitch(
  site: Site,
  statement: SwitchStatement,
  value: Constant,
  tests: readonly CaseTest[] = statement.cases.map(({ test }) => testOf(site, test)),
): FoldResult | undefined {
  const chosen = chooseCase(value, tests);
  if (chosen.kind === 'undecided') return undefined;
  if (chosen.kind === 'none') return removeStatement(site, statement);
  const run = withoutLastBreak(statementsFrom(statement, chosen.index));
  if (run.length === 0) return removeStatement(site, statement);
  if (run.some((one) => hasOwnJump(one, true) && one.type !== 'BreakStatement')) {
    return refused('switch-break-inside', 'a break in the middle of the chosen case leaves the switch');
  }
  const only = run[0]!;
  if (run.length === 1 && only.type === 'BlockStatement') {
    return withoutBreak(site, keepBranch(site, statement, only, []), statementsFrom(statement, chosen.index)[0]!);
  }
  if (declaresNames(statement)) return refused('switch-shared-names', 'the cases of the switch share declared names');
  const list = statementsOf(site.parents.parent(statement)!);
  if (!list) return refused('switch-without-block', 'the switch is the body of another statement');
  return edited(unwrapRun(site, statement, run));
}

export function testOf(site: Site, test: Node | null | undefined): CaseTest {
  if (!test) return { kind: 'default' };
  const known = site.constantOf(test);
  return known ? { kind: 'constant', value: known.value } : { kind: 'unknown' };
}

/** What runs from a case on, up to the `break` that ends it. */
function statementsFrom(statement: SwitchStatement, index: number): Statement[] {
  const run: Statement[] = [];
  for (const { consequent } of statement.cases.slice(index)) {
    for (const one of consequent) {
      if (one.type === 'BreakStatement' && !one.label) return run;
      if (one.type === 'BlockStatement' && consequent.length === 1) {
        // `case 'a': { …; break; }` is the usual way to write a case with names of its own.
        const last = one.body.at(-1);
        if (last?.type === 'BreakStatement' && !last.label) return run.length > 0 ? [...run, one] : [one];
      }
      run.push(one);
      if (completesAbruptly(one)) return run;
    }
  }
  return run;
}

/** A block that is all of a case, without the `break` at its end. */
function withoutLastBreak(run: readonly Statement[]): readonly Statement[] {
  const [only] = run;
  if (run.length !== 1 || only?.type !== 'BlockStatement') return run;
  const last = only.body.at(-1);
  if (last?.type !== 'BreakStatement' || last.label) return run;
  return only.body.length === 1 ? [] : [{ ...only, body: only.body.slice(0, -1) }];
}

/** Takes the `break` of the case out of its block, where the block had to keep its braces. */
function withoutBreak(site: Site, result: FoldResult, block: Statement): FoldResult {
  const last = block.type === 'BlockStatement' ? block.body.at(-1) : undefined;
  if (result.kind !== 'edits' || last?.type !== 'BreakStatement' || last.label) return result;
  if (result.edits.some(({ start, end }) => start <= last.start! && last.end! <= end)) return result;
  const [removal] = removeStatements(site.file, last, last);
  // Its line was to be moved to the left, too.
  const others = result.edits.filter(({ start, end }) => start < removal!.start || end > removal!.end);
  return { ...result, edits: [...others, removal!].sort((a, b) => a.start - b.start) };
}

function declaresNames(statement: SwitchStatement): boolean {
  return statement.cases.some(({ consequent }) =>
    consequent.some(
      (one) =>
        one.type === 'FunctionDeclaration' ||
        one.type === 'ClassDeclaration' ||
        (one.type === 'VariableDeclaration' && one.kind !== 'var'),
    ),
  );
}

function unwrapRun(site: Site, statement: SwitchStatement, run: readonly Statement[]): Edit[] {
  const { file } = site;
  const edits: Edit[] = [];
  let from = statement.start!;
  const target = indentOf(file.text, statement.start!);
  for (const [index, one] of run.entries()) {
    const start = startWithComments(file, one);
    // The white space between two statements of one case stays; between two cases only the line break and indentation do.
    const neighbour = index > 0 && site.parents.parent(one) === site.parents.parent(run[index - 1]!);
    const ownLine = beginsLine(file.text, start);
    const line = index > 0 && ownLine ? lineBreakBefore(file.text, start) : start;
    if (!neighbour) {
      const guard = index === 0 ? guardStatementStart(site, statement, file.text[one.start!]!) : '';
      // `case 'a': a(); case 'b': b();` on one line has no line break to keep.
      const joint = index > 0 && !ownLine ? lineBreakOf(file.text) + target : guard;
      edits.push({ start: from, end: line, text: joint });
    }
    from = endWithComment(file, one.end!);
    edits.push(...reindent(file, line, from, indentOf(file.text, start), target));
  }
  edits.push({ start: from, end: statement.end!, text: '' });
  const tail = removeDeadTail(site, statement, completesAbruptly(run.at(-1)!));
  const guard = tail.edits.length === 0 ? guardNextStatement(site, statement, run.at(-1)) : [];
  return [...edits, ...tail.edits, ...guard];
}

/** Where the line break before the line of the offset begins. */
function lineBreakBefore(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
}

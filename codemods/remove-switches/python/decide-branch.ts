import type { Edit } from '@ffsd/edits';
import { apply, compose, indentOf, lineBreakOf } from '@ffsd/edits';
import type { AnyNode, BaseSuite, If, SourceFile, Statement } from '@ffsd/python';
import { contentOf, dropBranch, isElif, isParsed, keepBranch, parse, statementEnd, unwrapBlock } from '@ffsd/python';
import type { Flow, FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import { completesAbruptly, suiteCompletesAbruptly } from './completes-abruptly.ts';
import { removeDeadTail, statementAt } from './dead-tail.ts';
import { effectLines, removeStatement } from './remove-statement.ts';
import type { Site } from './site.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * Decides the test of an `if` or `elif`: one branch stays, and what can no longer be reached behind it goes.
 *
 * @param effects expressions that are evaluated before
 */
export function decideBranch(site: Site, branch: If, holds: boolean, effects: readonly AnyNode[]): FoldResult {
  if (isElif(branch) && effects.length > 0) {
    const last = decideLast(site, branch, holds, effects);
    if (last) return last;
    return refused(
      'impure-argument',
      'a part of the condition has an effect, and the tests before it have to come first',
    );
  }
  const { orelse } = branch;
  const kept = holds ? branch.body : orelse?.type === 'Else' ? orelse.body : undefined;
  const isLast = holds || !orelse || orelse.type === 'Else';
  if (!isElif(branch) && isLast && (!kept || contentOf(site.file, kept) === undefined)) {
    return removeStatement(site, branch, effects);
  }
  const top = topOf(branch);
  const abrupt = becomesAbrupt(branch, top, holds);
  const edit = (file: SourceFile, one: If): readonly Edit[] => {
    const edits = holds ? keepBranch(file, one) : dropBranch(file, one);
    return effects.length > 0 ? behindEffects(site, one, effects, edits) : edits;
  };
  return withTail(site, top, abrupt, (file, now) => edit(file, branchAt(now, branch.start) ?? branch));
}

/** The effects of an `elif` run where the tests before it have failed, so they may begin an `else`. */
function decideLast(site: Site, branch: If, holds: boolean, effects: readonly AnyNode[]): FoldResult | undefined {
  const { file } = site;
  const { orelse } = branch;
  if (!holds && orelse?.type === 'If') return undefined;
  const suite = holds ? branch.body : orelse?.type === 'Else' ? orelse.body : undefined;
  const content = suite && contentOf(file, suite);
  const line = lineBreakOf(file.text);
  const indent =
    suite?.type === 'IndentedBlock' && content
      ? content.indent
      : indentOf(file.text, branch.start) + file.tree.defaultIndent;
  const head = `else:${line}${indent}${effectLines(site, branch, effects, line + indent)}`;
  const end = statementEnd(file, branch);
  if (!content) return edited([{ start: branch.start, end, text: head }]);
  if (suite?.type !== 'IndentedBlock') return undefined;
  return edited([
    { start: branch.start, end: content.start, text: head + line + indent },
    { start: content.end, end, text: '' },
  ]);
}

/**
 * Puts the content of a block in the place of the statement that holds it, and removes what can no longer be reached behind.
 */
export function keepSuite(site: Site, whole: Statement, suite: BaseSuite): FoldResult {
  if (contentOf(site.file, suite) === undefined) return removeStatement(site, whole);
  return withTail(site, whole, suiteCompletesAbruptly(suite), (file, now) => {
    const own = now === whole ? suite : suiteAt(now, suite);
    return own ? unwrapBlock(file, now, own) : [];
  });
}

/** The tail is removed first, because the offsets before it stay. Where it binds a name that is used elsewhere, it stays. */
function withTail(
  site: Site,
  whole: Statement,
  abrupt: boolean,
  edit: (file: SourceFile, whole: Statement) => readonly Edit[],
): FoldResult {
  const { file } = site;
  const plain = edit(file, whole);
  const tail = removeDeadTail(file, whole, abrupt);
  if (tail.length === 0) return edited(plain);
  const now = parse(file.path, apply(file.text, tail));
  const moved = isParsed(now) ? statementAt(now, whole.start) : undefined;
  const both = isParsed(now) && moved ? compose(tail, edit(now, moved)) : undefined;
  const breakage = both && whatBreaks(file, both);
  if (both && !breakage) return edited(both);
  const kind = breakage?.code === 'generator' ? 'generator' : 'hoisted-var';
  const flow: Flow = { kind, offset: tail[0]!.start, receiver: firstLine(file, tail) };
  return whatBreaks(file, plain) ? edited(both ?? plain) : edited(plain, { flow });
}

function firstLine({ text }: SourceFile, tail: readonly Edit[]): string {
  return text
    .slice(tail[0]!.start, tail[0]!.end)
    .trim()
    .split(/[\r\n]/)[0]!;
}

/** The effects come where the `if` began, in front of what is left of it. */
function behindEffects(site: Site, branch: If, effects: readonly AnyNode[], edits: readonly Edit[]): readonly Edit[] {
  const { text } = site.file;
  const lines = effectLines(site, branch, effects) + lineBreakOf(text) + indentOf(text, branch.start);
  const [head, ...rest] = edits;
  if (head && head.start === branch.start) return [{ ...head, text: lines + head.text }, ...rest];
  return [{ start: branch.start, end: branch.start, text: lines }, ...edits];
}

function topOf(branch: If): If {
  let top = branch;
  while (isElif(top)) top = top.parent as If;
  return top;
}

function branchAt(top: Statement, start: number): If | undefined {
  for (let at: AnyNode | null = top; at?.type === 'If'; at = at.orelse) if (at.start === start) return at;
  return undefined;
}

function suiteAt(whole: Statement, { start, type }: BaseSuite): BaseSuite | undefined {
  const look = (node: AnyNode): AnyNode | undefined => {
    if (node.type === type && node.start === start) return node;
    for (const child of node.children()) {
      const found = child.start <= start && start <= child.end ? look(child) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return look(whole) as BaseSuite | undefined;
}

/** Whether the chain never completes once the branch is decided. */
function becomesAbrupt(branch: If, top: If, holds: boolean): boolean {
  const tail = (): boolean => {
    if (holds) return suiteCompletesAbruptly(branch.body);
    const { orelse } = branch;
    if (!orelse) return false;
    return orelse.type === 'Else' ? suiteCompletesAbruptly(orelse.body) : completesAbruptly(orelse);
  };
  return completesAbruptly(top, new Map([[branch, tail()]]));
}

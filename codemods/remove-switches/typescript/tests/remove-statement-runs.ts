import type { Node, Statement } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { inOrder } from '@ffsd/edits';
import { commentsWithin, removeStatements } from '@ffsd/typescript';
import { guardStatementStart, statementsOf } from '../guard-statement-start.ts';
import type { Site } from '../site.ts';

/** Removes statements, neighbours together: each for itself would leave the blank lines between them. */
export function removeStatementRuns(site: Site, statements: readonly Node[]): readonly Edit[] {
  const whole = statements.filter(
    (one) => !statements.some((other) => other !== one && other.start! <= one.start! && one.end! <= other.end!),
  );
  const gone = new Set<Node>(whole);
  const lists = new Set(whole.map((one) => site.parents.parent(one)!));
  return inOrder([...lists].flatMap((owner) => within(site, owner, gone)));
}

function within(site: Site, owner: Node, gone: ReadonlySet<Node>): readonly Edit[] {
  const list = statementsOf(owner) ?? [];
  const isEmptied = owner.type === 'BlockStatement' && list.every((one) => gone.has(one));
  if (isEmptied && commentsWithin(site.file, owner.start!, owner.end!).length === 0) {
    return [{ start: owner.start! + 1, end: owner.end! - 1, text: '' }];
  }
  const edits: Edit[] = [];
  for (let index = 0; index < list.length; index++) {
    if (!gone.has(list[index]!)) continue;
    const first = list[index]!;
    while (index + 1 < list.length && gone.has(list[index + 1]!)) index++;
    edits.push(...removeStatements(site.file, first, list[index]!), ...guardBehind(site, first, list[index + 1]));
  }
  return edits;
}

function guardBehind(site: Site, first: Node, next: Statement | undefined): readonly Edit[] {
  const guard = next ? guardStatementStart(site, first, site.file.text[next.start!]!) : '';
  return guard ? [{ start: next!.start!, end: next!.start!, text: guard }] : [];
}

import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { lineStart, nextLine } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { removeListItem } from '@ffsd/typescript';
import { commitTest } from '../../commit-test.ts';
import { isSettledValue } from '../../decide-test.ts';
import type { Session } from '../session.ts';
import { testsWithin, titleOf } from './around.ts';
import type { SetUp, TestContext } from './find-set-ups.ts';
import type { Table } from './table-of.ts';
import { tableOf } from './table-of.ts';

export const rowTitle = 'Remove the row of ';

/** Removes a row of a table that gives the flag another value than the settled one: what it tests is removed. */
export function removeRows(session: Session, file: SourceFile, context: TestContext, { setter }: SetUp): boolean {
  if (setter.gives.kind !== 'parameter') return false;
  const { flag } = context;
  const table = tableOf(session, file, setter.gives.name);
  const { rows = [] } = table ?? {};
  if (!table || !rows.every(({ value }) => value !== undefined)) return false;
  const others = rows.filter(({ value }) => !isSettledValue(value!.value, flag.value));
  // With no row left the test would be one that never runs.
  const [row] = others;
  if (!row || others.length === rows.length) return false;
  return commitTest(session, file, context, {
    what: 'test',
    offset: row.node.start!,
    title: `${rowTitle}${quoted(table)} that sets ${flag.key} to ${JSON.stringify(row.value!.value)} from ${file.path.split('/').at(-1)}`,
    why: `The row gives ${flag.key} another value than ${JSON.stringify(flag.value)}, and the code that is tested so is removed. See that nothing else is tested.`,
    edits: withoutRow(file, table, row.node),
  });
}

function withoutRow(file: SourceFile, { source, column }: Table, row: Node): readonly Edit[] {
  if (source.type === 'ArrayExpression') {
    const items = source.elements.filter((one) => one !== null);
    return removeListItem(file, items, items.indexOf(row as never));
  }
  if (source.type !== 'TemplateLiteral' || column.kind !== 'template') return [];
  const { expressions } = source;
  const last = expressions[expressions.indexOf(row as never) + column.width - 1]!;
  return [{ start: lineStart(file.text, row.start!), end: nextLine(file.text, last.end!), text: '' }];
}

function quoted({ call, callback }: Table): string {
  const [test] = testsWithin(callback);
  const title = titleOf(call) ?? (test && titleOf(test));
  return title === undefined ? 'the table' : `"${title}"`;
}

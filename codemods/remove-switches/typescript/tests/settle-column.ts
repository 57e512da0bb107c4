import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { inOrder } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { contentOf, parentsOf, removeListItem, scopesOf, walk } from '@ffsd/typescript';
import { commitTest } from '../../commit-test.ts';
import { makeSite } from '../make-site.ts';
import { nameOf } from '../occurrences-of-key.ts';
import { originOfName } from '../origin-of-name.ts';
import { planUses } from '../plan-value.ts';
import { putContent } from '../put-content.ts';
import type { Session } from '../session.ts';
import { callbackOf, roleOf, statementsIn } from './around.ts';
import type { TestContext } from './find-set-ups.ts';
import { setUpsIn } from './find-set-ups.ts';
import { rowTitle } from './remove-rows.ts';
import type { Table } from './table-of.ts';
import { headersOf, tableOf } from './table-of.ts';

/**
 * Takes a parameter out of a table all of whose rows give it the same value, now that the others are removed: first where it is used, then with
 * its column. A table of one row and one column is no table.
 */
export function settleColumn(session: Session, path: string, context: TestContext): boolean {
  const file = session.parse(path);
  if (!file) return false;
  const setUps = setUpsIn(session, path, context);
  for (const table of touchedTables(session, file, context)) {
    // First what sets the flag by it goes.
    const binding = scopesOf(file).bindingOf(table.name)?.declarations[0];
    if (setUps.some(({ setter: { gives } }) => gives.kind === 'parameter' && gives.name === binding)) continue;
    const [first] = table.rows;
    const value = first?.value?.value;
    const isSame = table.rows.every((row) => row.value && JSON.stringify(row.value.value) === JSON.stringify(value));
    const isPlain = typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string';
    if (!isSame || !isPlain) continue;
    if (settle(session, file, context, table, value)) return true;
  }
  return false;
}

interface NamedTable extends Table {
  readonly name: Node;
}

/** The tables that lost rows of the flag, for each of their parameters that is one of a setter's. */
function touchedTables(session: Session, file: SourceFile, context: TestContext): readonly NamedTable[] {
  const tables: NamedTable[] = [];
  if (!session.historyOf(file.path).some(({ key }) => key.includes(rowTitle))) return tables;
  const prefix = `test ${context.flag.key} test `;
  walk(file.tree.program, (node) => {
    if (node.type !== 'Identifier' || scopesOf(file).bindingOf(node)?.declarations[0] !== node) return;
    if (scopesOf(file).bindingOf(node)!.kind !== 'param') return;
    const table = tableOf(session, file, node);
    if (!table) return;
    const { start, end } = table.source;
    const rows = session
      .touching(file.path, start!, end!)
      .filter((key) => key.startsWith(prefix) && key.includes(rowTitle));
    if (rows.length > 0) tables.push({ ...table, name: node });
  });
  return tables;
}

function settle(session: Session, file: SourceFile, context: TestContext, table: NamedTable, value: Constant): boolean {
  const binding = scopesOf(file).bindingOf(table.name);
  const { source, rows, column } = table;
  const change = {
    what: 'set-up' as const,
    offset: table.name.start!,
    why: `Since the other rows are removed, it is ${JSON.stringify(value)} in all of them.`,
    grounds: session.touching(file.path, source.start!, source.end!),
  };
  const name = nameOf(table.name);
  const edits =
    rows.length === 1 && column.kind === 'whole'
      ? unwrapped(session, file, table, value)
      : withoutColumn(file, table, value);
  // What would be left of the table without it could not stand.
  if (edits.length === 0) return false;
  if (binding && binding.references.length > 0) {
    // `'en'` in all rows says in which language the test is written.
    if (!hasVaried(session, file, table, value)) return false;
    const plan = planUses(session, file, table.name, value);
    if (plan.kind !== 'edits') return false;
    return commitTest(session, file, context, {
      ...change,
      title: `Fold ${name}, which is ${JSON.stringify(value)} in all rows of a table in ${file.path.split('/').at(-1)}`,
      edits: plan.edits,
    });
  }
  return commitTest(session, file, context, {
    ...change,
    title: `Remove ${name} from a table in ${file.path.split('/').at(-1)}`,
    edits,
  });
}

/** Whether it was one thing or the other in the rows before the first change. */
function hasVaried(session: Session, file: SourceFile, { name }: NamedTable, value: Constant): boolean {
  const original = session.original(file.path);
  const at = originOfName(session, file.path, name.start!);
  let varied = false;
  if (original)
    walk(original.tree.program, (node) => {
      if (node.type !== 'Identifier' || node.start !== at) return;
      const { rows = [] } = tableOf(session.base, original, node) ?? {};
      const values = rows.map((row) => row.value?.value);
      varied ||= values.every((one) => typeof one === 'boolean') && values.includes(!value);
    });
  return varied;
}

/** `[true].forEach(on => { it(…); })` becomes `it(…);`, and `it.each([true])('is %s', on => …)` becomes `it('is true', () => …)`. */
function unwrapped(
  session: Session,
  file: SourceFile,
  { call, callback, source, rows }: NamedTable,
  value: Constant,
): readonly Edit[] {
  const { callee } = call;
  if (callback.params.length !== 1 || rows.length !== 1) return [];
  if (callee.type === 'MemberExpression') {
    const statement = parentsOf(file).parent(call);
    const body = 'body' in callback ? (callback.body as Node) : undefined;
    if (statement?.type !== 'ExpressionStatement' || body?.type !== 'BlockStatement') return [];
    const site = makeSite(session, file);
    const content = contentOf(file, body);
    const declares = statementsIn(callback).some(({ type }) => type !== 'ExpressionStatement');
    if (!content || declares) return [];
    return putContent(site, statement, body, content);
  }
  if (callee.type !== 'CallExpression' || callee.callee.type !== 'MemberExpression') return [];
  const runner = callee.callee.object;
  const [parameter] = callback.params;
  return inOrder([
    { start: runner.end!, end: callee.end!, text: '' },
    ...titleEdits(file, call, 0, nameOf(parameter!), value),
    ...removeListItem(file, callback.params, 0),
  ]).filter(() => source.type === 'ArrayExpression');
}

function withoutColumn(file: SourceFile, table: NamedTable, value: Constant): readonly Edit[] {
  const { call, callback, column, rows, name } = table;
  const fromRows = rows.flatMap(({ node, cell }) => withoutCell(file, table, node, cell));
  if (fromRows.length === 0) return [];
  switch (column.kind) {
    case 'whole':
      return [];
    case 'item': {
      const pattern = callback.params.includes(name)
        ? callback.params
        : (parentsOf(file).parent(name) as Node & { elements: readonly Node[] }).elements;
      return inOrder([
        ...fromRows,
        ...removeListItem(file, pattern, pattern.indexOf(name)),
        ...titleEdits(file, call, column.index, nameOf(name), value),
      ]);
    }
    case 'property':
    case 'template': {
      const property = parentsOf(file).parent(name)!;
      const pattern = parentsOf(file).parent(property);
      if (pattern?.type !== 'ObjectPattern' || pattern.properties.length === 1) return [];
      const own = removeListItem(file, pattern.properties, pattern.properties.indexOf(property as never));
      return inOrder([
        ...fromRows,
        ...headerEdits(file, table),
        ...own,
        ...titleEdits(file, call, undefined, nameOf(name), value),
      ]);
    }
    default:
      return column satisfies never;
  }
}

function withoutCell(file: SourceFile, { column, source }: NamedTable, row: Node, cell: Node): readonly Edit[] {
  if (row.type === 'ArrayExpression' && column.kind === 'item' && row.elements.length > 1) {
    return removeListItem(file, row.elements as readonly Node[], column.index);
  }
  if (row.type === 'ObjectExpression' && column.kind === 'property' && row.properties.length > 1) {
    const index = row.properties.findIndex((one) => one.type === 'ObjectProperty' && one.value === cell);
    return removeListItem(file, row.properties, index);
  }
  if (source.type !== 'TemplateLiteral' || column.kind !== 'template' || column.width < 2) return [];
  const cells = source.expressions;
  const at = cells.indexOf(cell as never);
  return column.index + 1 < column.width
    ? [{ start: cell.start! - 2, end: cells[at + 1]!.start! - 2, text: '' }]
    : [{ start: cells[at - 1]!.end! + 1, end: cell.end! + 1, text: '' }];
}

/** The name of a column of a template, with its `|`. */
function headerEdits({ text }: SourceFile, { column, source }: NamedTable): readonly Edit[] {
  if (source.type !== 'TemplateLiteral' || column.kind !== 'template') return [];
  const { start, end } = source.quasis[0]!;
  const parts = text.slice(start!, end!).split('|');
  if (headersOf(text.slice(start!, end!)).length !== column.width) return [];
  const from = start! + parts.slice(0, column.index).join('|').length;
  const part = parts[column.index]!;
  if (column.index > 0) return [{ start: from, end: from + 1 + part.trimEnd().length, text: '' }];
  const lead = part.length - part.trimStart().length;
  const behind = /^\s*/.exec(parts[1]!)![0].length;
  return [{ start: from + lead, end: from + part.length + 1 + behind, text: '' }];
}

/** What the title showed of the parameter stays in it, so that the tests are called what they were called. */
function titleEdits(
  { text }: SourceFile,
  call: Node & { type: 'CallExpression' },
  index: number | undefined,
  name: string,
  value: Constant,
): readonly Edit[] {
  const [title] = call.arguments;
  if (!title || !roleOf(call) || callbackOf(call) === title || !/^(?:String|Template)Literal$/.test(title.type))
    return [];
  const words = text.slice(title.start!, title.end!);
  const shown = [...words.matchAll(/%[psdifjoOc]/g)];
  const place = index === undefined ? undefined : shown[index];
  const edits: Edit[] = place
    ? [{ start: title.start! + place.index, end: title.start! + place.index + 2, text: String(value) }]
    : [];
  for (const { index: at, 0: all } of words.matchAll(new RegExp(`\\$${name}\\b`, 'g'))) {
    edits.push({ start: title.start! + at, end: title.start! + at + all.length, text: String(value) });
  }
  return edits;
}

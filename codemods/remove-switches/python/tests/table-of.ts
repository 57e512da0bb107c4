import type { AnyNode, Decorator, FunctionDef, ListItem, Name, SourceFile } from '@ffsd/python';
import { dottedName, stringValue } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { Known } from '../../fold-result.ts';
import { constantOf } from '../constant-of.ts';
import { ownerOf } from './test-around.ts';

/** `@pytest.mark.parametrize('on, page', [(True, 'card'), (False, 'form')])`, seen from one of its parameters. */
export interface Table {
  readonly decorator: Decorator;
  /** The names of the parameters, as they are written. */
  readonly names: readonly string[];
  readonly nameNode: AnyNode;
  /** Which of the names is meant. */
  readonly index: number;
  readonly rows: readonly Row[];
  /** `ids=['on', 'off']`: one for each row. */
  readonly ids: readonly ListItem[];
}

export interface Row {
  readonly item: ListItem;
  /** What the row gives the parameter. */
  readonly cell: AnyNode;
  readonly value: Known | undefined;
}

/** The table of a test, or of its class, that gives a parameter its values; undefined where there is none that can be read. */
export function tableOf(workspace: Workspace, file: SourceFile, test: FunctionDef, name: Name): Table | undefined {
  const isOwn =
    test.params.params.some((one) => one.name === name) || test.params.kwonlyParams.some((one) => one.name === name);
  if (!isOwn) return undefined;
  const owner = ownerOf(test);
  const tables = [...test.decorators, ...(owner?.decorators ?? [])].flatMap(
    (decorator) => readTable(workspace, file, decorator, name.value) ?? [],
  );
  const [table, ...more] = tables;
  // A table of the class is that of all its tests.
  return table && more.length === 0 && table.decorator.parent === test ? table : undefined;
}

function readTable(workspace: Workspace, file: SourceFile, decorator: Decorator, name: string): Table | undefined {
  const call = decorator.decorator;
  if (call.type !== 'Call' || !/(?:^|\.)parametrize$/.test(dottedName(call.func) ?? '')) return undefined;
  const [names, values, ...others] = call.args;
  if (!names || !values || names.keyword || values.keyword) return undefined;
  const written = namesIn(names.value);
  const index = written?.indexOf(name) ?? -1;
  if (!written || index < 0) return undefined;
  // `indirect=True` hands the value to a fixture.
  if (others.some(({ keyword }) => keyword?.value !== 'ids')) return undefined;
  const items = elementsOf(values.value);
  if (!items) return undefined;
  const rows: Row[] = [];
  for (const item of items) {
    const cells = item.type === 'Element' ? cellsOf(item.value, written.length) : undefined;
    const cell = cells?.[index];
    if (!cell) return undefined;
    rows.push({ item, cell, value: constantOf(workspace, file, cell) });
  }
  const ids = others[0] ? elementsOf(others[0].value) : [];
  if (others[0] && ids && ids.length !== rows.length) return undefined;
  return { decorator, names: written, nameNode: names.value, index, rows, ids: ids ?? [] };
}

/** `'on, page'`, `('on', 'page')` */
function namesIn(node: AnyNode): readonly string[] | undefined {
  const text = stringValue(node);
  if (text !== undefined)
    return text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const items = elementsOf(node);
  const names = items?.map((item) => (item.type === 'Element' ? stringValue(item.value) : undefined));
  return names?.every((one) => one !== undefined) ? (names as readonly string[]) : undefined;
}

export function elementsOf(node: AnyNode): readonly ListItem[] | undefined {
  if (node.type !== 'List' && node.type !== 'Tuple') return undefined;
  return node.elements.every(({ type }) => type === 'Element') ? node.elements : undefined;
}

/** What a row gives to each of the parameters. */
function cellsOf(row: AnyNode, width: number): readonly AnyNode[] | undefined {
  if (row.type === 'Call') {
    if (!/(?:^|\.)param$/.test(dottedName(row.func) ?? '')) return width === 1 ? [row] : undefined;
    const values = row.args.filter(({ keyword }) => keyword === null);
    return values.length === width && values.every(({ star }) => star === '')
      ? values.map(({ value }) => value)
      : undefined;
  }
  if (width === 1) return [row];
  const items = elementsOf(row);
  if (!items || items.length !== width) return undefined;
  return items.map((item) => (item as AnyNode & { type: 'Element' }).value);
}

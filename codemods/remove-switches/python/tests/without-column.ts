import { mapOffset } from '@ffsd/edits';
import type { AnyNode, FunctionDef, ListItem, Name } from '@ffsd/python';
import { findAll, removeListItem, stringSpan } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { withoutDecorator } from './remove-set-up.ts';
import type { Stepwise } from './stepwise.ts';
import { step } from './stepwise.ts';
import type { Table } from './table-of.ts';
import { elementsOf, tableOf } from './table-of.ts';

/** Takes a parameter out of a test and out of the table that feeds it; the table goes when it feeds nothing else. */
export function withoutColumn(
  workspace: Workspace,
  at: Stepwise,
  { name: { start } }: FunctionDef,
  name: Name,
): Stepwise | undefined {
  const test = findAll(at.file.tree, 'FunctionDef').find(
    (one) => one.name.start === mapOffset(at.edits, start, 'after'),
  );
  const parameter =
    test && [...test.params.params, ...test.params.kwonlyParams].find((one) => one.name.value === name.value);
  const table = parameter && tableOf(workspace, at.file, test, parameter.name);
  if (!table) return undefined;
  const tableless =
    table.names.length === 1 ? step(at, (file) => [withoutDecorator(file, table.decorator)]) : narrowed(at, table);
  return (
    tableless &&
    step(tableless, (file) => {
      const offset = mapOffset(tableless.edits, name.start, 'after');
      const found = findAll(file.tree, 'Param').find((one) => one.name.start === offset);
      return found && removeListItem(file, found);
    })
  );
}

/** The table with one column less. */
function narrowed(at: Stepwise, { names, nameNode, index, rows }: Table): Stepwise | undefined {
  const isText = nameNode.type === 'SimpleString';
  const left = names.length - 1;
  const edits = rows.map(({ item }) => {
    const row = (item as AnyNode & { readonly type: 'Element' }).value;
    const cells = row.type === 'Call' ? row.args.filter(({ keyword }) => keyword === null) : (elementsOf(row) ?? []);
    // With a text of one name, a row is the value itself.
    const only = left === 1 && isText && row.type !== 'Call' ? cells[1 - index] : undefined;
    if (only?.type === 'Element') return [{ start: row.fullStart, end: row.fullEnd, text: only.value.code }];
    return removeListItem(at.file, cells[index] as ListItem);
  });
  if (edits.includes(undefined)) return undefined;
  const renamed = isText
    ? [{ ...stringSpan(nameNode)!, text: withoutName(at.file.text.slice(nameNode.start, nameNode.end), names, index) }]
    : removeListItem(at.file, elementsOf(nameNode)![index]!);
  return (
    renamed && step(at, () => [...renamed, ...edits.flatMap((one) => one ?? [])].sort((a, b) => a.start - b.start))
  );
}

function withoutName(written: string, names: readonly string[], index: number): string {
  const separator = /,\s+/.test(written) ? ', ' : ',';
  return names.filter((_, at) => at !== index).join(separator);
}

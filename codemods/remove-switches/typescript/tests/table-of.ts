import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf } from '@ffsd/typescript';
import type { Known } from '../../fold-result.ts';
import { constantOf } from '../constant-of.ts';
import { nameOf } from '../occurrences-of-key.ts';
import type { CodeWorkspace } from '../session.ts';
import { callbackOf, roleOf, testsWithin } from './around.ts';

type Call = Node & { readonly type: 'CallExpression' };

/** `it.each([[true, 'card'], [false, 'form']])('…', (on, page) => …)`, seen from one of its parameters. */
export interface Table {
  /** The call with the callback. */
  readonly call: Call;
  readonly callback: Node & { readonly params: readonly Node[] };
  /** The array of the rows, or the template with them. */
  readonly source: Node;
  readonly rows: readonly Row[];
  /** How a row gives the parameter its value: it is the value, or has it as an item or as a property. */
  readonly column:
    | { readonly kind: 'whole' }
    | { readonly kind: 'item'; readonly index: number }
    | { readonly kind: 'property'; readonly key: string }
    | { readonly kind: 'template'; readonly index: number; readonly width: number };
}

export interface Row {
  /** The element of the array; the first cell of a row of a template. */
  readonly node: Node;
  readonly cell: Node;
  readonly value: Known | undefined;
}

/** The table that gives a parameter its values; undefined where there is none, or one that is not seen whole. */
export function tableOf(workspace: CodeWorkspace, file: SourceFile, name: Node): Table | undefined {
  const parents = parentsOf(file);
  const declared = scopesOf(file).bindingOf(name)?.declarations[0];
  const callback = declared && [...parents.ancestors(declared)].find(({ type }) => /Function/.test(type));
  const call = callback && parents.parent(callback);
  if (!declared || call?.type !== 'CallExpression' || !callback || !('params' in callback)) return undefined;
  const source = sourceOf(call, callback);
  const index = callback.params.findIndex(({ start, end }) => start! <= declared.start! && declared.end! <= end!);
  const parameter = callback.params[index] as Node | undefined;
  if (!source || !parameter) return undefined;
  const place = placeIn(file, parameter, declared);
  const base = { call, callback: callback as Table['callback'], source: source.node };
  if (source.node.type === 'TemplateLiteral') {
    return place?.kind === 'property' ? ofTemplate(workspace, file, base, source.node, place.key) : undefined;
  }
  if (source.node.type !== 'ArrayExpression') return undefined;
  const elements = source.node.elements;
  const spreads = source.spreads && elements.every((one) => one?.type === 'ArrayExpression');
  const column: Table['column'] | undefined =
    spreads && parameter === declared
      ? { kind: 'item', index }
      : index > 0 || (source.spreads && !spreads && elements.some((one) => one?.type === 'ArrayExpression'))
        ? undefined
        : place;
  if (!column) return undefined;
  const rows: Row[] = [];
  for (const node of elements) {
    const cell = node && cellOf(node, column);
    if (!cell) return undefined;
    rows.push({ node, cell, value: constantOf(workspace, file, cell) });
  }
  return { ...base, rows, column };
}

/** `[…].forEach(callback)`, `it.each([…])('…', callback)` */
function sourceOf(call: Call, callback: Node): { readonly node: Node; readonly spreads: boolean } | undefined {
  const { callee } = call;
  if (callee.type === 'MemberExpression') {
    const isLoop = nameOf(callee.property) === 'forEach' && call.arguments[0] === callback;
    return isLoop && testsWithin(callback).length > 0 ? { node: callee.object, spreads: false } : undefined;
  }
  const role = roleOf(call);
  if ((role !== 'test' && role !== 'group') || callbackOf(call) !== callback) return undefined;
  const isEach = (node: Node) => node.type === 'MemberExpression' && nameOf(node.property) === 'each';
  if (callee.type === 'TaggedTemplateExpression')
    return isEach(callee.tag) ? { node: callee.quasi, spreads: false } : undefined;
  if (callee.type !== 'CallExpression' || !isEach(callee.callee) || callee.arguments.length !== 1) return undefined;
  return { node: callee.arguments[0]!, spreads: true };
}

/** Where a parameter has the name: it is the name itself, or takes it out of a property or an item. */
function placeIn(file: SourceFile, parameter: Node, declared: Node): Table['column'] | undefined {
  if (parameter === declared) return { kind: 'whole' };
  if (parameter.type === 'ArrayPattern') {
    const index = parameter.elements.indexOf(declared as never);
    return index < 0 ? undefined : { kind: 'item', index };
  }
  const property = parentsOf(file).parent(declared);
  const isOwn =
    property?.type === 'ObjectProperty' && parentsOf(file).parent(property) === parameter && !property.computed;
  return isOwn ? { kind: 'property', key: nameOf(property.key) } : undefined;
}

function cellOf(row: Node, column: Table['column']): Node | undefined {
  switch (column.kind) {
    case 'whole':
      return row.type === 'SpreadElement' ? undefined : row;
    case 'item': {
      if (row.type !== 'ArrayExpression' || row.elements.some((one) => !one || one.type === 'SpreadElement'))
        return undefined;
      return row.elements[column.index] ?? undefined;
    }
    case 'property': {
      if (row.type !== 'ObjectExpression' || row.properties.some(({ type }) => type === 'SpreadElement'))
        return undefined;
      const entry = row.properties.find(
        (one) => one.type === 'ObjectProperty' && !one.computed && nameOf(one.key) === column.key,
      );
      return entry?.type === 'ObjectProperty' ? entry.value : undefined;
    }
    case 'template':
      return undefined;
    default:
      return column satisfies never;
  }
}

/** The rows of a template: `on | page`, then `${true} | ${'card'}`. */
function ofTemplate(
  workspace: CodeWorkspace,
  file: SourceFile,
  base: Pick<Table, 'call' | 'callback' | 'source'>,
  { quasis, expressions }: Node & { type: 'TemplateLiteral' },
  key: string,
): Table | undefined {
  const names = headersOf(quasis[0]!.value.raw);
  const index = names.indexOf(key);
  const width = names.length;
  if (index < 0 || expressions.length === 0 || expressions.length % width !== 0) return undefined;
  const rows: Row[] = [];
  for (let at = 0; at < expressions.length; at += width) {
    const cell = expressions[at + index]!;
    rows.push({ node: expressions[at]!, cell, value: constantOf(workspace, file, cell) });
  }
  return { ...base, rows, column: { kind: 'template', index, width } };
}

export function headersOf(text: string): readonly string[] {
  return text
    .trim()
    .split('|')
    .map((one) => one.trim());
}

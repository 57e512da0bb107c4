import { nodes } from './index.ts';
import { fieldName } from './names.ts';
import type { GivenText, Item, JoinedField, NodeSpec } from './schema.ts';

/** The functions that print a node from its fields, for `src/generated/printers.ts`. */
export function printersText(): string {
  return [
    "import type { Print, Printer } from '../printer.ts';",
    "import type * as n from './nodes.ts';",
    '',
    ...nodes.map(printer),
    '/** By kind; 0 is a text. */',
    'export const printers = [',
    '  () => {},',
    ...nodes.map((node) => `  print${node.name},`),
    '] as readonly unknown[] as readonly Print[];',
    '',
    '/** What a parent gives to a child in a field: kind of the parent, then the index of the field. */',
    'export const passed: Readonly<Record<number, Readonly<Record<number, string>>>> = {',
    ...nodes.flatMap((node, index) => {
      const names = Object.keys(node.fields);
      const given = passes(node.layout).map(([name, text]) => `${names.indexOf(name)}: ${JSON.stringify(text)}`);
      return given.length > 0 ? [`  ${index + 1}: { ${given.join(', ')} },`] : [];
    }),
    '};',
    '',
  ].join('\n');
}

function passes(items: readonly Item[]): [string, string][] {
  return items.flatMap((item): [string, string][] => {
    if (item.kind === 'field') return item.pass === undefined ? [] : [[item.field, item.pass]];
    if (item.kind === 'joined')
      return item.fields.flatMap((of) => (of.pass === undefined ? [] : [[of.field, of.pass]]));
    if (item.kind === 'when') return passes(item.items);
    return [];
  });
}

function printer(node: NodeSpec): string {
  const special = SPECIAL[node.name];
  const lines = special ?? node.layout.flatMap((item) => statements(node, item));
  const text = lines.map((line) => `  ${line}`).join('\n');
  const parameters = ['p: Printer', `x: n.${node.name}`, 'given: string', 'separator: string'];
  const names = ['p', 'x', 'given', 'separator'];
  while (parameters.length > 0 && !new RegExp(`\\b${names[parameters.length - 1]}\\b`).test(withoutStrings(text)))
    parameters.pop();
  const signature = parameters
    .map((parameter, index) =>
      new RegExp(`\\b${names[index]}\\b`).test(withoutStrings(text)) ? parameter : `_${parameter}`,
    )
    .join(', ');
  return [`function print${node.name}(${signature}): void {`, text, '}', ''].join('\n');
}

const withoutStrings = (text: string): string =>
  text
    .replace(/"[^"]*"/g, '')
    .replace(/\.\w+/g, '.')
    .replace(/\b\w+:/g, '');

/** What the layout does not say. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  Module: ['p.module(x);'],
  Newline: ['p.newline(x);'],
};

function statements(node: NodeSpec, item: Item): string[] {
  const nested = (items: readonly Item[]): string[] =>
    items.flatMap((inner) => statements(node, inner)).map((line) => `  ${line}`);
  switch (item.kind) {
    case 'field':
      return print(node, item.field, item.pass);
    case 'separator':
      return [`p.separator(${access(item.field)}, separator);`];
    case 'or-else':
      return [
        `if (${access(item.field)} !== null) p.node(${access(item.field)});`,
        `else ${condition(node, item)}p.token(${fallback(item.text)});`,
      ];
    case 'joined': {
      const parts = item.fields.map((field) => joinedPart(node, field));
      const alone = item.alone === undefined ? '' : `, ${JSON.stringify(item.alone)}`;
      return [`p.joined([${parts.join(', ')}], ${JSON.stringify(item.between)}${alone});`];
    }
    case 'token':
      return [`p.token(${JSON.stringify(item.text)});`];
    case 'keyword':
      return ['p.token(given);'];
    case 'indent':
      return ['p.indent();'];
    case 'indent-if':
      return [`if (${access(item.field)}) p.indent();`];
    case 'push-indent':
      return [`p.pushIndent(${access(item.field)});`];
    case 'pop-indent':
      return ['p.popIndent();'];
    case 'when':
      return [`if (${present(node, item.field)}) {`, ...nested(item.items), '}'];
    case 'text':
      return [
        `p.token(${access(item.field)}${item.otherwiseGiven ? ' ?? given' : node.fields[item.field]!.many === 'optional' ? " ?? ''" : ''});`,
      ];
    case 'whole':
      return [`p.token(${access(item.field)});`];
    case 'if-empty':
      return [`if (!(${present(node, item.field)})) {`, ...nested(item.items), '}'];
    case 'default-newline':
      return ['p.defaultNewline();'];
    case 'start':
    case 'end':
    case 'start-of':
    case 'end-of':
      return [];
    default:
      return item satisfies never;
  }
}

function condition(node: NodeSpec, item: Item & { kind: 'or-else' }): string {
  if (item.unless !== undefined) return `if (!(${present(node, item.unless)})) `;
  if (item.needs.length === 0) return '';
  return `if (${item.needs.map((name) => present(node, name)).join(' || ')}) `;
}

const access = (name: string): string => `x.${fieldName(name)}`;

function present(node: NodeSpec, name: string): string {
  const field = node.fields[name]!;
  if (field.type === 'Parameters') return `p.hasParameters(${access(name)})`;
  return field.many === 'list' ? `${access(name)}.length > 0` : `${access(name)} !== null`;
}

function print(node: NodeSpec, name: string, pass?: string): string[] {
  const given = pass === undefined ? '' : `, ${JSON.stringify(pass)}`;
  switch (node.fields[name]!.many) {
    case 'one':
      return [`p.node(${access(name)}${given});`];
    case 'optional':
      return [`if (${access(name)} !== null) p.node(${access(name)}${given});`];
    case 'optional-list':
      return [`for (const item of ${access(name)} ?? []) p.node(item${given});`];
    default:
      return [`for (const item of ${access(name)}) p.node(item${given});`];
  }
}

function joinedPart(node: NodeSpec, joined: JoinedField): string {
  const field = node.fields[joined.field]!;
  const value =
    field.many === 'list'
      ? access(joined.field)
      : field.many === 'list-or-one'
        ? `p.many(${access(joined.field)})`
        : `p.many(${access(joined.field)})`;
  const parts = [`of: ${value}`];
  if (joined.pass !== undefined) parts.push(`given: ${JSON.stringify(joined.pass)}`);
  if (joined.stand) {
    const needed = joined.stand.needs.map((name) => present(node, name)).join(' || ');
    parts.push(`stand: ${needed} ? ${JSON.stringify(joined.stand.text)} : undefined`);
  }
  for (const side of ['before', 'after'] as const) {
    const items = joined[side];
    if (items) parts.push(`${side}: () => { ${items.flatMap((item) => statements(node, item)).join(' ')} }`);
  }
  return `{ ${parts.join(', ')} }`;
}

function fallback(text: string | GivenText): string {
  return typeof text === 'string'
    ? JSON.stringify(text)
    : `(${JSON.stringify(text.given)} as Record<string, string>)[given] ?? ''`;
}

import { examples } from './examples.ts';
import { expressionNodes } from './expressions.ts';
import { fieldDoc } from './field-docs.ts';
import { unions } from './index.ts';
import { fieldName } from './names.ts';
import { operatorNodes } from './operators.ts';
import { patternNodes } from './patterns.ts';
import type { DefaultSpec, FieldSpec, Item, JoinedField, NodeSpec } from './schema.ts';
import { statementNodes } from './statements.ts';
import { whitespaceNodes } from './whitespace.ts';

interface Group {
  readonly file: string;
  readonly title: string;
  readonly about: string;
  readonly nodes: readonly NodeSpec[];
}

const groups: readonly Group[] = [
  {
    file: 'statements',
    title: 'Statements',
    about: 'Compound statements, the lines of small statements, and what stands in them.',
    nodes: statementNodes,
  },
  {
    file: 'expressions',
    title: 'Expressions',
    about: 'Expressions with their elements, arguments, parameters and comprehensions.',
    nodes: expressionNodes,
  },
  { file: 'patterns', title: 'Patterns', about: 'The `match` statement and its patterns.', nodes: patternNodes },
  {
    file: 'operators',
    title: 'Operators and punctuation',
    about: 'Each is a node, because each owns the white space around it.',
    nodes: operatorNodes,
  },
  {
    file: 'white-space',
    title: 'White space and the module',
    about: 'What stands between the words, and the module that holds all.',
    nodes: whitespaceNodes,
  },
];

/** The reference pages: name of the file in `docs/reference` → text. */
export function pages(): ReadonlyMap<string, string> {
  return new Map([['README.md', contents()], ...groups.map((group) => [`${group.file}.md`, page(group)] as const)]);
}

function contents(): string {
  return [
    '# Nodes',
    '',
    "All nodes of LibCST 1.9, under LibCST's names. Fields are LibCST's in camel case; a field that bears a name that every",
    'node has for itself (`type`, `start`, `end`) gets an underscore. Optional fields are `null` where LibCST has `None` or',
    '`MaybeSentinel.DEFAULT`; lists are frozen arrays.',
    '',
    'Every node has `type`, `start` and `end` (without what it owns: white space, comments, parentheses), `fullStart` and',
    '`fullEnd` (with all), `code`, `parent`, `children()`, `with({ … })`, and each class has `create({ … })`.',
    '',
    ...groups.flatMap(({ file, title, nodes }) => [
      `- [${title}](${file}.md): ${nodes.map(({ name }) => `[${name}](${file}.md#${name.toLowerCase()})`).join(', ')}`,
    ]),
    '',
    '## Unions',
    '',
    'What may stand in a field that is open to several nodes. LibCST has classes for most of them.',
    '',
    '| union | nodes |',
    '|---|---|',
    ...unions.map((union) => `| ${union.name} | ${[...new Set(Object.values(union.members))].map(link).join(', ')} |`),
    '',
    '## Where we differ from LibCST',
    '',
    '- `NotEqual` has no `value`: the parser does not take `<>`.',
    '- `MatchCase` has a space before and after `if` by default; LibCST prints `case xify:`.',
    '- `Return.whitespaceAfterReturn` of a lone `return` is null, so that a value that is added gets a space.',
    '- Words that would run together in a changed node get a space (`return(x)` with `y` for `(x)`); LibCST refuses to build it.',
    '- White space before the colon of an `except` is kept; LibCST loses it.',
    '- All lines after the last statement are kept; LibCST loses some where an indented comment stands among them.',
    '- `Module.hasTrailingNewline` is true for a lone CR as well.',
    '',
  ].join('\n');
}

function page({ title, about, nodes }: Group): string {
  return [
    `# ${title}`,
    '',
    about,
    '',
    'The line below an example says what a node is made of, in the order of the text: tokens as code, fields by their',
    'names, `?` for one that may be null, `…` for a list, square brackets around what is there only with a field in them.',
    'What stands between `⟨` and `⟩` is what `start` and `end` of the node mark, if it is not all of it.',
    '',
    ...nodes.flatMap(section),
  ].join('\n');
}

function section(node: NodeSpec): string[] {
  const rows = Object.entries(node.fields).map(([name, field]) =>
    `| \`${fieldName(name)}\` | \`${name}\` | ${typeText(field)} | ${field.default ? defaultText(field.default) : 'must be given'} | ${fieldDoc(node.name, name, field)} |`.replace(
      '`|`',
      '`\\|`',
    ),
  );
  return [
    `## ${node.name}`,
    '',
    node.doc,
    '',
    '```python',
    examples[node.name]!,
    '```',
    '',
    layoutText(node) || 'Nothing.',
    '',
    ...(rows.length > 0 ? ['| field | LibCST | type | default | |', '|---|---|---|---|---|', ...rows, ''] : []),
  ];
}

function typeText({ type, many }: FieldSpec): string {
  const name = type === 'text' ? 'string' : type === 'flag' ? 'boolean' : link(type);
  switch (many) {
    case 'one':
      return name;
    case 'optional':
      return `${name} or null`;
    case 'list':
      return `list of ${name}`;
    case 'optional-list':
      return `list of ${name}, or null`;
    case 'list-or-one':
      return `list of ${name}, or ${link('ImportStar')}`;
    default:
      return many satisfies never;
  }
}

function link(type: string): string {
  const group = groups.find(({ nodes }) => nodes.some(({ name }) => name === type));
  return group ? `[${type}](${group.file}.md#${type.toLowerCase()})` : `[${type}](README.md#unions)`;
}

function defaultText(value: DefaultSpec): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'text':
    case 'flag':
      return code(JSON.stringify(value.value));
    case 'list':
      return value.of.length === 0 ? 'none' : value.of.map((of) => `one ${of.type}`).join(', ');
    case 'node': {
      const inner = value.fields?.value;
      if (value.type !== 'SimpleWhitespace' || inner?.kind !== 'text') return value.type;
      return inner.value === '' ? 'no white space' : 'a space';
    }
    default:
      return value satisfies never;
  }
}

function layoutText(node: NodeSpec): string {
  return node.layout
    .map((item) => itemText(node, item))
    .filter((text) => text !== '')
    .join(' ');
}

function itemText(node: NodeSpec, item: Item): string {
  const all = (items: readonly Item[]): string => items.map((inner) => itemText(node, inner)).join(' ');
  switch (item.kind) {
    case 'field':
    case 'separator':
    case 'text':
    case 'whole':
      return named(node, item.field);
    case 'or-else':
      return named(node, item.field);
    case 'joined':
      return item.fields.map((joined) => joinedText(node, joined, all)).join(' ');
    case 'token':
      return code(item.text);
    case 'keyword':
      return { If: '`if` or `elif`', Annotation: '`:` or `->`' }[node.name]!;
    case 'indent':
      return 'indentation';
    case 'indent-if':
      return `indentation if *${fieldName(item.field)}*`;
    case 'when':
      return `[ ${all(item.items)} ]`;
    case 'start':
      return '⟨';
    case 'end':
      return '⟩';
    case 'end-of':
      return node.layout.some(({ kind }) => kind === 'end') ? '' : '⟩';
    case 'if-empty':
      return all(item.items) === '' ? '' : `(or ${all(item.items)})`;
    case 'push-indent':
    case 'pop-indent':
    case 'start-of':
    case 'default-newline':
      return '';
    default:
      return item satisfies never;
  }
}

function joinedText(node: NodeSpec, { field, before, after }: JoinedField, all: (items: readonly Item[]) => string) {
  const text = named(node, field);
  return before || after ? `[ ${all(before ?? [])} ${text} ${all(after ?? [])} ]` : text;
}

function named(node: NodeSpec, name: string): string {
  const { many } = node.fields[name]!;
  const mark = many === 'one' ? '' : many === 'optional' ? '?' : '…';
  return `*${fieldName(name)}*${mark}`;
}

const code = (text: string): string => `\`${text}\``;

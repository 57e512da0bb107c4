import { fieldDoc } from './field-docs.ts';
import { nodes, unions } from './index.ts';
import { fieldName } from './names.ts';
import type { DefaultSpec, FieldSpec, Item, NodeSpec } from './schema.ts';

/** The classes of all nodes with their unions, for `src/generated/nodes.ts`. */
export function classesText(): string {
  return [
    "import { build, change } from '../build.ts';",
    "import { Node, register } from '../node.ts';",
    "import { codeFor } from '../print.ts';",
    '',
    ...unions.map((union) => `export type ${union.name} = ${[...new Set(Object.values(union.members))].join(' | ')};`),
    '',
    '/** Any node. Its `type` tells which. */',
    `export type AnyNode = ${nodes.map((node) => node.name).join(' | ')};`,
    '',
    '/** Name of a class → the class. */',
    'export interface NodeTypes {',
    ...nodes.map((node) => `  ${node.name}: ${node.name};`),
    '}',
    '',
    ...nodes.flatMap(classText),
    'register([',
    ...nodes.map((node) => `  ${node.name},`),
    ']);',
    '',
  ].join('\n');
}

/** What is known of each kind at run time, for `src/generated/shapes.ts`. */
export function shapesText(): string {
  return [
    "import type { Shape } from '../shape.ts';",
    '',
    '/** By kind; 0 is a text. */',
    'export const shapes: readonly Shape[] = [',
    "  { name: '', fields: [], order: [], whole: -1, given: '' },",
    ...nodes.map((node) => `  ${shape(node)},`),
    '];',
    '',
    '/** Name of a union → names of the nodes in it. */',
    'export const unions: Readonly<Record<string, readonly string[]>> = {',
    ...unions.map((union) => `  ${union.name}: ${JSON.stringify(members(union.name))},`),
    '};',
    '',
  ].join('\n');
}

function classText(node: NodeSpec): string[] {
  const entries = Object.entries(node.fields);
  return [
    `export interface ${node.name}Init {`,
    ...entries.map(
      ([name, field]) =>
        `  readonly ${fieldName(name)}${field.default ? '?' : ''}: ${fieldType(field)}${field.default ? ' | undefined' : ''};`,
    ),
    '}',
    '',
    `/** ${node.doc} */`,
    `export class ${node.name} extends Node {`,
    `  declare readonly type: '${node.name}';`,
    ...entries.map(
      ([name, field], index) =>
        `  /** ${fieldDoc(node.name, name, field)} */\n  get ${fieldName(name)}(): ${fieldType(field)} {\n    return this.field(${index}) as ${fieldType(field)};\n  }`,
    ),
    `  with(changes: Partial<${node.name}Init>): ${node.name} {`,
    '    return change(this, changes);',
    '  }',
    `  static create(init: ${node.name}Init${entries.every(([, field]) => field.default) ? ' = {}' : ''}): ${node.name} {`,
    `    return build(${node.name}, init);`,
    '  }',
    ...(node.name === 'Module' ? CODE_FOR : []),
    '}',
    '',
  ];
}

const CODE_FOR = [
  '  /** The text of a node as it is at the left margin of this module, with its indentation and its newlines. */',
  '  codeFor(node: Node): string {',
  '    return codeFor(this, node);',
  '  }',
];

function fieldType(field: FieldSpec): string {
  const type = field.type === 'text' ? 'string' : field.type === 'flag' ? 'boolean' : field.type;
  switch (field.many) {
    case 'one':
      return type;
    case 'optional':
      return `${type} | null`;
    case 'list':
      return `readonly ${type}[]`;
    case 'optional-list':
      return `readonly ${type}[] | null`;
    case 'list-or-one':
      return `readonly ${type}[] | ImportStar`;
    default:
      return field.many satisfies never;
  }
}

function shape(node: NodeSpec): string {
  const names = Object.keys(node.fields);
  const fields = names.map((name) => {
    const field = node.fields[name]!;
    const parts = [
      `name: '${fieldName(name)}'`,
      `libcst: '${name}'`,
      `type: '${field.type}'`,
      `many: '${field.many}'`,
      ...(field.default ? [`default: ${defaultText(field.default)}`] : []),
      ...needs(node, name),
    ];
    return `{ ${parts.join(', ')} }`;
  });
  const order = [...new Set(fieldsInOrder(node.layout))].map((name) => names.indexOf(name));
  const whole = node.layout.flatMap((item) => (item.kind === 'whole' ? [names.indexOf(item.field)] : []))[0] ?? -1;
  return `{ name: '${node.name}', fields: [${fields.join(', ')}], order: ${JSON.stringify(order)}, whole: ${whole}, given: ${JSON.stringify(node.given ?? '')} }`;
}

/**
 * Optional white space that only stands where another field does (`return value`): without the other it is null, with
 * it and without length it is empty, because null would print as a space.
 */
function needs(node: NodeSpec, name: string): string[] {
  const field = node.fields[name]!;
  if (field.many !== 'optional' || !/Whitespace$/.test(field.type)) return [];
  const names = Object.keys(node.fields);
  const of = node.layout.flatMap((item) => neededBy(item, name));
  return [`needs: ${JSON.stringify(of.map((other) => names.indexOf(other)))}`];
}

function neededBy(item: Item, name: string): readonly string[] {
  if (item.kind === 'or-else' && item.field === name) return item.needs;
  if (item.kind === 'when') return item.items.flatMap((inner) => neededBy(inner, name));
  return [];
}

/** Names of fields in the order of the text. */
export function fieldsInOrder(items: readonly Item[]): string[] {
  return items.flatMap((item) => {
    switch (item.kind) {
      case 'field':
      case 'separator':
      case 'or-else':
      case 'text':
      case 'whole':
        return [item.field];
      case 'joined':
        return item.fields.flatMap((joined) => [
          ...fieldsInOrder(joined.before ?? []),
          joined.field,
          ...fieldsInOrder(joined.after ?? []),
        ]);
      case 'when':
        return fieldsInOrder(item.items);
      default:
        return [];
    }
  });
}

function defaultText(value: DefaultSpec): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'text':
      return JSON.stringify(value.value);
    case 'flag':
      return String(value.value);
    case 'list':
      return `[${value.of.map((of) => defaultText({ kind: 'node', ...of })).join(', ')}]`;
    case 'node': {
      const fields = Object.entries(value.fields ?? {}).map(
        ([name, field]) => `${fieldName(name)}: ${defaultText(field)}`,
      );
      return `{ node: '${value.type}', fields: { ${fields.join(', ')} } }`;
    }
    default:
      return value satisfies never;
  }
}

/** Names of the nodes in a union, or of the node itself. */
export function members(name: string): string[] {
  const union = unions.find((candidate) => candidate.name === name);
  return union ? [...new Set(Object.values(union.members).flatMap(members))] : [name];
}

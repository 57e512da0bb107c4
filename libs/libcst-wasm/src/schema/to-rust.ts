import { nodes, unions } from './index.ts';
import type { FieldSpec, Item, NodeSpec, UnionSpec } from './schema.ts';

/** `FunctionDef` → `function_def`. */
const snakeCase = (name: string): string => name.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();

/**
 * The Rust functions that walk every node in the order of its text, for `rust/src/generated/walk.rs`. They look as if
 * written by hand on purpose: a wrong walk is found by reading them beside the crate's own code generation.
 */
export function walkText(): string {
  return [
    '#![allow(unused_assignments)]',
    'use super::{field, kind};',
    'use crate::table::NONE;',
    'use crate::walker::Walker;',
    'use libcst_native as cst;',
    '',
    '#[inline]',
    "pub fn walk_simple_whitespace<'a>(w: &mut Walker<'a>, n: &cst::SimpleWhitespace<'a>, at: u8) -> u32 {",
    '    w.simple_whitespace(n, at)',
    '}',
    '',
    "pub fn walk_newline<'a>(w: &mut Walker<'a>, n: &cst::Newline<'a>, at: u8) -> u32 {",
    '    w.newline(n, at)',
    '}',
    '',
    ...unions.filter((union) => union.rust !== undefined).map(unionFunction),
    ...nodes.filter(hasFunction).map(nodeFunction),
  ].join('\n');
}

/** Numbers of kinds, for `rust/src/generated/kind.rs`. */
export function kindText(): string {
  return [...nodes.map((node, index) => `pub const ${constant(node.name)}: u8 = ${index + 1};`), ''].join('\n');
}

/** Numbers of the fields of each kind, for `rust/src/generated/field.rs`. */
export function fieldText(): string {
  return nodes
    .flatMap((node) =>
      Object.keys(node.fields).map((name, index) => `pub const ${fieldConstant(node, name)}: u8 = ${index};`),
    )
    .concat('')
    .join('\n');
}

const functionName = (name: string): string => `walk_${snakeCase(name)}`;
const constant = (name: string): string => snakeCase(name).toUpperCase();
const fieldConstant = (node: NodeSpec, name: string): string => `${constant(node.name)}_${name.toUpperCase()}`;
const rustName = (name: string): string => (name === 'type' ? 'r#type' : name);

const byName = new Map(nodes.map((node) => [node.name, node]));

/** Nodes that some field names directly, and not only through a union. */
const named = new Set(nodes.flatMap((node) => Object.values(node.fields).map((field) => field.type)));

function hasFunction(node: NodeSpec): boolean {
  switch (node.rust?.shape) {
    case undefined:
    case 'tuple':
      return true;
    case 'variant':
      return named.has(node.name);
    default:
      return false;
  }
}

function unionFunction(union: UnionSpec): string {
  const arms = Object.entries(union.members).map(([variant, member]) => {
    const path = `cst::${union.rust}::${variant}`;
    const node = byName.get(member);
    const given = passes(member) ? ', given' : '';
    if (node?.rust?.shape === 'variant') {
      const names = Object.keys(node.fields).map(rustName);
      return `        ${path} { ${[...names, '..'].join(', ')} } => {\n${body(node, (name) => rustName(name), 3)}\n        }`;
    }
    if (node?.rust?.shape === 'inline') {
      return `        ${path}(n) => {\n${body(node, (name) => `&n.${rustName(name)}`, 3)}\n        }`;
    }
    return `        ${path}(n) => ${functionName(member)}(w, n, at${given}),`;
  });
  return [
    `pub fn ${functionName(union.name)}<'a>(w: &mut Walker<'a>, n: &cst::${union.rust}<'a>, at: u8) -> u32 {`,
    '    match n {',
    ...arms,
    '    }',
    '}',
    '',
  ].join('\n');
}

/** Nodes whose function takes a word from the parent. */
const passes = (type: string): boolean =>
  byName.get(type)?.layout.some((item) => item.kind === 'keyword' && item.rust === 'given') ?? false;

function nodeFunction(node: NodeSpec): string {
  const lifetime = node.name === 'ImportStar' ? '' : "<'a>";
  const given = passes(node.name) ? ', given: &str' : '';
  const used = Object.keys(node.fields).length > 0 ? 'n' : '_n';
  // Inlined into each other they become functions of 100 kB, which take the engine long to compile for the first text.
  const signature = `#[inline(never)]\npub fn ${functionName(node.name)}<'a>(w: &mut Walker<'a>, ${used}: &cst::${node.name}${lifetime}, at: u8${given}) -> u32 {`;
  const access = node.rust?.shape === 'tuple' ? () => '&n.0' : (name: string) => `&n.${rustName(name)}`;
  return [signature, body(node, access, 1), '}', ''].join('\n');
}

function body(node: NodeSpec, access: (name: string) => string, depth: number): string {
  const hoisted = hoistedFields(node.layout);
  const lines = [
    `let row = w.open(kind::${constant(node.name)}, at);`,
    ...(hoisted.first ? [`let mut first = NONE;`] : []),
    ...(hoisted.last.size > 0 ? [`let mut last = NONE;`] : []),
    ...node.layout.flatMap((item) => statements(node, item, access, hoisted)),
    'w.close(row)',
  ];
  return lines.map((line) => '    '.repeat(depth) + line).join('\n');
}

interface Hoisted {
  readonly first: string | undefined;
  readonly last: ReadonlySet<string>;
}

function hoistedFields(layout: readonly Item[]): Hoisted {
  const first = layout.flatMap((item) => (item.kind === 'start-of' ? [item.field] : []))[0];
  const last = new Set(layout.flatMap((item) => (item.kind === 'end-of' ? item.fields : [])));
  return { first, last };
}

function statements(node: NodeSpec, item: Item, access: (name: string) => string, hoisted: Hoisted): string[] {
  const walk = (name: string, pass?: string): string[] => fieldStatements(node, name, access, hoisted, pass);
  const nested = (items: readonly Item[]): string[] =>
    items.flatMap((inner) => statements(node, inner, access, hoisted)).map((line) => `    ${line}`);
  switch (item.kind) {
    case 'field':
      if (item.mended)
        return [`w.mended_whitespace(${access(item.field)}, field::${fieldConstant(node, item.field)});`];
      return walk(item.field, item.pass);
    case 'separator':
    case 'or-else':
      return walk(item.field);
    case 'joined':
      return item.fields.flatMap((joined) =>
        joined.before || joined.after
          ? [
              `if (${access(joined.field)}).is_some() {`,
              ...nested(joined.before ?? []),
              ...walk(joined.field).map((line) => `    ${line}`),
              ...nested(joined.after ?? []),
              '}',
            ]
          : walk(joined.field),
      );
    case 'token':
      return [`w.token(${JSON.stringify(item.text)});`];
    case 'keyword':
      return [`w.token(${item.rust});`];
    case 'indent':
      return ['w.indent();'];
    case 'indent-if':
      return [`if *${access(item.field)} {`, '    w.table.flag(row, 1);', '    w.indent();', '}'];
    case 'push-indent':
      return [`w.push_indent(*${access(item.field)}, field::${fieldConstant(node, item.field)});`];
    case 'pop-indent':
      return ['w.pop_indent();'];
    case 'start':
      return ['w.start(row);'];
    case 'end':
      return ['w.end(row);'];
    case 'start-of':
      return ['w.table.start_of(row, first);'];
    case 'end-of':
      return ['w.table.end_of(row, last);'];
    case 'when':
      return [`if (${access(item.field)}).is_some() {`, ...nested(item.items), '}'];
    case 'text': {
      const id = `field::${fieldConstant(node, item.field)}`;
      return node.fields[item.field]!.many === 'optional'
        ? [`if let Some(text) = ${access(item.field)} {`, `    w.text(text, ${id});`, '}']
        : [`w.text(${access(item.field)}, ${id});`];
    }
    case 'whole':
      return [`w.slice(${access(item.field)});`];
    case 'if-empty': {
      // A parsed list is never empty where LibCST would print something in its place.
      if (node.fields[item.field]!.many === 'list') return [];
      return [`if (${access(item.field)}).is_none() {`, ...nested(item.items), '}'];
    }
    case 'default-newline':
      return ['w.default_newline();'];
    default:
      return item satisfies never;
  }
}

function fieldStatements(
  node: NodeSpec,
  name: string,
  access: (name: string) => string,
  hoisted: Hoisted,
  pass: string | undefined,
): string[] {
  const field: FieldSpec = node.fields[name]!;
  const id = `field::${fieldConstant(node, name)}`;
  const given = passes(field.type) ? `, ${JSON.stringify(pass)}` : '';
  const call = (value: string): string => {
    const walk = `${functionName(field.type)}(w, ${value}, ${id}${given})`;
    if (hoisted.last.has(name)) return `last = ${walk};`;
    return `${walk};`;
  };
  const inLoop =
    hoisted.first === name
      ? [`    ${call('x')}`, '    if first == NONE {', '        first = last;', '    }']
      : [`    ${call('x')}`];
  switch (field.many) {
    case 'one':
      return [call(access(name))];
    case 'optional':
      return [`if let Some(x) = ${access(name)} {`, `    ${call('x')}`, '}'];
    case 'list':
      return [`for x in ${access(name)} {`, ...inLoop, '}'];
    case 'optional-list':
      return [
        `if let Some(list) = ${access(name)} {`,
        '    w.table.flag(row, 1);',
        '    for x in list {',
        `        ${call('x')}`,
        '    }',
        '}',
      ];
    case 'list-or-one':
      return [
        `match ${access(name)} {`,
        `    cst::ImportNames::Star(x) => {`,
        `        walk_import_star(w, x, ${id});`,
        '    }',
        `    cst::ImportNames::Aliases(list) => {`,
        '        for x in list {',
        `            ${call('x')}`,
        '        }',
        '    }',
        '}',
      ];
    default:
      return field.many satisfies never;
  }
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { build } from '../build.ts';
import '../generated/nodes.ts';
import { constructorOf, Node } from '../node.ts';
import { nodes } from './index.ts';
import { fieldName } from './names.ts';
import type { DefaultSpec, FieldSpec } from './schema.ts';

/** The constructors of LibCST 1.9.0: for each class its fields with their defaults, those that are nodes as their text. */
const theirs = JSON.parse(readFileSync(new URL('libcst-1.9.0.json', import.meta.url), 'utf8')) as Record<
  string,
  readonly string[]
>;

/** Where we differ, and why. */
const DIFFERENT: Readonly<Record<string, string>> = {
  'NotEqual.value': 'the crate does not parse `<>`',
  'MatchCase.whitespace_before_if': 'LibCST prints `case xify:`',
  'MatchCase.whitespace_after_if': 'LibCST prints `case xify:`',
};

describe('the schema has what LibCST has', () => {
  it('classes', () => {
    expect(nodes.map(({ name }) => name).sort()).toEqual(Object.keys(theirs).sort());
  });

  it.each(nodes.map((node) => [node.name, node] as const))('%s', (name, node) => {
    const isSame = (field: string): boolean => !(`${name}.${field.split('=')[0]}` in DIFFERENT);
    const ours = Object.entries(node.fields).map(withDefault);
    // The order of fields says nothing where they are given by name.
    expect(ours.filter(isSame).sort()).toEqual(theirs[name]!.filter(isSame).toSorted());
  });
});

function withDefault([field, { default: value }]: readonly [string, FieldSpec]): string {
  return value === undefined ? field : `${field}=${shown(evaluated(value))}`;
}

function evaluated(value: DefaultSpec): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'text':
    case 'flag':
      return value.value;
    case 'list':
      return value.of.map((of) => evaluated({ kind: 'node', ...of }));
    case 'node': {
      const fields = Object.entries(value.fields ?? {}).map(([name, field]) => [fieldName(name), evaluated(field)]);
      return build(constructorOf(value.type), Object.fromEntries(fields));
    }
    default:
      return value satisfies never;
  }
}

/** As the recorded table has it. */
function shown(value: unknown): string {
  if (value instanceof Node) return `${value.type}'${value.code.replace('\n', '\\n')}'`;
  return Array.isArray(value) ? `[${value.map(shown).join(',')}]` : JSON.stringify(value);
}

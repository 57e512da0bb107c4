import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnyNode, Module } from './generated/nodes.ts';
import { shapes } from './generated/shapes.ts';
import { Node } from './node.ts';
import { parseModule } from './parse-module.ts';
import { printNode } from './print.ts';
import { walk } from './walk.ts';

const folder = new URL('../fixtures/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
const sourceOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** What must hold for a file as it is must hold for it on Windows, with a mark, and without its last line end. */
const variants: Readonly<Record<string, (source: string) => string>> = {
  'as it is': (source) => source,
  'with CRLF': (source) => source.replace(/\n/g, '\r\n'),
  'with a lone CR': (source) => source.replace(/\n/g, '\r'),
  'with a byte order mark': (source) => `\ufeff${source}`,
  'without its last newline': (source) => source.slice(0, -1),
};

function nodesOf(module: Module): AnyNode[] {
  const nodes: AnyNode[] = [];
  walk(module, (node) => {
    nodes.push(node);
  });
  return nodes;
}

describe.each(names)('%s', (name) => {
  it.each(Object.keys(variants))('%s: each node prints from its fields what stands in the text', (variant) => {
    const source = variants[variant]!(sourceOf(name));
    const module = parseModule(source);
    expect(module.code).toBe(source);
    const nodes = nodesOf(module);
    expect(nodes.length).toBeGreaterThan(100);
    expect(
      nodes
        .filter((node) => printNode(node) !== node.code)
        .map((node) => ({ type: node.type, start: node.start, code: node.code, printed: printNode(node) })),
    ).toEqual([]);
  });

  it('has children that lie in the text one after the other, in their parent', () => {
    for (const node of nodesOf(parseModule(sourceOf(name)))) {
      let end = node.fullStart;
      for (const child of node.children()) {
        expect(child.parent).toBe(node);
        expect(child.fullStart).toBeGreaterThanOrEqual(end);
        end = child.fullEnd;
      }
      expect(end).toBeLessThanOrEqual(node.fullEnd);
      expect([node.fullStart <= node.start, node.start <= node.end, node.end <= node.fullEnd]).not.toContain(false);
    }
  });

  it('has a place for white space of no length', () => {
    const source = sourceOf(name);
    for (const node of nodesOf(parseModule(source))) {
      for (const [index] of shapes[node.kind]!.fields.entries()) {
        const value = node.field(index);
        if (!(value instanceof Node) || value.hole === null) continue;
        expect(value.parent).toBe(node);
        expect(value.code).toBe('');
        expect(value.start).toBe(value.end);
        expect(node.fullStart <= value.start && value.start <= node.fullEnd).toBe(true);
      }
    }
  });
});

it('each kind of node is in some fixture', () => {
  const found = new Set(names.flatMap((name) => nodesOf(parseModule(sourceOf(name))).map(({ type }) => type)));
  expect(
    shapes
      .slice(1)
      .map(({ name }) => name)
      .filter((name) => !found.has(name as AnyNode['type'])),
  ).toEqual([]);
});

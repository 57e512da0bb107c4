import { describe, expect, it } from 'vitest';
import { NestingTooDeepError } from './errors/nesting-too-deep-error.ts';
import { ParseError } from './errors/parse-error.ts';
import { parseModule } from './parse-module.ts';
import { printNode } from './print.ts';
import { walk } from './walk.ts';

const blocks = (depth: number) =>
  `${Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}if x:\n`).join('')}${' '.repeat(depth)}pass\n`;

describe('deep texts that parse', () => {
  it.each([
    ['strings in one concatenation', `x = (\n${'"a"\n'.repeat(2900)})\n`],
    ['operands of a sum', `${Array(3000).fill('a').join(' + ')}\n`],
    ['operands of `and`', `${Array(600).fill('a').join(' and ')}\n`],
    ['parentheses', `${'('.repeat(200)}x${')'.repeat(200)}\n`],
    ['unary signs', `${'-'.repeat(1500)}x\n`],
    ['attributes', `a${'.b'.repeat(1500)}\n`],
    ['calls', `a${'()'.repeat(1500)}\n`],
    ['lists', `${'['.repeat(100)}x${']'.repeat(100)}\n`],
    ['branches', `if x:\n  pass\n${'elif x:\n  pass\n'.repeat(2000)}`],
    ['blocks', blocks(99)],
    ['comparisons', `${Array(5000).fill('a').join(' < ')}\n`],
  ])('%s', (_, text) => {
    const module = parseModule(text);
    expect(module.code).toBe(text);
    // Nothing that reads the tree may be as deep as the tree.
    expect(printNode(module)).toBe(text);
    let nodes = 0;
    walk(module, () => {
      nodes++;
    });
    expect(nodes).toBeGreaterThan(90);
  });
});

describe('past the limit', () => {
  it.each([
    ['strings in one concatenation', `x = (\n${'"a"\n'.repeat(3100)})\n`, '3,000 strings'],
    ['clauses of a comprehension', `[x ${'for x in y '.repeat(3100)}]\n`, '3,000 clauses'],
    ['blocks', blocks(101), '100 levels'],
    ['brackets', `${'f('.repeat(201)}${')'.repeat(201)}\n`, '200 open brackets'],
    ['brackets that stay open', '['.repeat(5000), '200 open brackets'],
  ])('%s are refused by name', (_, text, limit) => {
    expect.assertions(3);
    try {
      parseModule(text);
    } catch (error) {
      expect(error).toBeInstanceOf(NestingTooDeepError);
      expect((error as Error).message).toContain(limit);
      expect((error as NestingTooDeepError).line).toBeGreaterThan(0);
    }
  });

  it('is an error like any other that a text may cause', () => {
    expect(() => parseModule(blocks(101))).toThrowError(ParseError);
  });
});

it('parses where the caller has used up most of the stack', () => {
  const text = `${Array(100).fill('a').join(' + ')}\n`;
  const depth = (): number => {
    try {
      return 1 + depth();
    } catch {
      return 1;
    }
  };
  const at = (level: number): string => (level === 0 ? parseModule(text).code : at(level - 1));
  expect(at(Math.floor(depth() * 0.8))).toBe(text);
});

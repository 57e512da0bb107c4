import { expect, it } from 'vitest';
import { writeExpectations } from './write-expectations.ts';

const source = 'codemods/remove-switches/fixtures/sample.md';
const write = (markdown: string, diff: string | undefined, kept: string | undefined) =>
  writeExpectations(source, markdown, new Map([['A', { diff, kept }]]));

const bare = '# T  \n\n## A\n\nprose\n\n```ts src/a.ts\na();\n```\n\n## B\n\n```ts src/b.ts\n```\n';
const full = bare.replace('a();\n```\n', 'a();\n```\n\n```diff\n+a\n```\n\n```kept\nx\n```\n');

it('adds blocks behind the case, and takes them away again', () => {
  expect(write(bare, '+a\n', 'x\n')).toBe(full);
  expect(write(full, undefined, undefined)).toBe(bare);
});

it('rewrites a block in its place and nothing else', () => {
  expect(write(full, '+b\n', 'x\n')).toBe(full.replace('+a', '+b'));
  expect(write(full, '+a\n', 'x\n')).toBe(full);
});

it('makes the fence longer than those in the text', () => {
  expect(write(bare, ' ```ts\n', undefined)).toContain('\n````diff\n ```ts\n````\n');
});

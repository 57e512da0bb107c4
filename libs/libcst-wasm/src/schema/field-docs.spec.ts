import { expect, it } from 'vitest';
import { fieldDoc, sentences, special } from './field-docs.ts';
import { nodes } from './index.ts';

const fields = nodes.flatMap((node) =>
  Object.entries(node.fields).map(([field, spec]) => [node.name, field, spec] as const),
);

it('says of each field what it holds, in a sentence', () => {
  for (const [node, field, spec] of fields) expect(fieldDoc(node, field, spec)).toMatch(/^[`*A-Z].*\.$/);
});

it('says nothing of fields that do not exist', () => {
  const names = new Set(fields.flatMap(([node, field]) => [field, `${node}.${field}`]));
  expect([...Object.keys(sentences), ...Object.keys(special)].filter((name) => !names.has(name))).toEqual([]);
});

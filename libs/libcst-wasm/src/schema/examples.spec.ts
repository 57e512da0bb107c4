import { expect, it } from 'vitest';
import { parseModule } from '../parse-module.ts';
import { walk } from '../walk.ts';
import { examples } from './examples.ts';
import { nodes } from './index.ts';

it.each(nodes.map(({ name }) => name))('the example of %s has one', (name) => {
  const types = new Set<string>();
  walk(parseModule(`${examples[name]}\n`), ({ type }) => {
    types.add(type);
  });
  expect(types).toContain(name);
});

it('there is no example of something else', () => {
  expect(Object.keys(examples).filter((name) => nodes.every((node) => node.name !== name))).toEqual([]);
});

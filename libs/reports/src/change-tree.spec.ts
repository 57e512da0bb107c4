import type { Step } from '@ffsd/changes';
import { expect, it } from 'vitest';
import { changeTree } from './change-tree.ts';

const steps = (rows: readonly string[]): readonly Step[] =>
  rows.map((row) => {
    const [id, ...dependsOn] = row.split(' ') as [string, ...string[]];
    const change = { id, codemod: '', title: id, why: '', safety: 'safe' as const, evidence: [], files: [], dependsOn };
    return { change, files: [] };
  });

const drawn = (rows: readonly string[]): string[] =>
  changeTree(steps(rows)).map(({ step, depth, alsoNeeds, below }) =>
    [`${'-'.repeat(depth)}${step.change.id}`, below, ...alsoNeeds].join(' '),
  );

it('draws each change once, below the last of those that it needs', () => {
  expect(drawn(['a', 'b', 'c a', 'd a b', 'e c'])).toEqual(['a 2', '-c 1', '--e 0', 'b 1', '-d 0 a']);
});

it('does not name what is needed by what it stands below', () => {
  expect(drawn(['a', 'b a', 'c a b'])).toEqual(['a 2', '-b 1', '--c 0']);
});

it('leaves out what belongs to another topic', () => {
  expect(drawn(['b a'])).toEqual(['b 0']);
});

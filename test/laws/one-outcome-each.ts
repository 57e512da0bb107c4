import { isChange } from '@ffsd/changes';
import { walk } from '@ffsd/typescript';
import { expect } from 'vitest';
import type { Law, Tried } from './law.ts';
import { parsedOf } from './parsed-of.ts';

export const oneOutcomeEach: Law = {
  title: 'every read has an outcome, and none has two',
  check(tried) {
    const { outcomes } = tried.run;
    const changes = outcomes.filter(isChange);
    const { kept } = tried.run.set;
    expect(new Set(changes.map(({ id }) => id)).size, 'ids are unique').toBe(changes.length);
    const lines = kept.map(({ place, code, because }) => `${place.path}:${place.line} ${code} ${because}`);
    expect(new Set(lines).size, 'nothing is kept twice').toBe(lines.length);
    for (const change of changes) {
      expect(change.files, `${change.title} changes something`).not.toEqual([]);
      expect(change.evidence, `${change.title} has evidence`).not.toEqual([]);
    }
    const told = new Set<string>();
    for (const { place } of kept) told.add(`${place.path}:${place.line}`);
    for (const { evidence } of changes)
      for (const { place } of evidence) if (place) told.add(`${place.path}:${place.line}`);
    expect(readsOf(tried).filter((place) => !told.has(place))).toEqual([]);
  },
};

/** Where `isEnabled` is asked for the flag, or for something that is computed: found here without the codemod. */
function readsOf({ case: { options }, run }: Tried): string[] {
  const { flag, reads = [] } = options as { flag?: string; reads?: unknown[] };
  const found: string[] = [];
  if (flag === undefined || ![reads].flat().includes('isEnabled($FLAG)')) return found;
  for (const { path, tree } of parsedOf(run.before).parsed) {
    walk(tree.program, (node) => {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
      const key = node.arguments[0];
      if (node.callee.name !== 'isEnabled' || key?.type !== 'StringLiteral' || key.value !== flag) return;
      found.push(`${path}:${node.loc!.start.line}`);
    });
  }
  return found;
}

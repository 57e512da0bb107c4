import type { CaseRun } from '@ffsd/cases';
import { isChange } from '@ffsd/changes';
import { compose, lineTable } from '@ffsd/edits';
import * as python from '@ffsd/python';
import { walk } from '@ffsd/typescript';
import { expect } from 'vitest';
import type { Law, Tried } from './law.ts';
import { parsedOf, pythonOf } from './parsed-of.ts';

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
    const untold = [...readsOf(tried), ...readsInPython(tried)].filter(
      ({ path, line, start }) => !told.has(`${path}:${line}`) && !isRemoved(tried.run, path, start),
    );
    expect(untold).toEqual([]);
  },
};

interface Read {
  readonly path: string;
  readonly line: number;
  readonly start: number;
}

/** Where `isEnabled` is asked for the flag: found here without the codemod. */
function readsOf({ case: { options }, run }: Tried): Read[] {
  const { flag, reads = [] } = options as { flag?: string; reads?: unknown[] };
  const found: Read[] = [];
  if (flag === undefined || ![reads].flat().includes('isEnabled($FLAG)')) return found;
  for (const { path, text, tree } of parsedOf(run.before).parsed) {
    walk(tree.program, (node) => {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
      const key = node.arguments[0];
      if (node.callee.name !== 'isEnabled' || key?.type !== 'StringLiteral' || key.value !== flag) return;
      found.push({ path, line: lineTable(text).lineOf(node.start!), start: node.start! });
    });
  }
  return found;
}

/** The same for `is_enabled` in Python. */
function readsInPython({ case: { options }, run }: Tried): Read[] {
  const { flag, reads = [] } = options as { flag?: string; reads?: unknown[] };
  if (flag === undefined || ![reads].flat().includes('is_enabled($FLAG)')) return [];
  return pythonOf(run.before).parsed.flatMap(({ path, text, tree }) =>
    python
      .findAll(tree, 'Call')
      .filter(({ func, args }) => func.type === 'Name' && func.value === 'is_enabled' && args[0] !== undefined)
      .filter(({ args }) => python.stringValue(args[0]!.value) === flag)
      .map(({ start }) => ({ path, line: lineTable(text).lineOf(start), start })),
  );
}

/** Whether the read went with a branch that another read decided, or with its file. */
function isRemoved({ set, after }: CaseRun, path: string, offset: number): boolean {
  if (!after.has(path)) return true;
  const lists = set.steps.flatMap(({ files }) => files.filter((file) => file.path === path).map(({ edits }) => edits));
  const whole = lists.reduce((before, after) => compose(before, after), []);
  return whole.some(({ start, end }) => start <= offset && offset < end);
}

import { expect, it } from 'vitest';
import type { Change, FileEdit } from './change.ts';
import { dependantsOf, dependenciesOf } from './dependencies.ts';
import { MissingDependenciesError } from './missing-dependencies-error.ts';
import { sequence } from './sequence.ts';
import { SequenceError } from './sequence-error.ts';
import { subset } from './subset.ts';

const change = (id: string, files: readonly FileEdit[], dependsOn: readonly string[] = []): Change => ({
  id,
  codemod: 'sample',
  title: id,
  why: 'a test',
  safety: 'safe',
  evidence: [],
  files,
  dependsOn,
});
const edit = (path: string, start: number, end: number, text: string): FileEdit => ({
  kind: 'edit',
  path,
  edits: [{ start, end, text }],
});
const files: Record<string, string> = { 'a.ts': 'abcdef', 'b.ts': 'bbb' };
const read = (path: string): string | undefined => files[path];
const problem = (...changes: Change[]): string => {
  try {
    sequence(read, changes);
  } catch (error) {
    if (error instanceof SequenceError) return error.code;
    throw error;
  }
  return 'none';
};

it('orders by dependency, then by path and position', () => {
  const set = sequence(read, [
    change('late', [edit('b.ts', 0, 1, '')]),
    change('second', [edit('a.ts', 4, 5, '')]),
    change('first', [edit('a.ts', 2, 3, '')]),
    change('zeroth but dependent', [edit('a.ts', 0, 1, '')], ['late']),
    { place: { path: 'a.ts', line: 1 }, code: 'dynamic-key', because: 'it is computed' },
  ]);
  expect(set.steps.map((step) => step.change.id)).toEqual(['first', 'second', 'late', 'zeroth but dependent']);
  expect(set.steps[1]!.files[0]).toMatchObject({ before: 'abdef', after: 'abdf', edits: [{ start: 3, end: 4 }] });
  expect(set.kept).toHaveLength(1);
});

it('moves edits over what is independent, and stands on what it depends on', () => {
  const set = sequence(read, [
    change('a', [edit('a.ts', 0, 1, 'AAA')]),
    change('c', [edit('a.ts', 2, 3, 'CC')]),
    change('in c', [edit('a.ts', 3, 4, '!')], ['c']),
  ]);
  expect(set.steps.at(-1)!.files[0]!.after).toBe('AAAbC!def');
});

it('refuses what does not fit together', () => {
  const a = change('a', [edit('a.ts', 1, 4, '')]);
  expect(problem(a, change('b', [edit('a.ts', 2, 3, '')]))).toBe('undeclared-dependency');
  expect(problem(a, change('b', [{ kind: 'delete', path: 'a.ts' }]))).toBe('undeclared-dependency');
  expect(problem(a, change('b', [{ kind: 'rename', path: 'b.ts', to: 'a.ts' }]))).toBe('file-exists');
  expect(problem(a, a)).toBe('duplicate-id');
  expect(problem(change('b', [], ['gone']))).toBe('unknown-dependency');
  expect(problem(change('b', [], ['c']), change('c', [], ['b']))).toBe('dependency-cycle');
  expect(problem(change('b', [edit('gone.ts', 0, 0, 'x')]))).toBe('file-missing');
  expect(problem(change('b', [{ kind: 'create', path: 'a.ts', text: '' }]))).toBe('file-exists');
  expect(problem(change('b', [edit('a.ts', 0, 0, 'x'), edit('a.ts', 1, 1, 'x')]))).toBe('file-twice');
});

it('lets an edit follow the rename it depends on, and a rename carry an edit', () => {
  const set = sequence(read, [
    change('move', [{ kind: 'rename', path: 'a.ts', to: 'z.ts' }, edit('a.ts', 0, 1, 'A')]),
    change('on', [edit('z.ts', 1, 2, 'B')], ['move']),
  ]);
  expect(set.steps[0]!.files).toEqual([
    { path: 'a.ts', to: 'z.ts', before: 'abcdef', after: 'Abcdef', edits: [{ start: 0, end: 1, text: 'A' }] },
  ]);
  expect(set.steps[1]!.files[0]!.after).toBe('ABcdef');
  expect(problem(set.steps[0]!.change, change('on', [edit('z.ts', 1, 2, 'B')]))).toBe('undeclared-dependency');
});

it('follows dependencies both ways and refuses a part that does not stand alone', () => {
  const chain = [change('1', []), change('2', [], ['1']), change('3', [], ['2']), change('4', [])];
  expect(dependenciesOf(chain, ['3'])).toEqual(['1', '2']);
  expect(dependantsOf(chain, ['1'])).toEqual(['2', '3']);
  expect(dependantsOf(chain, ['1', '2', '3', '4'])).toEqual([]);
  expect(subset(chain, ['2', '1']).map(({ id }) => id)).toEqual(['1', '2']);
  expect(() => subset(chain, ['3', '1'])).toThrow(MissingDependenciesError);
});

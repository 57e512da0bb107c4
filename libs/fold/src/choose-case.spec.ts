import { expect, it } from 'vitest';
import { chooseCase } from './choose-case.ts';

const constant = (value: string) => ({ kind: 'constant', value }) as const;
const byDefault = { kind: 'default' } as const;

it('enters the case that matches, also behind the default', () => {
  expect(chooseCase('b', [byDefault, constant('a'), constant('b')])).toEqual({ kind: 'case', index: 2 });
});
it('enters the default when nothing matches, wherever it stands', () => {
  expect(chooseCase('c', [constant('a'), byDefault, constant('b')])).toEqual({ kind: 'case', index: 1 });
});
it('runs nothing without a match and a default', () => {
  expect(chooseCase('c', [constant('a')])).toEqual({ kind: 'none' });
});
it('does not guess what a call returns', () => {
  expect(chooseCase('b', [{ kind: 'unknown' }, constant('b')])).toEqual({ kind: 'undecided' });
});

import { SequenceError } from '@ffsd/changes';
import { UsageError } from '@ffsd/codemod';
import { LockedError, OutsideError, UnknownIdError, WriteFailedError } from '@ffsd/journal';
import { expect, it } from 'vitest';
import { describeError } from './describe-error.ts';
import { LimitError } from './run/limit-error.ts';

it.each([
  [new UsageError('options/type', 'wrong', 'do this'), 2],
  [new UnknownIdError('x', 'unknown-id', []), 2],
  [new LimitError(2, 1), 4],
  [new LockedError({ pid: 1, host: 'a', since: 'now' }), 4],
  [new OutsideError('../x', 'it is outside'), 4],
  [new WriteFailedError('x', new Error('full')), 4],
  [new SequenceError('duplicate-id', 'twice', ['a']), 70],
])('says what %s means for a script', (error, code) => {
  expect(describeError(error)).toEqual({ code, title: error.message, hint: error.hint });
});

it('takes every other error for a mistake of ours, with its stack', () => {
  expect(describeError(new TypeError('x is undefined'))).toMatchObject({
    code: 70,
    title: 'this is a mistake in ffsd: x is undefined',
    hint: expect.stringContaining('describe-error.spec.ts'),
  });
  expect(describeError('thrown as a text').code).toBe(70);
});

import type { Step } from '@ffsd/changes';
import { expect, it } from 'vitest';
import { blame } from './blame.ts';
import type { Check } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';

const steps: readonly Step[] = Array.from({ length: 100 }, (_, at) => ({
  change: { id: `c${at}`, codemod: '', title: '', why: '', safety: 'safe', evidence: [], files: [], dependsOn: [] },
  files: [{ path: at % 2 === 0 ? 'even.ts' : 'odd.ts', before: '', after: '', edits: [] }],
}));
const wrong: Diagnostic = { path: 'other.ts', offset: 0, line: 1, code: 'TS1', message: 'no' };
const check: Check = { whose: 'of x', paths: [], files: 1, before: [], after: [wrong] };

it.each([0, 1, 41, 98, 99])(
  'finds the change %i of 100 with few questions, in a file that none of them touches',
  (culprit) => {
    let asked = 0;
    const at = (count: number) => {
      asked += 1;
      return count > culprit ? [wrong] : [];
    };
    expect(blame(steps, { ...check, at }, [wrong])[0]!.step.change.id).toBe(`c${culprit}`);
    expect(asked).toBeLessThanOrEqual(8);
    blame(steps, { ...check, at }, [wrong, wrong]);
    expect(asked).toBeLessThanOrEqual(16);
  },
);

it('finds the change that made one more of what was there', () => {
  const at = (count: number) => (count > 7 ? [wrong, wrong] : [wrong]);
  expect(blame(steps, { ...check, at }, [wrong])[0]!.step.change.id).toBe('c7');
});

it('takes the last change of the file where nobody can be asked', () => {
  expect(blame(steps, check, [{ ...wrong, path: 'even.ts' }])[0]!.step.change.id).toBe('c98');
  expect(blame(steps, check, [wrong])[0]!.step.change.id).toBe('c99');
});

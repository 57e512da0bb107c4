import { expect, it } from 'vitest';
import { parseModule } from './parse-module.ts';
import { remove } from './replacement.ts';
import { transform } from './transform.ts';

it('x', () => {
  const t = transform(parseModule('a\n'), {
    leaveName(original, updated) {
      return original.value === 'x' ? updated : undefined;
    },
    leavePass() {},
    leaveArg: () => remove,
  });
  expect(t.code).toBe('a\n');
});

import { expect, it } from 'vitest';
import { finishRemoval } from './finish-removal.ts';

it('takes what the person left without a use, and what only that used', () => {
  const before =
    "import { a, b } from 'x';\nimport c from 'y';\nconst d = b(c);\nconst idle = 1;\nexport const e = a(d);\n";
  const after = before.replace('a(d)', 'a()');
  expect(finishRemoval('src/f.ts', before, after)).toBe(
    "import { a,  } from 'x';\n\n\nconst idle = 1;\nexport const e = a();\n",
  );
});

it('leaves parameters and what is used as they are', () => {
  const before = 'export const f = (a: number, b: number) => a + b;\n';
  const after = 'export const f = (a: number, b: number) => a;\n';
  expect(finishRemoval('src/f.ts', before, after)).toBe(after);
});

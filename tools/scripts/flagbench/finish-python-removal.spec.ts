import { expect, it } from 'vitest';
import { finishPythonRemoval } from './finish-python-removal.ts';

it('takes what the person left without a use, and what only that used', () => {
  const before =
    'from x import (\n    a,\n    b,\n)\nimport c\n\n\ndef f():\n    d = b(c)\n    idle = 1\n    return a(d)\n';
  const after = before.replace('a(d)', 'a()');
  expect(finishPythonRemoval('f.py', before, after)).toBe(
    'from x import (\n    a,\n)\n\n\ndef f():\n    idle = 1\n    return a()\n',
  );
});

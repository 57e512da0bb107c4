import { afterAll, beforeAll, expect, it } from 'vitest';
import { type E2eWorkspace, e2eWorkspace } from './e2e-workspace.ts';

const folder = 'tools/codemods/remove-debugger';
const source = 'export function pay(amount: number): number {\n  debugger;\n  return amount;\n}\n';

let workspace: E2eWorkspace;
beforeAll(() => {
  workspace = e2eWorkspace({ 'src/pay.ts': source, '.gitignore': 'node_modules\n.ffsd\n' }, {});
});
afterAll(() => workspace?.remove());

it('is written with a case that fails, and works when it decides', () => {
  expect(workspace.ffsd('codemod', 'remove-debugger', '--yes').code).toBe(0);
  const failing = workspace.ffsd('cases', folder);
  expect(failing).toMatchObject({ code: 1, out: expect.stringContaining('0 passed, 1 failed') });
  expect(failing.out).toContain('expected diff:');

  const decide = workspace.read(`${folder}/decide.ts`);
  const verdict = /Replace this line: (.*)\n/.exec(decide)![1]!;
  workspace.put(
    `${folder}/decide.ts`,
    decide.replace(/ {2}return \{ keep: true, code: 'undecided'.*/, `  return ${verdict};`),
  );
  expect(workspace.ffsd('cases', folder)).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 passed, 0 failed'),
  });
});

it('is run with diffs and a journal, and taken back', () => {
  const dry = workspace.ffsd('run', `./${folder}/codemod.ts`, 'src');
  expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('-  debugger;\n') });
  expect(workspace.read('src/pay.ts')).toBe(source);
  expect(workspace.ffsd('run', `./${folder}/codemod.ts`, 'src', '--yes').code).toBe(0);
  expect(workspace.read('src/pay.ts')).toBe(source.replace('  debugger;\n', ''));
  expect(workspace.ffsd('undo', '--yes').code).toBe(0);
  expect(workspace.read('src/pay.ts')).toBe(source);
});

it.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('passes the type check of its author, module %s, resolution %s, libraries checked', (module, moduleResolution) => {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    allowImportingTsExtensions: true,
    exactOptionalPropertyTypes: true,
    module,
    moduleResolution,
    target: 'es2023',
    types: [],
  };
  workspace.put('tsconfig.json', JSON.stringify({ compilerOptions, include: ['tools'] }));
  expect(workspace.tool('@typescript/native/bin/tsc', '-p', '.')).toEqual({ code: 0, out: '', err: '' });
});

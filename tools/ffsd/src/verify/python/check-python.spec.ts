import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sequence } from '@ffsd/changes';
import { diskWorkspace } from '@ffsd/workspace';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SampleWorkspace, sampleWorkspace } from '../../sample-workspace.ts';
import { checkPython } from './check-python.ts';

/** Finds an error in each line with `int = "`, and looks at the files that it is given in the folder in which it is started. */
const fake = `
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const files = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const generalDiagnostics = files.flatMap((name) => readFileSync(name, 'utf8').split('\\n').flatMap((text, line) => {
  const character = text.indexOf('int = "');
  const range = { start: { line, character } };
  return character < 0 ? [] : [{ file: resolve(name), severity: 'error', message: 'no\\n  int', range, rule: 'reportAssignmentType' }];
}));
console.log(JSON.stringify({ generalDiagnostics, seen: files }));
process.exit(generalDiagnostics.length > 0 ? 1 : 0);
`;

let shop: SampleWorkspace;
beforeEach(() => {
  shop = sampleWorkspace({
    'pyproject.toml': '[tool.pyright]\nstrict = ["shop"]\n',
    'shop/__init__.py': '',
    'shop/cart.py': 'total = 1\nold: int = "x"\n',
    'shop/page.py': 'from shop.cart import total\n\npage: int = "y"\n',
    'shop/other.py': 'other: int = "z"\n',
    'fake.cjs': fake,
  });
});
afterEach(() => shop.remove());

const changes = () => {
  const edits = [{ start: 0, end: 9, text: '\ntotal: int = "1"' }];
  const files = [{ kind: 'edit' as const, path: 'shop/cart.py', edits }];
  const change = { id: 'a', codemod: 'x', title: 'a', why: '', safety: 'safe' as const, evidence: [], dependsOn: [] };
  return sequence((path) => shop.read(path), [{ ...change, files }]).steps;
};
const find = () => [process.execPath, join(shop.root, 'fake.cjs')] as const;
const check = (finder: Parameters<typeof checkPython>[3] = find) =>
  checkPython(shop.root, diskWorkspace(shop.root), changes(), finder);

it('asks about the touched files and those that import them, as they are and as they will be', async () => {
  const before = shop.files();
  const { checks, lines } = await check();
  expect(lines).toEqual([]);
  expect(checks).toMatchObject([{ whose: 'by pyright', paths: ['shop/cart.py'], files: 2 }]);
  const places = (all: (typeof checks)[0]['before']) =>
    all.map(({ path, line, offset }) => `${path}:${line}@${offset}`);
  expect(places(checks[0]!.before)).toEqual(['shop/cart.py:2@15', 'shop/page.py:3@35']);
  expect(places(checks[0]!.after)).toEqual(['shop/cart.py:2@8', 'shop/cart.py:3@23', 'shop/page.py:3@35']);
  expect(checks[0]!.after[0]).toMatchObject({ code: 'reportAssignmentType', message: 'no int' });
  expect(shop.files()).toEqual(before);
  expect(
    readdirSync(tmpdir()).filter(
      (name) => name.startsWith('ffsd-verify-') && existsSync(join(tmpdir(), name, 'fake.cjs')),
    ),
  ).toEqual([]);
});

it('says how to get pyright where types are checked, and nothing where they are not', async () => {
  expect((await check(() => undefined)).lines).toEqual([
    "Python's types (pyproject.toml) were not checked, because there is no pyright: npm install --save-dev pyright",
  ]);
  shop.put('pyproject.toml', '[project]\nname = "shop"\n');
  expect(await check()).toEqual({ checks: [], lines: [] });
});

it('says that pyright could not look', async () => {
  shop.put('fake.cjs', 'console.error("No\\nsuch option"); process.exit(2);\n');
  expect((await check()).lines).toEqual(['pyright could not look: such option']);
});

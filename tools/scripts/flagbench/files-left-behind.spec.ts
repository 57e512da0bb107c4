import { memoryWorkspace } from '@ffsd/workspace';
import { expect, it } from 'vitest';
import { filesLeftBehind } from './files-left-behind.ts';

const files = {
  'src/page.tsx': "import { Old } from './old/Old';\nimport { New } from './New';\n",
  'src/old/Old.tsx': "import './Old.css';\nimport { part } from '../part';\n",
  'src/old/Old.css': '',
  'src/part.ts': '',
  'src/other.ts': "import { part } from '@/part';\n",
  'src/old/Old.test.tsx': "import { Old } from './Old';\n",
};
const gone = new Map(['src/old/Old.tsx', 'src/old/Old.css', 'src/part.ts'].map((path) => [path, undefined]));

it('are those that only each other and tests import in the tree of the person', () => {
  const person = new Map([['src/page.tsx', "import { New } from './New';\n"]]);
  expect([...filesLeftBehind(memoryWorkspace(files), person, gone)].sort()).toEqual([
    'src/old/Old.css',
    'src/old/Old.tsx',
  ]);
});

it('are none when the person still uses what the codemod deleted', () => {
  expect([...filesLeftBehind(memoryWorkspace(files), new Map(), gone)]).toEqual([]);
});

it('know a name in another folder from the file', () => {
  const person = new Map([['src/page.tsx', "import { Old } from './new/Old';\n"]]);
  expect(filesLeftBehind(memoryWorkspace(files), person, gone).has('src/old/Old.tsx')).toBe(true);
});

it('are modules of Python, too', () => {
  const tree = {
    'shop/old.py': '',
    'shop/views.py': 'from shop import old\n',
    'shop/tasks.py': 'from .old import f\n',
  };
  const codemod = new Map([['shop/old.py', undefined]]);
  const person = new Map([
    ['shop/views.py', ''],
    ['shop/tasks.py', ''],
  ]);
  expect(filesLeftBehind(memoryWorkspace(tree), person, codemod).size).toBe(1);
  person.delete('shop/tasks.py');
  expect(filesLeftBehind(memoryWorkspace(tree), person, codemod).size).toBe(0);
});

import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { occurrences } from './occurrences.ts';
import { referencesTo } from './references-to.ts';

function found(files: Record<string, string>, path: string, name: string): string[] | undefined {
  return referencesTo(memoryWorkspace(files), path, name)?.map(({ path: at, offset, node, kind }) => {
    const text = node ? files[at]!.slice(node.start!, node.end!) : name;
    return `${at}:${offset} ${kind} ${text}`;
  });
}
const kinds = (files: Record<string, string>, path = 'a.ts', name = 'flag') =>
  found(files, path, name)?.map((line) => line.replace(/:\d+/, ''));

describe('referencesTo', () => {
  it('finds the uses in its own file and in files that import it', () => {
    expect(
      found(
        {
          'a.ts': 'export let flag = 1; flag = 2; type T = typeof flag; export { flag as other };',
          'b.ts': "import { flag } from './a'; f(flag);",
          'c.ts': "import { flag } from 'elsewhere'; f(flag);",
          'd.ts': 'const flag = 1; f(flag);',
        },
        'a.ts',
        'flag',
      ),
    ).toEqual([
      'a.ts:21 write flag',
      'a.ts:47 type flag',
      'a.ts:62 re-export flag',
      'b.ts:9 import flag',
      'b.ts:30 read flag',
    ]);
  });

  it('follows aliases of imports and re-exports, and `export *`', () => {
    expect(
      kinds({
        'a.ts': 'export const flag = 1;',
        'index.ts': "export * from './a';",
        'named.ts': "export { flag as switched } from './index';",
        'b.ts': "import { switched as mine } from './named'; f(mine);",
        'c.ts': "import { flag as x } from '.'; export { x as y };",
        'd.ts': "import { y } from './c'; y;",
        'e.ts': "import { y } from './other'; y;",
        'other.ts': 'export const y = 1;',
      }),
    ).toEqual([
      'b.ts import switched as mine',
      'b.ts read mine',
      'c.ts import flag as x',
      'c.ts re-export x',
      'd.ts import y',
      'd.ts read y',
      'named.ts re-export flag as switched',
    ]);
  });

  it('follows an export under another name than its own', () => {
    expect(
      kinds(
        { 'a.ts': 'const flag = 1; export { flag as on };', 'b.ts': "import { on } from './a'; on;" },
        'a.ts',
        'on',
      ),
    ).toEqual(['a.ts re-export flag', 'b.ts import on', 'b.ts read on']);
  });

  it('finds a default export by its module, whatever it is called there', () => {
    expect(
      kinds(
        {
          'flags/index.ts': 'export default function isOn() {}',
          'b.ts': "import isOn from './flags'; isOn();",
          'c.ts': "import mine from './flags/index.js'; mine();",
          'd.ts': "export { default as named } from './flags';",
          'e.ts': "import { named } from './d'; named();",
          'f.ts': "import isOn from 'elsewhere'; isOn();",
        },
        'flags/index.ts',
        'default',
      ),
    ).toEqual([
      'b.ts import isOn',
      'b.ts read isOn',
      'c.ts import mine',
      'c.ts read mine',
      'd.ts re-export default as named',
      'e.ts import named',
      'e.ts read named',
    ]);
  });

  it('finds members of a module that is imported whole', () => {
    expect(
      kinds({
        'a.ts': 'export let flag = 1; export const other = 2;',
        'b.tsx':
          "import * as ns from './a'; ns.flag; ns.other; ns['flag']; let x: typeof ns.flag; ns.flag = 1; <ns.flag />;",
        'c.js': "const a = require('./a'); a.flag(); const { flag } = a; /* flag */",
        'd.js': "const { flag: mine } = require('./a'); mine; require('./a').flag;",
        'e.js': "const { flag } = await import('./a'); flag;",
        'f.js': "import * as ns from './a'; f(ns); ns[key]; // flag",
      }),
    ).toEqual([
      'b.tsx read flag',
      "b.tsx read 'flag'",
      'b.tsx type flag',
      'b.tsx write flag',
      'b.tsx read flag',
      'c.js read flag',
      'c.js read flag',
      'd.js import flag: mine',
      'd.js read mine',
      'd.js read flag',
      'e.js import flag',
      'e.js read flag',
      'f.js textual ns',
      'f.js textual ns[key]',
    ]);
  });

  it('tells types, mocks and files without a tree', () => {
    expect(
      kinds({
        'a.ts': 'export interface flag {}',
        'b.ts': "import type { flag } from './a'; let x: flag; let y: import('./a').flag;",
        'b.spec.ts': "jest.mock('./a', () => ({ flag: 1 })); vi.importActual('./other'); // flag",
        'c.vue': "<script>import { flag } from './a';</script>",
        'd.ts': 'const flag = ;',
        'e.md': 'flag',
      }),
    ).toEqual([
      "b.spec.ts textual './a'",
      'b.ts import flag',
      'b.ts type flag',
      'b.ts type flag',
      'c.vue import flag',
      'd.ts textual flag',
    ]);
  });

  it('follows every name under which its own file exports it', () => {
    expect(
      kinds({
        'a.ts': 'const flag = 1; export { flag, flag as other, flag as default };',
        'b.ts': "import { other } from './a'; other;",
        'c.ts': "import mine from './a'; mine;",
        'd.vue': "<script>import mine from './a';</script>",
      }),
    ).toEqual([
      'a.ts re-export flag',
      'a.ts re-export flag',
      'a.ts re-export flag',
      'b.ts import other',
      'b.ts read other',
      'c.ts import mine',
      'c.ts read mine',
      'd.vue import mine',
    ]);
  });

  it('finds members of a namespace that is exported again, and of a CommonJS module', () => {
    expect(
      kinds({
        'a.ts': 'export const flag = 1;',
        'index.ts': "export * as ns from './a';",
        'b.ts': "import { ns } from './index'; ns.flag; ns.other;",
        'c.ts': "import { other } from './other'; other.flag;",
        'other.ts': 'export const other = { flag: 1 };',
      }),
    ).toEqual(['b.ts read flag']);
    expect(
      kinds({ 'a.js': 'module.exports = { flag: 1 };', 'b.ts': "import a from './a'; a.flag; a.other;" }, 'a.js'),
    ).toEqual(['b.ts read flag']);
  });

  it('knows when there is no such export', () => {
    expect(kinds({ 'a.ts': 'const flag = 1;' })).toBeUndefined();
  });
});

describe('occurrences', () => {
  const at = (text: string, word: string) =>
    occurrences(memoryWorkspace({ 'a.txt': text }), word).map(({ offset }) => offset);
  it.each([
    ['isOn isOnline xisOn isOn', 'isOn', [0, 20]],
    ['"new-checkout" new-checkout-v2 my-new-checkout', 'new-checkout', [1]],
    ['a-b a', 'a', [0, 4]],
    ['flags.on flagsXon', 'flags.on', [0]],
    ['ébon bon', 'bon', [5]],
    ["x('a')x", "('a')", [1]],
    ['aaaa', 'a', []],
    ['', '', []],
  ])('%j, %j', (text, word, expected) => expect(at(text, word)).toEqual(expected));
});

import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { importsOf } from './imports-of.ts';
import { parsedFile, parseFile } from './parsed-file.ts';
import { resolveExport } from './resolve-export.ts';

function found(files: Record<string, string>, path: string, name: string): string | undefined {
  const workspace = memoryWorkspace(files);
  const result = resolveExport(workspace, path, name);
  if (!result) return undefined;
  const { declaration } = result;
  return `${result.path} ${declaration.type} ${files[result.path]!.slice(declaration.start!, declaration.end!)}`;
}

describe('resolveExport', () => {
  const files = {
    'index.ts': `
      export { KEY as RENAMED, default as Renamed } from './keys';
      export * from './keys';
      export * from './more';
      export * as ns from './more';
      import imported, { other as alias } from './more';
      export { imported, alias };
      import * as whole from './keys';
      export { whole };
      export { gone } from 'outside';
      export type { Type } from './more';
      export { default } from './more';`,
    'keys.ts': `export const KEY = 'new', { A, b: [B] } = x; export enum Flag { One } export default class Store {}`,
    'more.ts': `export function other() {} export interface Type {} const value = 1; export { value as renamed }; export default value;`,
    'round.ts': `export * from './trip'; export { x } from './trip';`,
    'trip.ts': `export * from './round'; export { x } from './round'; export const y = 1;`,
    'clash.ts': `export * from './one'; export * from './two';`,
    'one.ts': `export const same = 1; export const only = 1;`,
    'two.ts': `export const same = 2;`,
    'diamond.ts': `export * from './left'; export * from './right';`,
    'left.ts': `export * from './one';`,
    'right.ts': `export * from './one';`,
    'overload.ts': `export function f(a: string): void; export function f(a: any) {}`,
    'both.ts': `export type Id = string; export const Id = 1;`,
    'cjs.js': `const a = 1; module.exports = { a, b: 2, c() {} }; module.exports.d = 4;`,
    'exports.js': `exports.a = 1;`,
    'assigned.ts': `const a = 1; export = a;`,
    'broken.ts': `export const = ;`,
  };
  it.each([
    ['index.ts', 'KEY', "keys.ts VariableDeclarator KEY = 'new'"],
    ['index.ts', 'RENAMED', "keys.ts VariableDeclarator KEY = 'new'"],
    ['index.ts', 'B', 'keys.ts VariableDeclarator { A, b: [B] } = x'],
    ['index.ts', 'Flag', 'keys.ts TSEnumDeclaration enum Flag { One }'],
    ['index.ts', 'Renamed', 'keys.ts ClassDeclaration class Store {}'],
    ['index.ts', 'alias', 'more.ts FunctionDeclaration function other() {}'],
    ['index.ts', 'other', 'more.ts FunctionDeclaration function other() {}'],
    ['index.ts', 'imported', 'more.ts VariableDeclarator value = 1'],
    ['index.ts', 'default', 'more.ts VariableDeclarator value = 1'],
    ['index.ts', 'renamed', 'more.ts VariableDeclarator value = 1'],
    ['index.ts', 'Type', 'more.ts TSInterfaceDeclaration interface Type {}'],
    ['index.ts', 'gone', undefined],
    ['index.ts', 'none', undefined],
    ['keys.ts', 'default', 'keys.ts ClassDeclaration class Store {}'],
    ['round.ts', 'x', undefined],
    ['round.ts', 'y', 'trip.ts VariableDeclarator y = 1'],
    ['clash.ts', 'same', undefined],
    ['clash.ts', 'only', 'one.ts VariableDeclarator only = 1'],
    ['diamond.ts', 'same', 'one.ts VariableDeclarator same = 1'],
    ['overload.ts', 'f', 'overload.ts FunctionDeclaration function f(a: any) {}'],
    ['both.ts', 'Id', 'both.ts VariableDeclarator Id = 1'],
    ['cjs.js', 'a', 'cjs.js VariableDeclarator a = 1'],
    ['cjs.js', 'b', 'cjs.js NumericLiteral 2'],
    ['cjs.js', 'c', 'cjs.js ObjectMethod c() {}'],
    ['cjs.js', 'd', 'cjs.js NumericLiteral 4'],
    ['exports.js', 'a', 'exports.js NumericLiteral 1'],
    ['assigned.ts', 'default', 'assigned.ts VariableDeclarator a = 1'],
    ['broken.ts', 'a', undefined],
    ['none.ts', 'a', undefined],
  ])('from %s, %s is %s', (path, name, expected) => expect(found(files, path, name)).toBe(expected));

  it('gives the program for a whole module', () => {
    expect(found(files, 'index.ts', 'ns')).toMatch(/^more\.ts Program/);
    expect(found(files, 'index.ts', 'whole')).toMatch(/^keys\.ts Program/);
  });
});

describe('importsOf', () => {
  const importsIn = (text: string, path = 'a.tsx') => {
    const file = parsedFile(memoryWorkspace({ [path]: text }), path)!;
    return importsOf(file).map(({ kind, specifier, typeOnly, sideEffectOnly, names }) => {
      const list = names.map(({ imported, local, exported, typeOnly: isType }) =>
        [
          isType && !typeOnly ? 'type ' : '',
          imported,
          local && ` as ${local.name}`,
          exported && ` to ${exported}`,
        ].join(''),
      );
      return `${kind}${typeOnly ? ' type' : ''}${sideEffectOnly ? ' effect' : ''} ${specifier}: ${list.join(', ')}`;
    });
  };
  it.each([
    ["import 'a'", ['import effect a: ']],
    [
      "import d, { a, b as c, type T, default as e, 'x y' as f } from 'a'",
      ['import a: default as d, a as a, b as c, type T as T, default as e, x y as f'],
    ],
    ["import * as ns from 'a'", ['import a: * as ns']],
    ["import type { T } from 'a'", ['import type a: T as T']],
    ["export { a, b as c } from 'a'", ['re-export a: a to a, b to c']],
    ["export * from 'a'; export * as ns from 'b'", ['re-export a: *', 're-export b: * to ns']],
    ['export { a }; const a = 1', []],
    ["const a = require('a'); const { b, c: d } = require('b');", ['require a: * as a', 'require b: b as b, c as d']],
    [
      "require('a'); const b = require('b').c; f(require('c'))",
      ['require effect a: ', 'require b: c as b', 'require c: *'],
    ],
    ["function f(require) { require('a'); }", []],
    ["const { a } = await import('a'); import('b').then(f)", ['dynamic a: a as a', 'dynamic b: *']],
    ["import('a').then(({ b }) => b); import('c').then((d) => d.e)", ['dynamic a: b as b', 'dynamic c: * as d']],
    ["const a = import('a'); lazy(() => import('b'))", ['dynamic a: *', 'dynamic b: *']],
    ["const a = (await import('a')).b", ['dynamic a: b as a']],
    ["let a: import('a').B.C; let b: typeof import('b')", ['type type a: B', 'type type b: *']],
    ["import a = require('a'); import type b = require('b')", ['require a: * as a', 'require type b: * as b']],
    ['const a = require(b); import(c)', []],
    ["const { ...all } = require('a')", ['require a: *']],
  ])('%s', (text, expected) => expect(importsIn(text)).toEqual(expected));
});

describe('parsedFile', () => {
  it('parses a text once, and again when it has changed', () => {
    let text = 'const a = 1;';
    const workspace = { ...memoryWorkspace({ 'a.ts': '' }), read: () => text };
    const first = parsedFile(workspace, 'a.ts');
    expect(parsedFile(workspace, 'a.ts')).toBe(first);
    text = 'const b = 1;';
    expect(parsedFile(workspace, 'a.ts')).not.toBe(first);
    expect(parsedFile(workspace, 'a.css')).toBeUndefined();
  });

  it('tells why a file does not parse', () => {
    const workspace = memoryWorkspace({ 'a.ts': '\nconst = 1;' });
    expect(parsedFile(workspace, 'a.ts')).toBeUndefined();
    expect(parseFile(workspace, 'a.ts')).toMatchObject({ path: 'a.ts', line: 2 });
  });
});

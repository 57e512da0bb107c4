import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isParsed, parse, type SourceFile } from './parse.ts';
import type { Binding, NameNode } from './scopes/binding.ts';
import { scopesOf } from './scopes.ts';
import { walk } from './walk.ts';

/*
 * TypeScript's own checker is asked for every name of real sources. More folders can be checked by hand:
 * SCOPES_ORACLE=/some/folder:/another npx vitest run --project rooms libs/typescript/src/scopes-oracle
 */
const root = join(import.meta.dirname, '../../..');
const folders = process.env.SCOPES_ORACLE?.split(':') ?? [
  join(root, 'libs'),
  join(root, 'codemods'),
  join(root, 'tools'),
  join(root, 'node_modules/fast-check/lib'),
  join(root, 'node_modules/@types/yargs'),
  join(root, 'node_modules/@types/jscodeshift'),
  join(root, 'node_modules/@types/node'),
  join(root, 'node_modules/vite/types'),
];

describe('the checker of TypeScript', () => {
  it.each(folders)(
    'finds the same declarations in %s',
    (folder) => {
      const differences: string[] = [];
      let names = 0;
      for (const path of sources(folder)) {
        const result = differencesIn(path, readFileSync(path, 'utf8'));
        names += result.names;
        differences.push(...result.differences);
      }
      if (process.env.SCOPES_ORACLE) console.log(folder, names, 'names', differences.length, 'differ');
      expect(differences.slice(0, 40)).toEqual([]);
      expect(names).toBeGreaterThan(0);
    },
    600_000,
  );
});

describe('the checker of TypeScript, on what real sources seldom hold', () => {
  it.each([
    'var x; function f(a = x, { b = () => a } = x) { var x = 1; return x + a + b; }',
    'try {} catch ({ x, y = x }) { { var x2 = x; } let z = y; } x2;',
    'switch (a) { case 1: let a; default: a; } for (let a of a) { a; } for (var b in a) { b; }',
    'const f = function f(f) { return f; }, C = class C<T> extends D<C, T> { static c = C; m<T>(t: T): t is C { return C; } };',
    'enum E { A, B = A, "C" = B } enum E { D = A } namespace E { export const F = E.A; F; } E.F;',
    'namespace N.M { export interface I { i: I } let l: I; } namespace N { let k: M.I; } namespace N.M { let j: I; }',
    'interface A<T> { a: T; b<T>(c: T, d: typeof c): A<T>; [k: string]: typeof k } class A<T> { x: A<T> }',
    'type C<T> = T extends [infer H extends T, ...infer R] ? R extends [] ? H : C<R> : [T, H, R];',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the code that is read.
    'type M<T> = { [K in keyof T as K extends string ? `x${K}` : never]: T[K] } & { [K: string]: K };',
    'type F = <T, U extends T = T>(this: T, u: U, ...r: (typeof u)[]) => asserts u is U; type G = new <T>(t: T) => typeof t;',
    'export {}; declare global { interface W { w: W } var g: W; namespace NS { type T = W } } g; let w: W, n: NS.T;',
    'declare module "a" { const x: T; export type T = typeof x; } declare module "a" { let y: T; } let z: T;',
    'declare namespace D { const x: 1; let y: typeof x; } declare namespace D { let z: typeof x; } declare module "b" { const w: 1; export default w; } declare module "b" { let v: typeof w; }',
    'import a, { b as c, type d } from "m"; import * as e from "n"; import f = require("o"); import g = e.h.i; export import j = e; let k: [a, c, d, e.x, f, g];',
    'const T = 1; type T = typeof T; interface U {} const U: U = T; export { T, U as V }; let v: V;',
    'class P { constructor(private readonly p: number, q = p) { this.p; p; q; } static { var s = 1; s; } [s] = s; #s = s; }',
    '@d(x => x) class Q { @d(q => q) m(@d(p) p) {} } function d(x) { return x; }',
    'label: for (;;) { const label = 1, other = label; continue label; }',
    'let o = { a, b: a, [a]: a, a() { return a; }, get b() { return a; } }, { a = o, ...r } = o; [a, o.a, { a }] = [a, o, r] as const;',
    'abstract class R<T> { abstract m<U>(t: T, u: U): U; declare f: T; n(a: T): a is T; n(a: any): boolean { return a; } }',
    'function o(a: string): typeof a; function o(a: any): any { return o; } let t: [a: string, b?: typeof o];',
  ])('%s', (text) => {
    const { names, differences } = differencesIn('a.ts', text);
    expect(differences).toEqual([]);
    expect(names).toBeGreaterThan(2);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        /\.[cm]?tsx?$/.test(path) && (!/(^|\/)(node_modules|dist)\//.test(path) || folder.includes('node_modules')),
    )
    .map((path) => join(folder, path))
    .sort();
}

function differencesIn(path: string, text: string): { names: number; differences: string[] } {
  const file = parse(path, text);
  // Tests of compilers hold sources that do not parse.
  if (!isParsed(file)) return { names: 0, differences: [] };
  const [source, checker] = check(path, text);
  const ours = ourNames(file);
  const differences: string[] = [];
  let names = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isVariable(node)) {
      names++;
      const start = node.getStart(source);
      const expected = declarationsOf(checker, node, source);
      const actual = ours.get(start) ?? [];
      if (!agree(file, actual, expected)) {
        const { line } = source.getLineAndCharacterOfPosition(start);
        const lines = (offsets: readonly number[]) =>
          offsets.map((offset) => source.getLineAndCharacterOfPosition(offset).line + 1).join();
        const found = actual.flatMap(({ declarations }) => declarations.map((name) => nameStart(file, name)));
        differences.push(`${path}:${line + 1} ${node.text}: ours [${lines(found)}], theirs [${lines(expected)}]`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { names, differences };
}

function check(path: string, text: string): [ts.SourceFile, ts.TypeChecker] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === path ? source : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: () => {},
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === path,
    readFile: () => undefined,
  };
  const options = { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve };
  const program = ts.createProgram([path], options, host);
  return [source, program.getTypeChecker()];
}

function ourNames(file: SourceFile): Map<number, Binding[]> {
  const scopes = scopesOf(file);
  const names = new Map<number, Binding[]>();
  for (const binding of scopes.bindings()) {
    for (const name of binding.declarations) names.set(nameStart(file, name), [binding]);
  }
  walk(file.tree.program, (node) => {
    const binding = node.type === 'Identifier' || node.type === 'JSXIdentifier' ? scopes.bindingOf(node) : undefined;
    if (binding) names.set(node.start!, [binding]);
  });
  return names;
}

/** Babel gives the type parameter, with its modifiers; TypeScript its name. */
function nameStart(file: SourceFile, name: NameNode): number {
  if (name.type !== 'TSTypeParameter') return name.start!;
  const modifiers = /^(?:(?:const|in|out)\s+)*/.exec(file.text.slice(name.start!, name.end!))![0];
  return name.start! + modifiers.length;
}

/** TypeScript has one symbol for a constant and a type of the same name; here they are two bindings of one scope. */
function agree(file: SourceFile, actual: readonly Binding[], expected: readonly number[]): boolean {
  const [binding] = actual;
  if (!binding) return expected.length === 0;
  const own = binding.declarations.map((name) => nameStart(file, name));
  if (own.some((start) => !expected.includes(start))) return false;
  const beside = scopesOf(file)
    .bindings()
    .filter((other) => other.name === binding.name && isBeside(other, binding))
    .flatMap(({ declarations }) => declarations.map((name) => nameStart(file, name)));
  return expected.every((start) => own.includes(start) || beside.includes(start));
}

function isBeside(other: Binding, binding: Binding): boolean {
  if (other.scope === binding.scope) return true;
  if (other.scope.shared !== undefined && other.scope.shared === binding.scope.shared) return true;
  // The parameters of a merged interface or class are one for TypeScript.
  return other.kind === 'type-param' && binding.kind === 'type-param' && other.scope.parent === binding.scope.parent;
}

function declarationsOf(checker: ts.TypeChecker, node: ts.Identifier, source: ts.SourceFile): number[] {
  const declarations = symbolOf(checker, node)?.declarations ?? [];
  return declarations
    .filter((declaration) => declaration.getSourceFile() === source && !isExpando(declaration))
    .flatMap((declaration) => ts.getNameOfDeclaration(declaration)?.getStart(source) ?? []);
}

/** TypeScript takes `f.x = 1` for one more declaration of the function. */
function isExpando(declaration: ts.Declaration): boolean {
  return ts.isExpression(declaration) && !ts.isFunctionLike(declaration) && !ts.isClassLike(declaration);
}

function symbolOf(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent) && parent.name === node) {
    return checker.getShorthandAssignmentValueSymbol(parent);
  }
  if (ts.isExportSpecifier(parent)) return checker.getExportSpecifierLocalTargetSymbol(parent);
  return checker.getSymbolAtLocation(node);
}

/** Leaves out the names that stand for members, labels and words of the grammar. */
function isVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  if (node.text === 'this' || node.text === 'arguments' || node.text === 'undefined' || node.text === '') return false;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isQualifiedName(parent)) return parent.right !== node && !isInImportType(parent);
  if (ts.isImportTypeNode(parent)) return parent.qualifier !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  if (ts.isImportSpecifier(parent)) return parent.propertyName !== node;
  if (ts.isExportSpecifier(parent)) {
    if (parent.parent.parent.moduleSpecifier) return false;
    return (parent.propertyName ?? parent.name) === node;
  }
  if (ts.isJsxOpeningLikeElement(parent) || ts.isJsxClosingElement(parent)) return !/^[a-z]|-/.test(node.text);
  if (ts.isModuleDeclaration(parent)) return !(parent.flags & ts.NodeFlags.GlobalAugmentation);
  if (ts.isTypeReferenceNode(parent) && node.text === 'const') return false;
  if (
    ts.isNamespaceExport(parent) ||
    ts.isNamespaceExportDeclaration(parent) ||
    ts.isMetaProperty(parent) ||
    ts.isLabeledStatement(parent) ||
    ts.isBreakOrContinueStatement(parent) ||
    ts.isNamedTupleMember(parent) ||
    ts.isJsxAttribute(parent) ||
    ts.isJsxNamespacedName(parent) ||
    ts.isImportAttribute(parent)
  ) {
    return 'expression' in parent && parent.expression === node;
  }
  const isMember =
    ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isAccessor(parent);
  return !(isMember && parent.name === node);
}

function isInImportType(node: ts.Node): boolean {
  let at = node;
  while (ts.isQualifiedName(at)) at = at.parent;
  return ts.isImportTypeNode(at);
}

import type { Texts } from '@ffsd/cases';
import * as python from '@ffsd/python';
import { scopesOf, walk } from '@ffsd/typescript';
import { memoryWorkspace } from '@ffsd/workspace';
import { expect } from 'vitest';
import type { Law } from './law.ts';
import { parsedOf, pythonOf } from './parsed-of.ts';

export const namesStayResolved: Law = {
  title: 'no name becomes unresolved, and no imported name loses its export',
  check: ({ run }) => expectNamesToResolve(run.before, run.after),
};

export function expectNamesToResolve(before: Texts, after: Texts): void {
  const known = new Set([...unresolvedNames(before), ...unresolvedInPython(before)]);
  const found = [...unresolvedNames(after), ...unresolvedInPython(after)];
  expect(found.filter((name) => !known.has(name))).toEqual([]);
}

/**
 * As `path name`, and as `path name from module` for an import that the other file does not export, and as `path file module` for a
 * file that is not there.
 */
function unresolvedNames(texts: Texts): ReadonlySet<string> {
  const names = new Set<string>();
  const { parsed } = parsedOf(texts);
  for (const file of parsed) {
    for (const { name } of scopesOf(file).unresolved()) names.add(`${file.path} ${name}`);
    for (const module of modulesOf(file)) {
      const isThere = [...texts.keys()].some((path) => isModule(file.path, module, path));
      if (!isThere) names.add(`${file.path} file ${module}`);
    }
    for (const { name, module } of importsOf(file)) {
      const target = parsed.find(({ path }) => isModule(file.path, module, path));
      const exports = target && exportsOf(target);
      if (exports && !exports.has('*') && !exports.has(name)) names.add(`${file.path} ${name} from ${module}`);
    }
  }
  return names;
}

/**
 * The same for Python, where a name in a function is unresolved, too, when nothing gives it a value any more before it is deleted
 * or declared: `x` of `global x` that no line of the file assigns.
 */
function unresolvedInPython(texts: Texts): ReadonlySet<string> {
  const names = new Set<string>();
  const workspace = memoryWorkspace(Object.fromEntries(texts));
  for (const file of pythonOf(texts).parsed) {
    const scopes = python.scopesOf(file);
    for (const { name, binding, access } of scopes.references()) {
      const isKnown = access.referents.some(({ kind }) => kind === 'builtin') || hasValue(binding);
      if (!isKnown) names.add(`${file.path} ${name}`);
    }
    for (const { specifier, names: imported } of python.importsOf(file)) {
      const module = python.resolveModule(workspace, file.path, specifier);
      if (module.kind === 'unresolved') {
        if (module.code !== 'outside') names.add(`${file.path} module ${specifier}`);
        continue;
      }
      for (const { imported: name } of imported) {
        if (module.path === undefined || name === '*') continue;
        const { definitions, outside } = python.resolveExport(workspace, module.path, name);
        if (definitions.length + outside.length === 0) names.add(`${file.path} ${name} from ${specifier}`);
      }
    }
  }
  return names;
}

function hasValue(binding: python.Binding | undefined): boolean {
  return binding?.assignments.some(({ kind }) => kind !== 'declaration' && kind !== 'augmented') ?? false;
}

type File = (typeof parsedOf extends (texts: Texts) => infer R ? R : never)['parsed'][number];

function importsOf({ tree }: File): { name: string; module: string }[] {
  const found: { name: string; module: string }[] = [];
  for (const statement of tree.program.body) {
    if (statement.type !== 'ImportDeclaration' && statement.type !== 'ExportNamedDeclaration') continue;
    const module = statement.source?.value;
    if (module === undefined) continue;
    for (const one of statement.specifiers) {
      if (one.type === 'ImportDefaultSpecifier') found.push({ name: 'default', module });
      if (one.type === 'ImportSpecifier') found.push({ name: nameOf(one.imported), module });
      if (one.type === 'ExportSpecifier') found.push({ name: nameOf(one.local), module });
    }
  }
  return found;
}

/** What the file loads or mocks by a relative path, in any way that is written with a plain text. */
function modulesOf({ tree }: File): readonly string[] {
  const modules: string[] = [];
  walk(tree.program, (node) => {
    const isCall =
      node.type === 'CallExpression' &&
      /^(?:require|mock|doMock|requireActual|import)$/i.test(
        node.callee.type === 'Identifier'
          ? node.callee.name
          : node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier'
            ? node.callee.property.name
            : node.callee.type,
      );
    const source = isCall ? node.arguments[0] : 'source' in node ? node.source : undefined;
    if (typeof source === 'object' && source?.type === 'StringLiteral' && source.value.startsWith('.'))
      modules.push(source.value);
  });
  return modules;
}

function exportsOf(file: File): ReadonlySet<string> {
  const names = new Set<string>();
  for (const binding of scopesOf(file).bindings()) if (binding.exported) names.add(binding.name);
  for (const statement of file.tree.program.body) {
    if (statement.type === 'ExportAllDeclaration' || statement.type === 'TSExportAssignment') names.add('*');
    if (statement.type === 'ExportDefaultDeclaration') names.add('default');
    if (statement.type !== 'ExportNamedDeclaration') continue;
    for (const one of statement.specifiers)
      names.add(one.exported.type === 'StringLiteral' ? one.exported.value : one.exported.name);
  }
  return names;
}

function nameOf(node: { type: 'Identifier'; name: string } | { type: 'StringLiteral'; value: string }): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** Whether the specifier, written in `from`, means the file `path`: with and without its extension, and as a folder. */
function isModule(from: string, module: string, path: string): boolean {
  if (!module.startsWith('.')) return false;
  const parts = from.split('/').slice(0, -1);
  for (const part of module.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const target = parts.join('/');
  const bare = (name: string): string => name.replace(/\.[cm]?[jt]sx?$/, '');
  return path === target || bare(path) === bare(target) || bare(path) === `${target}/index`;
}

import type { Texts } from '@ffsd/cases';
import * as python from '@ffsd/python';
import { scopesOf } from '@ffsd/typescript';
import { expect } from 'vitest';
import type { Law } from './law.ts';
import { parsedOf, pythonOf } from './parsed-of.ts';

export const nothingBecomesUnused: Law = {
  title: 'no import and no local becomes unused, or the report names it',
  check({ run }) {
    const known = new Set(unusedIn(run.before).map(({ path, name }) => `${path} ${name}`));
    const reported = run.set.kept.map(({ because }) => because).join('\n');
    const fresh = unusedIn(run.after).filter(
      ({ path, name }) => !known.has(`${path} ${name}`) && !reported.includes(name),
    );
    expect(fresh).toEqual([]);
  },
};

const locals = new Set([
  'var',
  'let',
  'const',
  'function',
  'class',
  'import',
  'import-type',
  'enum',
  'interface',
  'type',
]);

interface Unused {
  readonly path: string;
  readonly name: string;
}

function unusedIn(texts: Texts): readonly Unused[] {
  return [...unusedNames(texts), ...unusedInPython(texts)];
}

/** Parameters are part of a signature and exported names of an interface: neither is unused as long as the file is there. */
function unusedNames(texts: Texts): Unused[] {
  return parsedOf(texts).parsed.flatMap((file) =>
    // Where any name may be used, none is known to be unused.
    (scopesOf(file).hasDynamicScope ? [] : scopesOf(file).bindings())
      .filter(({ kind, exported, references }) => locals.has(kind) && !exported && !references.some(isUse))
      .filter(({ scope }) => scope !== scopesOf(file).scope || scopesOf(file).isModule)
      .map(({ name }) => ({ path: file.path, name })),
  );
}

type Reference = ReturnType<ReturnType<typeof scopesOf>['references']>[number];

function isUse({ read, type, query, export: exported }: Reference): boolean {
  return read || type || query || exported;
}

const pythonLocals = new Set<python.Binding['kind']>([
  'import',
  'function',
  'class',
  'variable',
  'augmented',
  'type-alias',
]);

/**
 * At the top level of a module that is no package only imports and names with a leading underscore are no interface, and those only where no other file says them
 * and the module.
 */
function unusedInPython(texts: Texts): Unused[] {
  return pythonOf(texts).parsed.flatMap((file) => {
    const scopes = python.scopesOf(file);
    if (scopes.hasDynamicScope) return [];
    const listed = python.exportsOf(file).all?.names;
    const module = file.path.replace(/(?:\/__init__)?\.pyi?$/, '').replace(/^.*\//, '');
    const others = [...texts].filter(([path, text]) => path !== file.path && text.includes(module));
    const isInterface = ({ name, kind }: python.Binding): boolean =>
      (kind !== 'import' && !/^_(?!_)/.test(name)) ||
      file.path.endsWith('__init__.py') ||
      listed?.has(name) ||
      others.some(([, text]) => text.includes(name));
    return scopes
      .bindings()
      .filter(({ kind, scope }) => pythonLocals.has(kind) && scope.kind !== 'class' && scope.kind !== 'comprehension')
      .filter(({ references }) => !references.some(({ read, write, deletion }) => (read && !write) || deletion))
      .filter((binding) => binding.scope !== scopes.scope || !isInterface(binding))
      .map(({ name }) => ({ path: file.path, name }));
  });
}

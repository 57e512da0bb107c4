import type { Texts } from '@ffsd/cases';
import { scopesOf } from '@ffsd/typescript';
import { expect } from 'vitest';
import type { Law } from './law.ts';
import { parsedOf } from './parsed-of.ts';

export const nothingBecomesUnused: Law = {
  title: 'no import and no local becomes unused, or the report names it',
  check({ run }) {
    const known = new Set(unusedNames(run.before).map(({ path, name }) => `${path} ${name}`));
    const reported = run.set.kept.map(({ because }) => because).join('\n');
    const fresh = unusedNames(run.after).filter(
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

/** Parameters are part of a signature and exported names of an interface: neither is unused as long as the file is there. */
function unusedNames(texts: Texts): { path: string; name: string }[] {
  return parsedOf(texts).parsed.flatMap((file) =>
    scopesOf(file)
      .bindings()
      .filter(({ kind, exported, references }) => locals.has(kind) && !exported && !references.some(isUse))
      .filter(({ scope }) => scope !== scopesOf(file).scope || scopesOf(file).isModule)
      .map(({ name }) => ({ path: file.path, name })),
  );
}

type Reference = ReturnType<ReturnType<typeof scopesOf>['references']>[number];

function isUse({ read, type, query, export: exported }: Reference): boolean {
  return read || type || query || exported;
}

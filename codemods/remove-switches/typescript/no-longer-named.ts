import type { Identifier } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import {
  importsOf,
  isCode,
  isMixed,
  parentsOf,
  parsedFile,
  resolveModule,
  scopesOf,
  specifiersIn,
} from '@ffsd/typescript';
import { deletedFiles } from './deleted-files.ts';
import { filesNamedIn } from './files-named-in.ts';
import { roleOfPath } from './role-of-path.ts';
import type { Session } from './session.ts';

/** What files named of other modules before the first change, and do not name now. */
export interface NoLongerNamed {
  /** Files that another file has stopped to name, each with the names that it took from it. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those of the files that more than tests named: what only tests imported may be started in some other way. */
  readonly files: ReadonlySet<string>;
  /** Packages from outside, each with a file that has stopped to import it. */
  readonly packages: ReadonlyMap<string, string>;
}

export function noLongerNamed(session: Session): NoLongerNamed {
  const names = new Map<string, Set<string>>();
  const files = new Set<string>();
  const packages = new Map<string, string>();
  let from = '';
  const lose = (path: string, name?: string) => {
    const known = names.get(path) ?? new Set();
    names.set(path, name === undefined ? known : known.add(name));
    if (name === undefined && (roleOfPath(from) === 'product' || roleOfPath(path) !== 'product')) files.add(path);
  };
  for (const path of [...session.changed(), ...deletedFiles(session).keys()]) {
    from = path;
    const text = session.read(path);
    const before = isCode(path)
      ? namesIn(session, session.original(path))
      : mixedNames(session, path, session.base.read(path));
    const after = isCode(path) ? namesIn(session, parsedFile(session, path)) : mixedNames(session, path, text);
    // A text that cannot be read says nothing of what it names.
    if (!after && text !== undefined) continue;
    for (const one of before?.outside ?? []) if (!after?.outside.has(one)) packages.set(one, packages.get(one) ?? path);
    for (const [target, taken] of before?.names ?? []) {
      const left = after?.names.get(target);
      if (!left) lose(target);
      for (const name of taken) if (!left?.has(name)) lose(target, name);
    }
    if (text === undefined) for (const one of filesNamedIn(session, path)) lose(one);
  }
  return { names, files, packages };
}

interface Names {
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  readonly outside: ReadonlySet<string>;
}

function namesIn(session: Session, file: SourceFile | undefined): Names | undefined {
  if (!file) return undefined;
  const names = new Map<string, Set<string>>();
  const outside = new Set<string>();
  for (const { specifier, names: taken } of importsOf(file)) {
    const target = resolveModule(session, file.path, specifier);
    if (target === undefined) {
      if (/^(?:@[\w.-]+\/)?[\w-][\w.-]*(?:\/|$)/.test(specifier)) outside.add(packageOf(specifier));
      continue;
    }
    const known = names.get(target) ?? new Set();
    names.set(target, known);
    for (const { imported, local } of taken) {
      if (imported !== '*') known.add(imported);
      else if (local) for (const member of membersOf(file, local)) known.add(member);
    }
  }
  return { names, outside };
}

/** A file that holds code among other things names modules, too; which names it takes is not looked at. */
function mixedNames(session: Session, path: string, text: string | undefined): Names | undefined {
  if (text === undefined || !isMixed(path)) return undefined;
  const targets = specifiersIn(text).map((specifier) => resolveModule(session, path, specifier));
  const known = targets.filter((target) => target !== undefined);
  return { names: new Map(known.map((target) => [target, new Set()])), outside: new Set() };
}

/** The members of a module that is imported whole, as far as they are named. */
function membersOf(file: SourceFile, local: Identifier): readonly string[] {
  const references = scopesOf(file).bindingOf(local)?.references ?? [];
  return references.flatMap(({ node }) => {
    const parent = parentsOf(file).parent(node);
    if (parent?.type === 'JSXMemberExpression') return [parent.property.name];
    if (parent?.type === 'TSQualifiedName') return [parent.right.name];
    if (parent?.type !== 'MemberExpression' && parent?.type !== 'OptionalMemberExpression') return [];
    return parent.object === node && parent.property.type === 'Identifier' ? [parent.property.name] : [];
  });
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

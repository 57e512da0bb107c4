import {
  importersOf,
  importsOf,
  isCode,
  isParsed,
  parse,
  resolveExport,
  resolveModule,
  scopesOf,
} from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { diagnosePython } from '../flagbench/diagnose-python.ts';
import { overlayWorkspace, type Texts } from './overlay-workspace.ts';

/** What a compiler would say of the changed files that it did not say before, as far as it can be had without one. */
export interface NewError {
  readonly kind: 'unparsable' | 'unresolved' | 'missing-export';
  readonly path: string;
  readonly detail: string;
}

export function newErrors(workspace: Workspace, texts: Texts): readonly NewError[] {
  const after = overlayWorkspace(workspace, texts);
  const ofScripts = [...texts].flatMap(([path, text]) => {
    if (!isCode(path)) return [];
    const own = text === undefined ? [] : ofFile(path, workspace.read(path), text);
    return own.some(({ kind }) => kind === 'unparsable') ? own : [...own, ...missingExports(workspace, after, path)];
  });
  return [...ofScripts, ...inPython(workspace, texts)];
}

/** CPython's word. Its messages begin with the path. */
function inPython(workspace: Workspace, texts: Texts): readonly NewError[] {
  const { unparsable, unresolved } = diagnosePython(workspace, texts);
  const error = (kind: NewError['kind']) => (message: string) => {
    const at = message.indexOf(': ');
    return { kind, path: message.slice(0, at), detail: message.slice(at + 2) };
  };
  return [...unparsable.map(error('unparsable')), ...unresolved.map(error('unresolved'))];
}

function ofFile(path: string, before: string | undefined, text: string): readonly NewError[] {
  const file = parse(path, text);
  if (!isParsed(file)) return [{ kind: 'unparsable', path, detail: `${file.line}: ${file.message}` }];
  const known = new Set(before === undefined ? [] : unresolvedNames(path, before));
  return unresolvedNames(path, text)
    .filter((name) => !known.has(name))
    .map((detail) => ({ kind: 'unresolved', path, detail }));
}

function unresolvedNames(path: string, text: string): readonly string[] {
  const file = parse(path, text);
  return isParsed(file)
    ? scopesOf(file)
        .unresolved()
        .map(({ name }) => name)
    : [];
}

/** Names that other files still import from the file although it has them no longer. */
function missingExports(before: Workspace, after: Workspace, path: string): readonly NewError[] {
  const errors: NewError[] = [];
  for (const [name, importers] of importedNames(before, path)) {
    if (!resolveExport(before, path, name) || resolveExport(after, path, name)) continue;
    for (const importer of importers) {
      if (!importsName(after, importer, path, name)) continue;
      errors.push({ kind: 'missing-export', path: importer, detail: `${name} from ${path}` });
    }
  }
  return errors;
}

/** Who imports what of the file. Kept, because popular files are asked for again by every key. */
function importedNames(workspace: Workspace, path: string): ReadonlyMap<string, readonly string[]> {
  const ofWorkspace = imported.get(workspace) ?? new Map<string, ReadonlyMap<string, readonly string[]>>();
  imported.set(workspace, ofWorkspace);
  const names = ofWorkspace.get(path) ?? collectNames(workspace, path);
  ofWorkspace.set(path, names);
  return names;
}

const imported = new WeakMap<Workspace, Map<string, ReadonlyMap<string, readonly string[]>>>();

function collectNames(workspace: Workspace, path: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const importer of importersOf(workspace, path)) {
    for (const name of namesFrom(workspace, importer, path)) {
      const others = found.get(name);
      if (others) others.push(importer);
      else found.set(name, [importer]);
    }
  }
  return found;
}

function importsName(workspace: Workspace, importer: string, path: string, name: string): boolean {
  return workspace.read(importer)?.includes(name) === true && namesFrom(workspace, importer, path).has(name);
}

function namesFrom(workspace: Workspace, importer: string, path: string): ReadonlySet<string> {
  const text = workspace.read(importer);
  const file = text === undefined || !isCode(importer) ? undefined : parse(importer, text);
  if (!file || !isParsed(file)) return new Set();
  const modules = importsOf(file).filter(({ specifier }) => resolveModule(workspace, importer, specifier) === path);
  return new Set(modules.flatMap(({ names }) => names.map((one) => one.imported)));
}

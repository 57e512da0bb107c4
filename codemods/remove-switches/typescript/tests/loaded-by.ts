import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { folderOf, importsOf, isCode, isMixed, joinPath, mocksOf, resolveModule, specifiersIn } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { isOutside } from '../imports-that-may-mean.ts';

/** What runs when a test runs, as far as the names of modules in the texts show it. */
export interface Loaded {
  /** Files of the workspace, the test itself not among them. */
  readonly files: ReadonlySet<string>;
  /** Who names a file, of those that are loaded. */
  readonly importers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Packages from outside, as they are named. */
  readonly packages: ReadonlySet<string>;
  /** A file that may load something which is not seen: `import(name)`, an alias that leads nowhere. */
  readonly unknown: string | undefined;
}

/**
 * Everything that a test loads, through as many files as it takes. May be a file too many, never one too few: imports in comments and
 * those that only bring types count, too.
 *
 * A module that the test replaces by one of its own making is not loaded: `vi.mock('./Menu', () => ({ default: () => 'Menu' }))`.
 *
 * @param except a module that the test itself is taken neither to import nor to replace
 */
export function loadedBy(workspace: Workspace, test: SourceFile, except?: string): Loaded {
  const files = new Set<string>();
  const packages = new Set<string>();
  let unknown: string | undefined;
  const replaced = new Set(
    mocksOf(test).flatMap((mock) =>
      isReplacement(test, mock.node) ? (targetOf(workspace, test, mock.source.value) ?? []) : [],
    ),
  );
  if (except !== undefined) replaced.delete(except);
  const waiting: string[] = [];
  const importers = new Map<string, Set<string>>();
  const enter = (path: string, from?: string) => {
    if (from !== undefined) importers.set(path, (importers.get(path) ?? new Set()).add(from));
    if (files.has(path) || replaced.has(path) || path === test.path) return;
    files.add(path);
    if (isCode(path) || isMixed(path)) waiting.push(path);
  };
  for (const specifier of namedByTest(workspace, test, except)) {
    const target = targetOf(workspace, test, specifier);
    if (target !== undefined && target !== specifier) enter(target, test.path);
    else packages.add(specifier);
  }
  for (const path of setUpFiles(workspace)) enter(path);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const scan = scanned(workspace, path);
    for (const target of scan.targets) enter(target, path);
    for (const name of scan.packages) packages.add(name);
    if (scan.unknown) unknown ??= path;
  }
  return { files, importers, packages, unknown };
}

/** What the test itself names: its imports but those of types, the modules that it mocks without a replacement, and the real ones it asks for. */
function namedByTest(workspace: Workspace, test: SourceFile, except: string | undefined): readonly string[] {
  const imports = importsOf(test).filter(
    ({ typeOnly, names }) => !typeOnly && !(names.length > 0 && names.every((name) => name.typeOnly)),
  );
  const mocks = mocksOf(test).filter(({ node }) => !isReplacement(test, node));
  return [...imports.map(({ specifier }) => specifier), ...mocks.map(({ source }) => source.value)].filter(
    (specifier) => except === undefined || targetOf(workspace, test, specifier) !== except,
  );
}

/** `jest.mock('./menu', () => …)` that does not ask for the real module. */
function isReplacement({ text }: SourceFile, call: Node): boolean {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  const { property } = call.callee;
  const factory = call.arguments[1];
  if (property.type !== 'Identifier' || property.name !== 'mock') return false;
  if (factory?.type !== 'ArrowFunctionExpression' && factory?.type !== 'FunctionExpression') return false;
  return factory.params.length === 0 && !/Actual|importOriginal/.test(text.slice(factory.start!, factory.end!));
}

/** The file that a specifier of a file means, also when it is not there, or the package. */
export function targetOf(
  workspace: Workspace,
  { path }: { readonly path: string },
  specifier: string,
): string | undefined {
  const target = resolveModule(workspace, path, specifier);
  if (target !== undefined) return target;
  if (/^\.\.?(?:\/|$)/.test(specifier)) return joinPath(folderOf(path), specifier);
  return isOutside(workspace, specifier) ? specifier : undefined;
}

interface Scan {
  readonly text: string;
  readonly targets: readonly string[];
  readonly packages: readonly string[];
  readonly unknown: boolean;
}

const scans = new WeakMap<Workspace, Map<string, Scan>>();

function scanned(workspace: Workspace, path: string): Scan {
  const known = scans.get(workspace) ?? new Map<string, Scan>();
  scans.set(workspace, known);
  const text = workspace.read(path) ?? '';
  const before = known.get(path);
  if (before?.text === text) return before;
  const targets: string[] = [];
  const packages: string[] = [];
  let unknown = loadsByName.test(text);
  for (const specifier of specifiersIn(text.replace(typesOnly, ''))) {
    const target = targetOf(workspace, { path }, specifier);
    if (specifier.includes('${')) unknown = true;
    else if (target === specifier) packages.push(specifier);
    else if (target !== undefined) targets.push(target);
    else if (!mayBeOwn(workspace, specifier)) packages.push(specifier);
    else unknown = true;
  }
  const scan = { text, targets, packages, unknown };
  known.set(path, scan);
  return scan;
}

/** Whether an alias that is not known could lead to a file of the workspace: some path ends like it. */
function mayBeOwn(workspace: Workspace, specifier: string): boolean {
  let stems = endings.get(workspace);
  if (!stems) {
    stems = new Map();
    for (const path of workspace.files()) {
      const stem = path.replace(/(?:\/index)?\.\w+$/, '');
      const last = stem.slice(stem.lastIndexOf('/') + 1);
      stems.set(last, [...(stems.get(last) ?? []), stem]);
    }
    endings.set(workspace, stems);
  }
  const parts = specifier
    .replace(/\?.*$/, '')
    .replace(/\.[cm]?[jt]sx?$/, '')
    .split('/');
  const rest = parts.length > 1 ? parts.slice(1) : parts;
  const tail = rest.join('/');
  return stems.get(rest.at(-1)!)?.some((stem) => stem === tail || stem.endsWith(`/${tail}`)) ?? false;
}

const endings = new WeakMap<Workspace, Map<string, string[]>>();

/** `import type { A } from './a'`, which is gone when the test runs. */
const typesOnly = /\b(?:import|export)\s+type\s+(?!from\b)[^;'"`]*?\bfrom\s*['"][^'"\n]+['"]/g;

/** `import(name)`, `require(path)`, `import.meta.glob(…)` */
const loadsByName =
  /\bimport\.meta\.glob|\brequire\.context\b|\bimport\s*\(\s*(?:\/\*[^*]*\*\/\s*)*[A-Za-z_$]|\brequire\s*\(\s*[A-Za-z_$]/;

/** The files that a runner loads before each test file. Their names are all that tells them without reading its configuration. */
function setUpFiles(workspace: Workspace): readonly string[] {
  let paths = setUps.get(workspace);
  if (!paths) {
    paths = workspace
      .files()
      .filter((path) =>
        /(?:^|\/)(?:setup[-._]?tests?|(?:jest|vitest|test|tests)[-._]?(?:global[-._]?)?setup[\w.-]*|bootstrap)\.[cm]?[jt]sx?$/i.test(
          path,
        ),
      );
    setUps.set(workspace, paths);
  }
  return paths;
}

const setUps = new WeakMap<Workspace, readonly string[]>();

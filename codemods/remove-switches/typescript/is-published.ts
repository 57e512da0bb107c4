import { exportsOf, parsedFile, resolveModule } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';

/**
 * Whether a name that a file exports can be imported by others than the workspace: it is reached from a public entry of a package
 * that is not private.
 *
 * @param workspace as it was before the first change
 * @param name the name under which the file itself exports it
 */
export function isPublished(workspace: Workspace, path: string, name: string): boolean {
  const { names, folders } = publishedOf(workspace);
  // A package within a package is opened by its own manifest only.
  return names.has(`${path}\n${name}`) || folders.includes(folderOfPackage(workspace, path));
}

/** The folder of the nearest package.json above the file; empty for the root, else with a slash at the end. */
function folderOfPackage(workspace: Workspace, path: string): string {
  const above = publishedOf(workspace).packages.filter((folder) => path.startsWith(folder));
  return above.reduce((nearest, one) => (one.length > nearest.length ? one : nearest), '');
}

interface Published {
  /** Path and exported name, with a line break between them. */
  readonly names: ReadonlySet<string>;
  /** Folders of which every file can be imported, with a slash at the end. */
  readonly folders: readonly string[];
  /** The folders of all packages, private ones too. */
  readonly packages: readonly string[];
}

const known = new WeakMap<Workspace, Published>();

function publishedOf(workspace: Workspace): Published {
  let published = known.get(workspace);
  if (!published) {
    published = collect(workspace);
    known.set(workspace, published);
  }
  return published;
}

function collect(workspace: Workspace): Published {
  const names = new Set<string>();
  const folders: string[] = [];
  const packages: string[] = [];
  for (const path of workspace.files()) {
    if (path !== 'package.json' && !path.endsWith('/package.json')) continue;
    const folder = path.slice(0, -'package.json'.length);
    const manifest = manifestAt(workspace, path);
    const entries = manifest.private === true ? [] : entriesOf(manifest);
    packages.push(folder);
    for (const entry of entries) {
      // `"./*": "./dist/*.js"` opens every file.
      if (entry.includes('*')) folders.push(folder);
      const name = typeof manifest.name === 'string' ? manifest.name : undefined;
      const found =
        (name === undefined ? undefined : resolveModule(workspace, path, `${name}${entry.slice(1)}`)) ??
        resolveModule(workspace, path, entry === '.' ? './index' : entry);
      // An entry that is built from nobody knows what may open anything.
      if (found === undefined && !entry.includes('*') && !/\.(?:json|css|scss|node|wasm)$/.test(entry))
        folders.push(folder);
      if (found !== undefined) addAll(workspace, found, names);
    }
  }
  return { names, folders: [...new Set(folders)], packages };
}

/** The entry points as they follow the name of the package: `.` and `./server`. */
function entriesOf(manifest: Record<string, unknown>): readonly string[] {
  const { exports } = manifest;
  if (typeof exports === 'object' && exports !== null && !Array.isArray(exports)) {
    const keys = Object.keys(exports).filter((key) => key.startsWith('.'));
    return keys.length > 0 ? keys : ['.'];
  }
  const isLibrary = ['exports', 'main', 'module', 'types', 'typings', 'browser'].some((key) => key in manifest);
  return isLibrary ? ['.'] : [];
}

/** What a module exports, with the names that what it passes on has where it is declared. */
function addAll(workspace: Workspace, path: string, names: Set<string>): void {
  if (names.has(`${path}\n*`)) return;
  names.add(`${path}\n*`);
  const file = parsedFile(workspace, path);
  if (!file) return;
  const { named, stars } = exportsOf(file);
  for (const name of named.keys()) addNamed(workspace, path, name, names);
  for (const specifier of stars) {
    const target = resolveModule(workspace, path, specifier);
    if (target !== undefined) addAll(workspace, target, names);
  }
}

function addNamed(workspace: Workspace, path: string, name: string, names: Set<string>): void {
  if (names.has(`${path}\n${name}`)) return;
  names.add(`${path}\n${name}`);
  const file = parsedFile(workspace, path);
  const table = file && exportsOf(file);
  const entry = table?.named.get(name);
  if (entry?.kind === 'local') return;
  if (entry) {
    const target = resolveModule(workspace, path, entry.specifier);
    if (target === undefined) return;
    if (entry.imported === '*') addAll(workspace, target, names);
    else addNamed(workspace, target, entry.imported, names);
    return;
  }
  for (const specifier of table?.stars ?? []) {
    const target = resolveModule(workspace, path, specifier);
    if (target !== undefined) addNamed(workspace, target, name, names);
  }
}

function manifestAt(workspace: Workspace, path: string): Record<string, unknown> {
  try {
    const manifest: unknown = JSON.parse(workspace.read(path) ?? '{}');
    return typeof manifest === 'object' && manifest !== null ? (manifest as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

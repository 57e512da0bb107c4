import { findFile } from './find-file.ts';
import { asObject, type JsonObject, type ModuleContext } from './module-context.ts';
import { matchStar } from './path-mapping.ts';
import { folderOf, foldersUp, inFolder, joinPath } from './paths.ts';

/** The file that the name of a package of the workspace means, with what follows the name. */
export function resolvePackage(context: ModuleContext, specifier: string): string | undefined {
  const [name, subpath] = splitSpecifier(specifier);
  const folder = packagesByName(context).get(name);
  if (folder === undefined) return undefined;
  const manifest = context.json(inFolder(folder, 'package.json'))!;
  const declared = targetsOf(manifest.exports, subpath);
  if (declared) return firstSource(context, folder, declared) ?? conventional(context, folder, subpath);
  if (subpath !== '.') return firstSource(context, folder, [subpath]) ?? conventional(context, folder, subpath);
  const entries = ['source', 'types', 'typings', 'module', 'main'].map((key) => manifest[key]);
  const targets = entries.filter((entry) => typeof entry === 'string');
  return firstSource(context, folder, targets) ?? conventional(context, folder, '.');
}

/** `#name`, by the `imports` of the nearest package.json. */
export function resolvePackageImport(
  context: ModuleContext,
  folder: string,
  specifier: string,
  resolveOther: (specifier: string) => string | undefined,
): string | undefined {
  for (const at of foldersUp(folder)) {
    const manifest = context.json(inFolder(at, 'package.json'));
    if (!manifest) continue;
    const targets = targetsOf(manifest.imports, specifier) ?? [];
    const own = firstSource(
      context,
      at,
      targets.filter((target) => target.startsWith('.')),
    );
    return (
      own ??
      targets
        .filter((target) => !target.startsWith('.'))
        .map(resolveOther)
        .find((found) => found)
    );
  }
  return undefined;
}

/** The sources that the package.json of a folder names as its entries: `main`, `types`, `exports`, `bin` and the like. */
export function packageEntries(
  context: ModuleContext,
  folder: string,
): { readonly paths: readonly string[]; readonly unknown: boolean } {
  const manifest = context.json(inFolder(folder, 'package.json'));
  const named = ['source', 'types', 'typings', 'module', 'main', 'browser', 'bin', 'exports'].flatMap((key) =>
    textsIn(manifest?.[key]),
  );
  // Without any, Node looks for the index.
  const targets = (named.length > 0 ? named : ['./index']).map((target) => firstSource(context, folder, [target]));
  const isCode = (target: string) => !/\.(?:json|css|scss|less|node|wasm|html)$/.test(target);
  return {
    paths: [...new Set(targets.filter((target) => target !== undefined))],
    unknown: named.some((target, index) => targets[index] === undefined && isCode(target)),
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The folder of the nearest package.json. */
export function packageFolder(context: ModuleContext, folder: string): string | undefined {
  for (const at of foldersUp(folder)) if (context.files.has(inFolder(at, 'package.json'))) return at;
  return undefined;
}

/** `@scope/name/a/b` is `@scope/name` and `./a/b`. */
export function splitSpecifier(specifier: string): [name: string, subpath: string] {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  const rest = parts.slice(length).join('/');
  return [parts.slice(0, length).join('/'), rest === '' ? '.' : `./${rest}`];
}

function packagesByName(context: ModuleContext): ReadonlyMap<string, string> {
  return context.once('packages', () => {
    const packages = new Map<string, string>();
    for (const path of context.files) {
      if (path !== 'package.json' && !path.endsWith('/package.json')) continue;
      const name = context.json(path)?.name;
      // Of two packages of one name the outer one: the inner is a fixture or a copy.
      if (typeof name === 'string' && !isNearer(packages.get(name), folderOf(path))) packages.set(name, folderOf(path));
    }
    return packages;
  });
}

function isNearer(known: string | undefined, folder: string): boolean {
  return known !== undefined && known.split('/').length <= folder.split('/').length;
}

/** The targets that `exports` or `imports` gives to a key, the best first; undefined when there is no such key. */
function targetsOf(map: unknown, key: string): readonly string[] | undefined {
  if (map === undefined || map === null) return undefined;
  const entries = asObject(map);
  const hasKeys = entries && Object.keys(entries).some((one) => one.startsWith('.') || one.startsWith('#'));
  if (!hasKeys) return key === '.' ? targetsIn(map) : undefined;
  if (key in entries) return targetsIn(entries[key]);
  const patterns = Object.keys(entries).filter((one) => one.includes('*'));
  for (const pattern of patterns.sort((one, other) => other.indexOf('*') - one.indexOf('*'))) {
    const filled = matchStar(pattern, key);
    if (filled !== undefined) return targetsIn(entries[pattern]).map((target) => target.replaceAll('*', () => filled));
  }
  return undefined;
}

/** All targets of nested conditions: those that name the source first, then in the order of the file. */
function targetsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(targetsIn);
  const conditions: JsonObject = asObject(value) ?? {};
  const keys = Object.keys(conditions);
  const isSource = (key: string) => /(^|[/@:-])(source|src|development)$/.test(key);
  return [...keys.filter(isSource), ...keys.filter((key) => !isSource(key))].flatMap((key) =>
    targetsIn(conditions[key]),
  );
}

/** The first target that is a source of the workspace, or is built from one. */
function firstSource(context: ModuleContext, folder: string, targets: readonly unknown[]): string | undefined {
  for (const target of targets) {
    if (typeof target !== 'string') continue;
    for (const candidate of [target, ...sourcesOf(target)]) {
      const path = joinPath(folder, candidate);
      const found = path === undefined ? undefined : findFile(context, path);
      if (found) return found;
    }
  }
  return undefined;
}

/** Where the source of a built file may lie: `./dist/esm/a.d.ts` comes from `./src/a` or `./a`, `./dist/lib/a.js` from `./src/lib/a`. */
function sourcesOf(target: string): string[] {
  const stem = target.replace(/^\.\//, '').replace(/(\.d)?\.([cm]?[jt]s|[jt]sx)$/, '');
  const sources: string[] = [];
  for (let inner = stem; ; ) {
    const next = inner.replace(/^(?:dist|lib|build|out|esm|cjs|es|module|main|types|commonjs)\//, '');
    if (next === inner) return sources;
    inner = next;
    // A built folder may hold `src` too. The more of the path is left, the surer it is.
    sources.push(`src/${inner}`, inner, inner.replace(/^src\//, ''));
  }
}

/** Where a source lies when no manifest says so. */
function conventional(context: ModuleContext, folder: string, subpath: string): string | undefined {
  const name = subpath === '.' ? 'index' : subpath;
  return firstSource(context, folder, [`./src/${name}`, `./${name}`]);
}

import { asObject, type JsonObject, type ModuleContext } from './module-context.ts';
import { folderOf, foldersUp, inFolder, joinPath } from './paths.ts';

/** What `paths` and `baseUrl` of a tsconfig say, with all folders relative to the workspace. */
export interface PathMapping {
  readonly baseUrl: string | undefined;
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

/** The mappings that hold for files of a folder: of its own tsconfig or jsconfig, then of those above it. */
export function pathMappings(context: ModuleContext, folder: string): readonly PathMapping[] {
  return context.once(`mappings ${folder}`, () => {
    const found: PathMapping[] = [];
    for (const at of foldersUp(folder)) {
      for (const name of ['tsconfig.json', 'jsconfig.json', 'tsconfig.base.json']) {
        const mapping = mappingOf(context, inFolder(at, name));
        if (mapping) found.push(mapping);
      }
    }
    return found;
  });
}

/** The paths that a specifier may mean, the most exact pattern first. */
export function mapSpecifier({ paths, baseUrl }: PathMapping, specifier: string): readonly string[] {
  const candidates: string[] = [];
  for (const { pattern, targets } of [...paths].sort(
    (one, other) => exactness(other.pattern) - exactness(one.pattern),
  )) {
    const filled = matchStar(pattern, specifier);
    if (filled === undefined) continue;
    candidates.push(...targets.map((target) => target.replace('*', () => filled)));
    // Only the best pattern counts, as in TypeScript.
    break;
  }
  const fromBase = baseUrl === undefined ? undefined : joinPath(baseUrl, specifier);
  return fromBase === undefined ? candidates : [...candidates, fromBase];
}

/** What `*` stands for; '' when the pattern has none and is the text itself. */
export function matchStar(pattern: string, text: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text ? '' : undefined;
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  const fits = text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
  return fits ? text.slice(before.length, text.length - after.length) : undefined;
}

function exactness(pattern: string): number {
  const star = pattern.indexOf('*');
  return star < 0 ? Number.MAX_SAFE_INTEGER : star;
}

function mappingOf(context: ModuleContext, path: string): PathMapping | undefined {
  return context.once(`mapping ${path}`, () => {
    const own = inherited(context, path, folderOf(path), new Set());
    if (own.baseUrl !== undefined || own.paths) return { baseUrl: own.baseUrl, paths: own.paths ?? [] };
    // A tsconfig.json that only lists projects: its files belong to one of them.
    for (const reference of listOf(context.json(path)?.references)) {
      const target = asObject(reference)?.path;
      const other = typeof target === 'string' ? configFile(context, folderOf(path), target) : undefined;
      if (!other || other === path || folderOf(other) !== folderOf(path)) continue;
      const mapping = mappingOf(context, other);
      if (mapping) return mapping;
    }
    return undefined;
  });
}

interface Inherited {
  readonly baseUrl: string | undefined;
  readonly paths: PathMapping['paths'] | undefined;
}

/** @param leaf the folder of the configuration that was asked for; `${configDir}` means it */
function inherited(context: ModuleContext, path: string, leaf: string, seen: Set<string>): Inherited {
  const config = context.json(path);
  if (!config || seen.has(path)) return { baseUrl: undefined, paths: undefined };
  seen.add(path);
  const folder = folderOf(path);
  const options = asObject(config.compilerOptions);
  const place = (target: string) =>
    target.startsWith(configDir) ? joinPath(leaf, target.slice(configDir.length)) : joinPath(folder, target);
  let baseUrl = typeof options?.baseUrl === 'string' ? place(options.baseUrl) : undefined;
  let paths = pathsOf(options, (target) =>
    baseUrl === undefined || target.startsWith(configDir) ? place(target) : joinPath(baseUrl, target),
  );
  // Of several bases the last wins.
  for (const base of listOf(config.extends).reverse()) {
    const other = typeof base === 'string' ? configFile(context, folder, base) : undefined;
    if (!other) continue;
    const from = inherited(context, other, leaf, seen);
    baseUrl ??= from.baseUrl;
    paths ??= from.paths;
  }
  return { baseUrl, paths };
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript spells it like this.
const configDir = '${configDir}';

function pathsOf(
  options: JsonObject | undefined,
  place: (target: string) => string | undefined,
): PathMapping['paths'] | undefined {
  const paths = asObject(options?.paths);
  if (!paths) return undefined;
  return Object.entries(paths).map(([pattern, targets]) => ({
    pattern,
    targets: listOf(targets).flatMap((target) => (typeof target === 'string' ? (place(target) ?? []) : [])),
  }));
}

/** A configuration of the workspace; those of packages are not read. */
function configFile(context: ModuleContext, folder: string, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const path = joinPath(folder, name);
  if (path === undefined) return undefined;
  return [path, `${path}.json`, inFolder(path, 'tsconfig.json')].find((one) => context.files.has(one));
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? [...value] : [value];
}

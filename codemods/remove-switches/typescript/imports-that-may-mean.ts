import { importsOf, isCode, parsedFile, resolveModule } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';

/**
 * Imports that could mean an export although their module is not found: bundlers know aliases that no configuration here tells.
 *
 * An import of the same name from a package that a manifest lists is another thing.
 */
export function importsThatMayMean(
  workspace: Workspace,
  path: string,
  name: string,
): readonly { readonly path: string; readonly offset: number }[] {
  const stem = stemOf(path);
  const word = name === 'default' ? stem : name;
  const found: { path: string; offset: number }[] = [];
  for (const candidate of workspace.search([word])) {
    if (candidate === path || !isCode(candidate)) continue;
    const text = workspace.read(candidate) ?? '';
    // A default goes by the name of its file, and only imports are of interest: most files are not parsed for it.
    if (name === 'default' && !new RegExp(`/${escaped(stem)}(?:\\.\\w+)?['"]`).test(text)) continue;
    const file = parsedFile(workspace, candidate);
    if (!file) continue;
    for (const { specifier, names, node } of importsOf(file)) {
      const brings = names.some(({ imported }) => imported === name || (name === 'default' && imported === '*'));
      if (!brings || resolveModule(workspace, candidate, specifier) !== undefined) continue;
      if (name === 'default' && stemOf(specifier) !== stem) continue;
      if (!isOutside(workspace, specifier)) found.push({ path: candidate, offset: node.start! });
    }
  }
  return found;
}

/** `Page` of `pages/Page.tsx`, and `Page` of `Page/index.tsx`. */
function stemOf(path: string): string {
  const parts = path.replace(/\.[cm]?[jt]sx?$/, '').split('/');
  return (parts.at(-1) === 'index' ? parts.at(-2) : undefined) ?? parts.at(-1)!;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A relative path that leads nowhere means nothing, and a package that a manifest lists lies outside. */
export function isOutside(workspace: Workspace, specifier: string): boolean {
  if (/^\.\.?(?:\/|$)|^node:|^https?:/.test(specifier)) return true;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const listed = dependenciesOf(workspace);
  if (listed.has(name)) return true;
  // Without any manifest, what looks like a package is one.
  return listed.size === 0 && /^(?:@[\w-]+\/)?[\w.-]+$/.test(specifier) && !specifier.startsWith('@/');
}

const known = new WeakMap<Workspace, ReadonlySet<string>>();

function dependenciesOf(workspace: Workspace): ReadonlySet<string> {
  let names = known.get(workspace);
  if (!names) {
    names = new Set(
      workspace
        .files()
        .filter((path) => /(?:^|\/)package\.json$/.test(path))
        .flatMap((path) => dependenciesIn(workspace.read(path) ?? '')),
    );
    known.set(workspace, names);
  }
  return names;
}

function dependenciesIn(text: string): readonly string[] {
  try {
    const manifest = JSON.parse(text) as Record<string, object | undefined>;
    const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
    return kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));
  } catch {
    return [];
  }
}

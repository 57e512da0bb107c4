import type { ModuleContext } from './module-context.ts';
import { inFolder, joinPath } from './paths.ts';

const sources = ['.ts', '.tsx', '.mts', '.cts', '.d.ts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.d.mts', '.d.cts'];

/** In TypeScript an import names the file that will be there after compiling. */
const compiledFrom: readonly (readonly [string, readonly string[]])[] = [
  ['.js', ['.ts', '.tsx', '.d.ts']],
  ['.jsx', ['.tsx', '.d.ts']],
  ['.mjs', ['.mts', '.d.mts']],
  ['.cjs', ['.cts', '.d.cts']],
];

/** The file that a path without a certain extension means: a source, the source of a compiled file, or the index of a folder. */
export function findFile(context: ModuleContext, path: string): string | undefined {
  const { files } = context;
  for (const [extension, origins] of compiledFrom) {
    if (!path.endsWith(extension)) continue;
    const stem = path.slice(0, -extension.length);
    const origin = origins.map((one) => stem + one).find((one) => files.has(one));
    if (origin) return origin;
  }
  if (files.has(path)) return path;
  const found = path === '' ? undefined : sources.map((extension) => path + extension).find((one) => files.has(one));
  return found ?? entryOfFolder(context, path);
}

function entryOfFolder(context: ModuleContext, folder: string): string | undefined {
  const { files } = context;
  const manifest = context.json(inFolder(folder, 'package.json'));
  for (const key of ['source', 'types', 'typings', 'module', 'main']) {
    const entry = manifest?.[key];
    const path = typeof entry === 'string' ? joinPath(folder, entry) : undefined;
    // An entry that is a folder would lead here again; that is too rare to follow.
    const found = path && [path, ...sources.map((extension) => path + extension)].find((one) => files.has(one));
    if (found) return found;
  }
  return sources.map((extension) => inFolder(folder, `index${extension}`)).find((one) => files.has(one));
}

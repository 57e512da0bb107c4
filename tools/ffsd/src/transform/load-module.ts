import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '@ffsd/codemod';
import { requireTranslated } from '@ffsd/typescript';

/**
 * Loads the module of a transform or a codemod.
 *
 * @param name a path, relative to the folder where it was typed, or a package that the workspace has installed.
 * @throws UsageError when there is no such module or it fails while it loads.
 */
export async function loadModule(
  name: string,
  folder: string,
  root: string,
): Promise<Readonly<Record<string, unknown>>> {
  const path = find(name, folder, root);
  try {
    return asModule(await load(path));
  } catch (error) {
    const { message, stack } = error as Error;
    throw new UsageError(
      'run/broken-module',
      `${name} cannot be loaded: ${message}`,
      stack?.split('\n').slice(1, 4).join('\n') ?? '',
    );
  }
}

function find(name: string, folder: string, root: string): string {
  const path = resolve(folder, name);
  if (existsSync(path) && /\.[cm]?[jt]sx?$/.test(path)) return path;
  try {
    return createRequire(join(root, 'package.json')).resolve(/^[./]/.test(name) ? path : name);
  } catch {
    throw new UsageError(
      'run/no-module',
      `there is no transform ${name}`,
      `It was looked for at ${path}, and as a package installed in ${root}.`,
    );
  }
}

async function load(path: string): Promise<unknown> {
  // Node 20 cannot load TypeScript at all, and Flow types are no JavaScript.
  if (/\.[cm]?tsx?$/.test(path)) return requireTranslated(path);
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    if (error instanceof SyntaxError) return requireTranslated(path);
    throw error;
  }
}

/** The exports of a module, be it ESM, CommonJS, or CommonJS that ESM wrapped once more. */
function asModule(loaded: unknown): Readonly<Record<string, unknown>> {
  const exports = loaded as Record<string, unknown>;
  const inner = exports.default;
  if (typeof loaded === 'function') return { ...exports, default: loaded };
  if (inner !== null && typeof inner === 'object') return { ...exports, ...inner };
  // `module.exports = transform; module.exports.parser = 'tsx'`: the parser is a property of the function.
  if (typeof inner === 'function') return { ...inner, ...exports };
  return exports;
}

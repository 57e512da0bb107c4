import { createRequire } from 'node:module';
import { join } from 'node:path';
import type ts from 'typescript';

export type TypeScript = typeof ts;

export interface LoadedTypeScript {
  readonly ts: TypeScript;
  /** Whose it is, for the report. */
  readonly version: string;
}

/**
 * The TypeScript of the workspace, else the one beside ffsd. Undefined where there is none with an interface for programs: the native
 * TypeScript 7 is a command alone.
 */
export function loadTypeScript(root: string): LoadedTypeScript | undefined {
  for (const from of [join(root, 'package.json'), import.meta.url]) {
    const loaded = loadFrom(from);
    if (loaded) return loaded;
  }
  return undefined;
}

function loadFrom(from: string): LoadedTypeScript | undefined {
  const require = createRequire(from);
  for (const name of ['typescript', '@typescript/typescript6']) {
    try {
      const loaded = require(name) as TypeScript;
      if (typeof loaded.createProgram === 'function') return { ts: loaded, version: loaded.version };
    } catch {
      // Not there, or not for this Node: the next one.
    }
  }
  return undefined;
}

import { createRequire } from 'node:module';
import type { Workspace } from '@ffsd/workspace';

/** What resolving modules remembers of one workspace: its list of files, and the configuration files it has read. */
export interface ModuleContext {
  readonly files: ReadonlySet<string>;
  readonly resolved: Map<string, string | undefined>;
  /** A JSON file with comments; undefined when it is missing or holds no object. */
  json(path: string): JsonObject | undefined;
  /** What `make` gives for the key, made once. */
  once<T>(key: string, make: () => T): T;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Kept as long as the workspace is. Files that appear later, and configuration that changes later, are not seen. */
export function contextOf(workspace: Workspace): ModuleContext {
  let context = contexts.get(workspace);
  if (!context) {
    context = create(workspace);
    contexts.set(workspace, context);
  }
  return context;
}

const contexts = new WeakMap<Workspace, ModuleContext>();

function create(workspace: Workspace): ModuleContext {
  const files = new Set(workspace.files());
  const made = new Map<string, unknown>();
  function once<T>(key: string, make: () => T): T {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  }
  const json = (path: string) =>
    once(`json ${path}`, () => {
      const text = files.has(path) ? workspace.read(path) : undefined;
      return text === undefined ? undefined : asObject(parseJson(text.replace(/^\uFEFF/, '')));
    });
  return { files, resolved: new Map(), json, once };
}

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** Most files are plain JSON; the parser for comments and trailing commas is loaded for the first that is not. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { parse } = require('jsonc-parser') as typeof import('jsonc-parser');
    return parse(text, [], { allowTrailingComma: true });
  }
}

const require = createRequire(import.meta.url);

/**
 * A module of Node, or null elsewhere. It is looked up when it is needed: a bundler for browsers would stumble over an
 * import, even over one that never runs.
 */
export function nodeBuiltin<Name extends 'node:fs' | 'node:worker_threads'>(name: Name): Builtins[Name] | null {
  const get = typeof process === 'object' ? process.getBuiltinModule : undefined;
  return get ? ((get(name) as Builtins[Name] | undefined) ?? null) : null;
}

interface Builtins {
  readonly 'node:fs': typeof import('node:fs');
  readonly 'node:worker_threads': typeof import('node:worker_threads');
}

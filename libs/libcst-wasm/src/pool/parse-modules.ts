import { ParseError } from '../errors/parse-error.ts';
import type { Module } from '../generated/nodes.ts';
import type { ParseOptions } from '../parse-tree.ts';
import { openPool, type PoolOptions } from './open-pool.ts';

/**
 * Parses many files in a pool of its own: their modules, or why there is none, in the order given.
 *
 * @throws NotLoadedError
 */
export async function parseModules(
  sources: Iterable<string | Uint8Array>,
  options: PoolOptions & ParseOptions = {},
): Promise<readonly (Module | ParseError)[]> {
  const pool = openPool(options);
  try {
    return await Promise.all(Array.from(sources, (source) => pool.parseModule(source, options).catch(whyNot)));
  } finally {
    await pool.close();
  }
}

function whyNot(error: unknown): ParseError {
  if (error instanceof ParseError) return error;
  throw error;
}

// Parsing many files on several threads. It is no part of the package's first door, so that nobody loads it in vain.
export { openPool, type Pool, type PoolOptions } from './open-pool.ts';
export { parseModules } from './parse-modules.ts';

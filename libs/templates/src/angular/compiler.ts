import { createRequire } from 'node:module';

export type Compiler = typeof import('@angular/compiler');

let loaded: Compiler | undefined;

/** Angular's own parser. It is large, so it is loaded for the first template and not before. */
export function compiler(): Compiler {
  loaded ??= createRequire(import.meta.url)('@angular/compiler') as Compiler;
  return loaded;
}

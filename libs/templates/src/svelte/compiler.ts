import { createRequire } from 'node:module';

type Compiler = typeof import('svelte/compiler');

let compiler: Compiler | undefined;

/** The parser of Svelte, loaded when the first component is read: no other command has to wait for it. */
export function svelteCompiler(): Compiler {
  compiler ??= createRequire(import.meta.url)('svelte/compiler') as Compiler;
  return compiler;
}

import { createRequire } from 'node:module';

type Compiler = typeof import('@vue/compiler-dom');

let compiler: Compiler | undefined;

/** The parser of Vue, loaded when the first component is read: no other command has to wait for it. */
export function vueCompiler(): Compiler {
  compiler ??= createRequire(import.meta.url)('@vue/compiler-dom') as Compiler;
  return compiler;
}

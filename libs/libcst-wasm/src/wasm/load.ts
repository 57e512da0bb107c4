import { NotLoadedError } from '../errors/not-loaded-error.ts';
import { wasmUrl } from '../package-files.ts';
import { nodeBuiltin } from './node-builtin.ts';
import { type CompiledModule, compile, compileNow, isCompiled } from './web-assembly.ts';

/** What `fetch` answers with, as far as it matters here. */
export interface ResponseLike {
  readonly ok: boolean;
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The bytes of libcst.wasm, an answer of `fetch` that brings them, or the `WebAssembly.Module` made of them. */
export type WasmSource = Uint8Array | ArrayBuffer | ResponseLike | PromiseLike<ResponseLike> | CompiledModule;

let compiled: CompiledModule | null = null;

/**
 * Loads the WebAssembly module. Browsers need this once before the first parse; Node does it by itself, and can do it
 * here without blocking.
 *
 * @param source Where to take it from; by default the file libcst.wasm beside this package, found by its URL.
 * @throws NotLoadedError when it cannot be had.
 */
export async function load(source?: WasmSource): Promise<void> {
  if (compiled !== null && source === undefined) return;
  try {
    compiled = await compiledFrom(source === undefined ? await fileOfPackage() : await source);
  } catch (cause) {
    if (cause instanceof NotLoadedError) throw cause;
    throw new NotLoadedError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * The compiled module, from the file of the package where this is Node.
 *
 * @throws NotLoadedError
 */
export function loaded(): CompiledModule {
  if (compiled !== null) return compiled;
  const fs = nodeBuiltin('node:fs');
  if (fs === null) throw new NotLoadedError('outside of Node it must be loaded before the first parse.');
  try {
    compiled = compileNow(fs.readFileSync(wasmUrl()));
  } catch (cause) {
    throw new NotLoadedError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
  return compiled;
}

declare const fetch: (url: string) => Promise<ResponseLike>;

async function fileOfPackage(): Promise<Uint8Array | ResponseLike> {
  const fs = nodeBuiltin('node:fs');
  return fs === null ? fetch(wasmUrl().href) : fs.promises.readFile(wasmUrl());
}

async function compiledFrom(source: Exclude<WasmSource, PromiseLike<ResponseLike>>): Promise<CompiledModule> {
  if (isCompiled(source)) return source;
  if (!('arrayBuffer' in source)) return compile(source as Uint8Array);
  const response = source as ResponseLike;
  if (!response.ok) throw new NotLoadedError(`the answer of the server was ${response.status}.`);
  // Not compileStreaming: it refuses the file when the server does not call it application/wasm.
  return compile(await response.arrayBuffer());
}

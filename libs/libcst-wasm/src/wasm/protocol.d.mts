import type { Mode } from './answer.ts';
import type { CompiledModule } from './web-assembly.ts';

/** What the WebAssembly module exports. */
export interface Wasm {
  readonly memory: { readonly buffer: ArrayBuffer };
  alloc(length: number): number;
  free(at: number, length: number): void;
  parse(at: number, length: number, mode: number): number;
  release(answer: number): void;
}

/** An answer of the parser, copied out of its memory. */
export interface Reply {
  /** See `OK` and the others in rust/src/parse.rs. */
  readonly status: number;
  readonly words: Uint32Array<ArrayBuffer>;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A new instance, with a memory of its own. */
export declare function open(module: CompiledModule): Wasm;

/**
 * Parses the text that the bytes spell in UTF-8.
 *
 * @throws what WebAssembly throws when the stack or the memory is not enough; the instance is then of no use any more.
 */
export declare function call(wasm: Wasm, bytes: Uint8Array, mode: Mode): Reply;

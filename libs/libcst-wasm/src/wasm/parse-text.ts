import type { Answer, Mode } from './answer.ts';

// The types of Node declare the namespace only.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** Parses a text with the WebAssembly module. */
export function parseText(source: string, mode: Mode): Answer {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  loaded ??= new WebAssembly.Instance(
    new WebAssembly.Module(readFileSync(new URL('../../libcst.wasm', import.meta.url))),
    {},
  ).exports as never;
  const wasm = loaded!;
  const bytes = new TextEncoder().encode(source);
  const at = wasm.alloc(bytes.length);
  new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
  const answer = wasm.parse(at, bytes.length, { module: 0, statement: 1, expression: 2 }[mode]);
  const head = new Uint32Array(wasm.memory.buffer, answer, 8);
  const words = new Uint32Array(wasm.memory.buffer, head[1]!, head[2]!).slice();
  const text = new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, head[3]!, head[4]!));
  const [status, start] = [head[0]!, head[5]!];
  wasm.release(answer);
  wasm.free(at, bytes.length);
  if (status !== 0) throw new Error(`status ${status} at ${start}: ${text}`);
  const [defaultIndent = '', defaultNewline = ''] = text.split('\0');
  return { words, defaultIndent, defaultNewline };
}

let loaded:
  | {
      memory: { readonly buffer: ArrayBuffer };
      alloc(length: number): number;
      free(at: number, length: number): void;
      parse(at: number, length: number, mode: number): number;
      release(answer: number): void;
    }
  | undefined;

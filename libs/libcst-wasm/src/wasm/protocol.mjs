// How to call the WebAssembly module: the same for the main thread and for the worker with the large stack, which has no
// compiler for TypeScript. See rust/src/lib.rs and, for the eight words of an answer, rust/src/parse.rs.

/** @type {typeof import('./protocol.d.mts').open} */
export function open(module) {
  return new WebAssembly.Instance(module, {}).exports;
}

const modes = { module: 0, statement: 1, expression: 2 };

/** @type {typeof import('./protocol.d.mts').call} */
export function call(wasm, bytes, mode) {
  const at = wasm.alloc(bytes.length);
  new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
  const answer = wasm.parse(at, bytes.length, modes[mode]);
  // Memory may have grown, and then its old buffer is gone.
  const { buffer } = wasm.memory;
  const [status, rows, rowWords, text, textLength, start, end] = new Uint32Array(buffer, answer, 8);
  const reply = {
    status,
    words: new Uint32Array(buffer, rows, rowWords).slice(),
    text: new TextDecoder().decode(new Uint8Array(buffer, text, textLength)),
    start,
    end,
  };
  wasm.release(answer);
  wasm.free(at, bytes.length);
  return reply;
}

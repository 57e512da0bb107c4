/** A text was to be parsed before the WebAssembly module was there. */
export class NotLoadedError extends Error {
  readonly code = 'not-loaded';
  readonly hint =
    'Call `await load()` once before the first parse; if a bundler moved the package, `await load(bytes)` with the bytes of libcst-wasm/libcst.wasm.';

  constructor(reason: string, options?: ErrorOptions) {
    super(`libcst.wasm is not loaded: ${reason}`, options);
    this.name = 'NotLoadedError';
  }
}

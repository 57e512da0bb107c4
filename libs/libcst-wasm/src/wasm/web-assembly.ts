/**
 * The little of WebAssembly that is used here. The library of ECMAScript does not declare it, the one of the DOM does, and
 * neither this package nor those who use it should need the DOM's.
 */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array | ArrayBuffer) => CompiledModule;
  readonly compile: (bytes: Uint8Array | ArrayBuffer) => Promise<CompiledModule>;
};

/** A `WebAssembly.Module`. */
export type CompiledModule = object;

/** @throws what WebAssembly throws when the bytes are no module, or when a browser finds them too many for its main thread. */
export const compileNow = (bytes: Uint8Array | ArrayBuffer): CompiledModule => new WebAssembly.Module(bytes);

export const compile = (bytes: Uint8Array | ArrayBuffer): Promise<CompiledModule> => WebAssembly.compile(bytes);

export const isCompiled = (value: object): value is CompiledModule =>
  typeof WebAssembly === 'object' && value instanceof WebAssembly.Module;

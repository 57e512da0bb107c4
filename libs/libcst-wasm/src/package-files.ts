// This file lies directly in src, and what is built of it directly in dist, so that the same steps lead from both.

/** The WebAssembly module. */
export const wasmUrl = (): URL => new URL('../libcst.wasm', import.meta.url);

/** The program of the thread with the large stack. */
export const workerUrl = (): URL => new URL('./wasm/worker.mjs', import.meta.url);

/** The program of the threads of a pool. */
export const poolWorkerUrl = (): URL => new URL('./pool/worker.mjs', import.meta.url);

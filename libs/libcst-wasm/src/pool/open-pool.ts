import { Tinypool } from 'tinypool';
import type { Module } from '../generated/nodes.ts';
import { poolWorkerUrl } from '../package-files.ts';
import { parseModule } from '../parse-module.ts';
import { type ParseOptions, rootOf } from '../parse-tree.ts';
import { readSource } from '../source/read-source.ts';
import { loaded } from '../wasm/load.ts';
import { answerOf, checkWellFormed, KEPT_BYTES } from '../wasm/parse-text.ts';
import type { Reply } from '../wasm/protocol.mjs';

export interface PoolOptions {
  /** How many threads parse. As many as there are processors if not given. */
  readonly workers?: number | undefined;
}

/** Threads that parse. */
export interface Pool {
  /**
   * As `parseModule`, with the same errors, in one of the threads.
   *
   * Only the table of nodes comes back from there; the nodes are made here, on first use.
   */
  parseModule(source: string | Uint8Array, options?: ParseOptions): Promise<Module>;
  /** Ends the threads. What is still being parsed is given up. */
  close(): Promise<void>;
}

/**
 * Starts threads for the parsing of many files. Below some hundred kilobytes in all it does not pay: a thread takes some
 * tens of milliseconds to start, and its parser is slow until the engine has optimised it.
 *
 * For Node only.
 *
 * @throws NotLoadedError
 */
export function openPool({ workers }: PoolOptions = {}): Pool {
  // tinypool: no dependencies, kept by the people of Vitest, a tenth of the size of piscina, from which it was made.
  const threads = new Tinypool({
    filename: poolWorkerUrl().href,
    workerData: { module: loaded(), keptBytes: KEPT_BYTES },
    ...(workers === undefined ? {} : { minThreads: workers, maxThreads: workers }),
    // Deep texts parse there and then, as they do in the thread with the large stack.
    resourceLimits: { stackSizeMb: 16 },
  });
  return {
    async parseModule(source, options = {}) {
      const { text, encoding, utf8 } = readSource(source, options.encoding);
      checkWellFormed(text);
      // Not transferred: the bytes belong to the caller.
      const reply = (await threads.run(utf8 ?? new TextEncoder().encode(text))) as Reply | null;
      if (reply === null) return parseModule(source, options);
      return rootOf(text, encoding, answerOf(text, reply), options) as Module;
    },
    close: () => threads.destroy(),
  };
}

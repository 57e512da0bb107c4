import type { MessagePort } from 'node:worker_threads';
import { workerUrl } from '../package-files.ts';
import type { Mode } from './answer.ts';
import { nodeBuiltin } from './node-builtin.ts';
import type { Reply } from './protocol.mjs';
import type { CompiledModule } from './web-assembly.ts';

/**
 * Node gives the thread as much as is asked for, in pages that cost nothing until they are touched, and V8 stops 192 kB
 * before the end of it. The main thread's stack is under one megabyte and cannot be changed from within.
 */
const STACK_MB = 64;
const START_MS = 30_000;
const PARSE_MS = 600_000;

interface Thread {
  readonly port: MessagePort;
  /** 1: there is something to read. */
  readonly state: Int32Array;
}

let thread: Thread | null = null;

/**
 * Parses in a thread with a large stack, and waits for it. Null where there are no threads, or where this one did not
 * do it either.
 */
export function callWithLargeStack(module: CompiledModule, bytes: Uint8Array, mode: Mode): Reply | null {
  const threads = nodeBuiltin('node:worker_threads');
  if (threads === null) return null;
  thread ??= start(threads, module);
  if (thread === null) return null;
  Atomics.store(thread.state, 0, 0);
  thread.port.postMessage({ bytes, mode });
  if (Atomics.wait(thread.state, 0, 0, PARSE_MS) === 'timed-out') {
    thread = null;
    return null;
  }
  const message = threads.receiveMessageOnPort(thread.port)?.message as { readonly reply?: Reply } | undefined;
  return message?.reply ?? null;
}

function start(threads: typeof import('node:worker_threads'), module: CompiledModule): Thread | null {
  if (!nodeBuiltin('node:fs')?.existsSync(workerUrl())) return null;
  const state = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new threads.MessageChannel();
  try {
    const worker = new threads.Worker(workerUrl(), {
      workerData: { module, port: port2, state },
      transferList: [port2],
      resourceLimits: { stackSizeMb: STACK_MB },
      // A loader of the main thread (`--import tsx`) would answer the new one through the event loop that waits here.
      execArgv: [],
      env: {},
    });
    worker.unref();
    worker.on('error', forget);
    worker.on('exit', forget);
  } catch {
    // No memory for the stack, or no permission for threads.
    return null;
  }
  port1.unref();
  if (Atomics.wait(state, 0, 0, START_MS) === 'timed-out') return null;
  return { port: port1, state };
}

function forget(): void {
  thread = null;
}

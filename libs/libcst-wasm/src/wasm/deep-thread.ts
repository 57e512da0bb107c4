import type { MessagePort, Worker } from 'node:worker_threads';
import { workerUrl } from '../package-files.ts';
import type { Mode } from './answer.ts';
import { nodeBuiltin } from './node-builtin.ts';
import type { Reply } from './protocol.mjs';
import type { CompiledModule } from './web-assembly.ts';

/** A thread of Node with a stack of its own size, that parses while the caller waits. */
export interface DeepThread {
  /** False after it ended or was given up. */
  isAlive(): boolean;
  /**
   * Parses a text.
   *
   * @param ms How long to wait; after that the thread is ended.
   */
  call(bytes: Uint8Array, mode: Mode, ms: number): Reply | 'too-deep' | 'too-long';
}

const START_MS = 30_000;

/**
 * Node gives the thread as much as is asked for, in pages that cost nothing until they are touched, whatever `ulimit -s`
 * says, and V8 stops 192 kB before the end of it: 1,000 MB were tried.
 *
 * @param stackMb The size of the stack in megabytes.
 * @returns null where there are no threads, and where this one cannot be had.
 */
export function startDeepThread(module: CompiledModule, stackMb: number): DeepThread | null {
  const threads = nodeBuiltin('node:worker_threads');
  if (threads === null || !nodeBuiltin('node:fs')?.existsSync(workerUrl())) return null;
  const state = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new threads.MessageChannel();
  let worker: Worker;
  try {
    worker = new threads.Worker(workerUrl(), {
      workerData: { module, port: port2, state },
      transferList: [port2],
      resourceLimits: { stackSizeMb: stackMb },
      // A loader of the main thread (`--import tsx`) would answer the new one through the event loop that waits here.
      execArgv: [],
      env: {},
    });
  } catch {
    // No memory for the stack, or no permission for threads.
    return null;
  }
  // It must not keep a process alive that has nothing else to do.
  worker.unref();
  port1.unref();
  let alive = Atomics.wait(state, 0, 0, START_MS) !== 'timed-out';
  const end = () => {
    alive = false;
  };
  worker.on('error', end);
  worker.on('exit', end);
  return {
    isAlive: () => alive,
    call: (bytes, mode, ms) =>
      ask(threads.receiveMessageOnPort, port1, state, { bytes, mode }, ms, () => {
        end();
        void worker.terminate();
      }),
  };
}

function ask(
  receive: typeof import('node:worker_threads').receiveMessageOnPort,
  port: MessagePort,
  state: Int32Array,
  question: object,
  ms: number,
  giveUp: () => void,
): Reply | 'too-deep' | 'too-long' {
  Atomics.store(state, 0, 0);
  port.postMessage(question);
  if (Atomics.wait(state, 0, 0, ms) === 'timed-out') {
    giveUp();
    return 'too-long';
  }
  const answer = receive(port)?.message as { readonly reply?: Reply } | undefined;
  return answer?.reply ?? 'too-deep';
}

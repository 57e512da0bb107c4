import type { Mode } from './answer.ts';
import { type DeepThread, startDeepThread } from './deep-thread.ts';
import type { Reply } from './protocol.mjs';
import type { CompiledModule } from './web-assembly.ts';

/** Some thousand levels. The main thread's stack is under one megabyte, and cannot be changed from within. */
const STACK_MB = 32;

/** The grammar's time grows with the square of the depth, so a text of a few kilobytes could keep it busy for hours. */
const PARSE_MS = 30_000;

let thread: DeepThread | null = null;

/** Parses in a thread with a large stack, and waits for it. What comes back instead of a reply says why there is none. */
export function callWithLargeStack(
  module: CompiledModule,
  bytes: Uint8Array,
  mode: Mode,
): Reply | 'too-deep' | 'too-long' {
  if (!thread?.isAlive()) thread = startDeepThread(module, STACK_MB);
  return thread === null ? 'too-deep' : thread.call(bytes, mode, PARSE_MS);
}

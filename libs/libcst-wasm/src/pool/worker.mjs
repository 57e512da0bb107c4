// A thread of the pool. It parses, and hands over the table without a copy; the nodes are made where they are wanted.
import Tinypool from 'tinypool';
import { call, open } from '../wasm/protocol.mjs';

const { module, keptBytes } = Tinypool.workerData;

let wasm = null;

/** @param {Uint8Array} bytes UTF-8 */
export default function parse(bytes) {
  const instance = wasm ?? open(module);
  // An instance in which a parse was cut off is in no state for another one.
  wasm = null;
  let reply;
  try {
    reply = call(instance, bytes, 'module');
  } catch {
    // Too deep or too large: the caller parses it again, and can tell why.
    return null;
  }
  if (instance.memory.buffer.byteLength <= keptBytes) wasm = instance;
  return Tinypool.move({
    [Tinypool.transferableSymbol]: [reply.words.buffer],
    [Tinypool.valueSymbol]: reply,
  });
}

// The thread with the large stack. The main thread waits for it: see large-stack.ts.
import { workerData } from 'node:worker_threads';
import { call, open } from './protocol.mjs';

const { module, port, state } = workerData;

port.on('message', ({ bytes, mode }) => {
  // An instance for each text: what is as deep as this comes rarely, and its memory goes with it.
  let answer;
  try {
    answer = { reply: call(open(module), bytes, mode) };
  } catch (error) {
    answer = { failure: `${error.name}: ${error.message}` };
  }
  port.postMessage(answer, answer.reply ? [answer.reply.words.buffer] : []);
  signal();
});
signal();

function signal() {
  Atomics.store(state, 0, 1);
  Atomics.notify(state, 0);
}

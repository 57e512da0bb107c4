// What a program waits for its first tree: 100 lines.
import { parseModule } from 'libcst-wasm';

const lines = Array.from(
  { length: 25 },
  (_, index) => `def f${index}(a, *, b=${index}):\n    if a:\n        return [a, b]\n\n`,
);
if (parseModule(lines.join('')).body.length !== 25) process.exit(1);
// Milliseconds since the process started.
console.log(performance.now());

// The side of libcst-wasm: parses the files named on standard input and prints the fastest of some rounds, as JSON.
// `parse-files.mjs tree 5` parses and walks in this thread; `parse-files.mjs pool 5 2` parses in two others.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseModule, walk } from 'libcst-wasm';

const [what, rounds, workers] = process.argv.slice(2);
const texts = readFileSync(0, 'utf8')
  .trim()
  .split('\n')
  .map((path) => readFileSync(path, 'utf8'));

const measured = what === 'pool' ? await inPool(Number(workers)) : inThisThread();
console.log(JSON.stringify(measured));

function inThisThread() {
  const fastest = { parse: Number.POSITIVE_INFINITY, walk: Number.POSITIVE_INFINITY, nodes: 0 };
  for (let round = 0; round < Number(rounds); round++) {
    let [parsing, walking, nodes] = [0, 0, 0];
    for (const text of texts) {
      const start = performance.now();
      const module = parseModule(text);
      const parsed = performance.now();
      walk(module, () => {
        nodes++;
      });
      parsing += parsed - start;
      walking += performance.now() - parsed;
    }
    fastest.parse = Math.min(fastest.parse, parsing / 1000);
    fastest.walk = Math.min(fastest.walk, walking / 1000);
    fastest.nodes = nodes;
  }
  return fastest;
}

async function inPool(count) {
  const { openPool } = await import('libcst-wasm/pool');
  const pool = openPool({ workers: count });
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < Number(rounds); round++) {
    const start = performance.now();
    await Promise.all(texts.map((text) => pool.parseModule(text)));
    fastest = Math.min(fastest, (performance.now() - start) / 1000);
  }
  await pool.close();
  return { parse: fastest };
}

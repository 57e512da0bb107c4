// The side of libcst-wasm: parses the files named on standard input and prints the fastest of some rounds, as JSON:
// `parse-files.mjs tree 5` parses and walks in this thread, in seconds of the processor; `parse-files.mjs pool 5 2` parses in two others,
// in seconds that pass.
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
  const fastest = { parse: Number.POSITIVE_INFINITY, walk: Number.POSITIVE_INFINITY };
  for (let round = 0; round < Number(rounds); round++) {
    const start = processor();
    const modules = texts.map((text) => parseModule(text));
    const parsed = processor();
    let nodes = 0;
    for (const module of modules) {
      walk(module, () => {
        nodes++;
      });
    }
    fastest.parse = Math.min(fastest.parse, parsed - start);
    fastest.walk = Math.min(fastest.walk, processor() - parsed);
    if (nodes === 0) throw new Error('no nodes');
  }
  return fastest;
}

/** Seconds of the processor, with those of the engine's own threads: a busy machine does not change them much. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
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

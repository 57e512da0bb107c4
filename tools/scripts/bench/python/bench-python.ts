import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { corpus } from './corpus.ts';
import { type Figure, figures } from './figures.ts';

export interface PythonBench {
  /** A Python that has pip's libcst. */
  readonly libcstPython: string;
  /** How often each contender's process is started. */
  readonly turns: number;
  /** Writes the page of libs/libcst-wasm/docs too. */
  readonly write: boolean;
}

const page = new URL('../../../../libs/libcst-wasm/docs/figures.md', import.meta.url);

/** Measures libcst-wasm against what it was made of, and prints each figure with the one it shall reach. */
export function benchPython({ libcstPython, turns, write }: PythonBench): void {
  const found = corpus();
  if (found === null) {
    console.log('libcst-wasm: skipped, because there is no python3 whose library could be parsed.');
    return;
  }
  const before = loadavg()[0]!;
  const measured = figures(found, turns, libcstPython, (text) => console.error(text));
  const machine = `${cpus().length} cores, Node ${process.versions.node}, ${process.platform}`;
  const load = `load ${before.toFixed(1)} before and ${loadavg()[0]!.toFixed(1)} after`;
  const files = `${found.files.length} files (${(found.bytes / 1e6).toFixed(1)} MB) of the library of Python ${found.version}`;
  const head = `libcst-wasm: ${files}; ${machine}; ${load}`;
  const table = tableOf(measured);
  console.log(`${head}\n\n${table}`);
  if (write)
    writeFileSync(page, pageText(`${new Date().toISOString().slice(0, 10)}: ${files}; ${machine}; ${load}.`, table));
}

function tableOf(measured: readonly Figure[]): string {
  const rows = measured.map(({ what, reach, measured, reached }) => [
    what,
    reach,
    measured,
    reached === null ? '–' : reached ? 'yes' : 'no',
  ]);
  return [['what', 'reach', 'measured', 'reached'], ['---', '--:', '--:', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function pageText(circumstances: string, table: string): string {
  return `# Figures

Written by \`npm run bench -- --python --write\`. Each contender has a process of its own and runs in turns with the
others; the fastest of its rounds counts. Parsing and walking are measured in time of the processor. The first parse and
the pool are measured in time that passes, and mean nothing on a machine that is busy with other things (a load of more
than one before the run).

${circumstances}

${table}

- **The native crate** is \`libcst_native::parse_module\` of the same version, compiled by cargo for the machine. It makes a
  tree; we make a table with positions besides. **Our own Rust code, native** is what libcst.wasm is compiled from.
- **Faster than the crate's own entry:** the crate's parser remembers what it found at each token and gives away copies,
  so that a statement is copied once for each block around it. The body of each block is parsed on its own
  (rust/src/statements.rs), with the same tree as result; and small pieces of memory come from lists by size
  (rust/src/pieces.rs), because WebAssembly's usual allocator took a quarter of the time.
- **The pool** hands over tables without a copy; nodes are made in the main thread, on first use.
`;
}

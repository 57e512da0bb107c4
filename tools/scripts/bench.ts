// Compares a dry run of remove-switches with jscodeshift's own command on one generated workspace: `npm run bench -- [--markdown] [--quick] [--flag-files N]`.
// Then libcst-wasm with what it was made of; `--python` does only that. `--scale 1000,10000,100000` grows the workspace and not what holds the flag.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Contender, type Measured, measure } from './bench/measure.ts';
import { benchPython } from './bench/python/bench-python.ts';
import { writeWorkspace } from './bench/write-workspace.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    'flag-files': { type: 'string', default: '25' },
    rounds: { type: 'string', default: '5' },
    // Leaves out jscodeshift without a prefilter, which takes minutes.
    quick: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    // Numbers of files; only ffsd is measured, with the same number of files with the flag in each.
    scale: { type: 'string' },
    // Only the figures of libcst-wasm.
    python: { type: 'boolean', default: false },
    // A Python that has pip's libcst.
    'libcst-python': { type: 'string', default: process.env.LIBCST_PYTHON ?? 'python3' },
    turns: { type: 'string', default: '3' },
    // Writes libs/libcst-wasm/docs/figures.md.
    write: { type: 'boolean', default: false },
  },
});
const flag = 'new-checkout';
const rounds = Number(values.rounds);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const jscodeshift = createRequire(import.meta.url).resolve('jscodeshift/bin/jscodeshift.js');

if (values.scale !== undefined) benchScale(values.scale.split(',').map(Number));
else if (!values.python) benchSwitches();
if (values.scale === undefined)
  benchPython({ libcstPython: values['libcst-python'], turns: Number(values.turns), write: values.write });

function benchSwitches(): void {
  const root = mkdtempSync(join(tmpdir(), 'ffsd-bench-'));
  try {
    const written = writeWorkspace(root, flag, Number(values.files), Number(values['flag-files']));
    const chosen = contenders(written.filesWithFlag).filter(({ name }) => !values.quick || name !== 'jscodeshift');
    const measured = measure(chosen, root, (text) => console.error(text));
    const size = `${written.files} files of ${(written.bytes / written.files / 1000).toFixed(1)} kB, ${written.filesWithFlag} with the flag`;
    const machine = `${cpus().length} cores, Node ${process.versions.node}, ${process.platform}`;
    const medians = `medians of ${rounds} rounds${values.quick ? '' : `, ${slow(rounds)} for jscodeshift without a prefilter`}`;
    console.log(`${size}; ${machine}; ${medians}\n`);
    console.log(table(measured, values.markdown));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Cost should grow with the files that hold the flag, and not with the repository. */
function benchScale(sizes: readonly number[]): void {
  const measured: Measured[] = [];
  for (const size of sizes) {
    const root = mkdtempSync(join(tmpdir(), 'ffsd-bench-'));
    try {
      const { filesWithFlag } = writeWorkspace(root, flag, size, Number(values['flag-files']));
      const [ffsd] = contenders(filesWithFlag);
      const search = contenders(filesWithFlag).find(({ command }) => command === 'git')!;
      const named = [ffsd!, search].map((one) => ({ ...one, name: `${one.name}, ${size} files` }));
      measured.push(...measure(named, root, (text) => console.error(text)));
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  console.log(`${values['flag-files']} files with the flag in each; medians of ${rounds} rounds\n`);
  console.log(table(measured, values.markdown));
}

function contenders(filesWithFlag: number): readonly Contender[] {
  const node = process.execPath;
  const ffsd = ['remove-switches', '--flag', flag, '--value', 'true', '--read', 'isEnabled($FLAG)', '--dry-run'];
  const transform = (prefilter: boolean): readonly string[] => [
    jscodeshift,
    ...['--transform', here('bench/replace-reads.cjs'), '--parser', 'tsx', '--extensions', 'ts,tsx', '--dry'],
    ...[`--prefilter=${prefilter}`, `--flag=${flag}`, 'libs'],
  ];
  const replaced = (stdout: string) => expectMatch(stdout, new RegExp(`^${filesWithFlag} ok`, 'm'));
  return [
    {
      name: 'ffsd',
      command: node,
      args: [here('../ffsd/bin/ffsd.js'), ...ffsd],
      rounds,
      check: (out) => expectMatch(out, /isEnabled/),
    },
    { name: 'jscodeshift with a text prefilter', command: node, args: transform(true), rounds, check: replaced },
    { name: 'jscodeshift', command: node, args: transform(false), rounds: slow(rounds), check: replaced },
    { name: 'git grep -l -F', command: 'git', args: ['grep', '-l', '-F', flag], rounds },
    { name: "Node's own start", command: node, args: ['--eval', '0'], rounds },
  ];
}

function slow(count: number): number {
  return Math.min(count, 2);
}

function expectMatch(stdout: string, pattern: RegExp): void {
  if (!pattern.test(stdout)) throw new Error(`expected ${pattern} in: ${stdout.slice(0, 2000)}`);
}

function table(measured: readonly Measured[], markdown: boolean): string {
  const { time: ours, resources: ourResources } = measured[0]!;
  const rows = measured.map(({ name, time, range, resources }) => [
    name,
    times(time / ours),
    resources && ourResources ? times(resources.processor / ourResources.processor) : '',
    `${Math.round(time)} ms`,
    `${Math.round(range[0])}–${Math.round(range[1])} ms`,
    resources ? `${Math.round(resources.processor)} ms` : '',
    resources ? `${Math.round(resources.memory)} MB` : '',
  ]);
  const all = [['', 'time', 'processor', 'median', 'range', 'processor', 'memory'], ...rows];
  if (markdown)
    return [all[0]!, ['---', ...all[0]!.slice(1).map(() => '--:')], ...rows]
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n');
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ');
  return all.map(line).join('\n');
}

function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 1 ? 2 : 1)} ×`;
}

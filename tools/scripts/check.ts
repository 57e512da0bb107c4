// What `npm test` runs: the type check, the linter and formatter, unused code, and all tests. A failed step does not hide the next.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

// In a log, its colours are an escape code for every character.
const plain = process.stdout.isTTY ? [] : ['--colors=off'];

interface Step {
  readonly title: string;
  readonly words: readonly string[];
}

const steps: readonly Step[] = [
  { title: 'types', words: ['@typescript/native/bin/tsc', '--noEmit', '-p', '.'] },
  { title: 'lint and format', words: ['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', ...plain] },
  { title: 'unused code', words: ['knip/bin/knip.js'] },
  // Last, so that the summary of the tests is what stands at the end.
  { title: 'tests', words: ['vitest/vitest.mjs', 'run', ...process.argv.slice(2)] },
];

const failed = steps.filter((step) => !run(step)).map(({ title }) => title);
if (failed.length) {
  console.error(`\nFailed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}

function run({ title, words }: Step): boolean {
  const [script, ...rest] = words;
  console.log(`\n> ${title}`);
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script!), ...rest], {
    cwd: root,
    stdio: 'inherit',
  });
  console.log(
    `< ${title}: ${status === 0 ? 'passed' : 'failed'} in ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

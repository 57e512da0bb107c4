// Builds the two packages that people install: `ffsd` (the bundle, its types, and the licences of what is bundled) and
// `libcst-wasm`. `--if-stale` does nothing
// when no source is newer than the last build.
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { buildLibcstWasm } from './build/build-libcst-wasm.ts';
import { compileTypes } from './build/compile-types.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const ffsd = join(root, 'tools/ffsd');
const dist = join(ffsd, 'dist');
const stamp = join(dist, '.built');

if (!process.argv.includes('--if-stale') || isStale()) await buildAll();

function isStale(): boolean {
  if (!existsSync(stamp) || !existsSync(join(root, 'libs/libcst-wasm/dist/index.js'))) return true;
  const built = statSync(stamp).mtimeMs;
  return ['libs', 'codemods', 'tools', 'package-lock.json'].some((name) => newest(join(root, name)) > built);
}

/** When the newest source below a folder was written; tests and what was built do not count. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.spec\.ts$/.test(path) ? 0 : stat.mtimeMs;
  const names = readdirSync(path).filter(
    (name) => !['node_modules', 'dist', 'dist-next', 'fixtures', 'target'].includes(name),
  );
  return Math.max(0, ...names.map((name) => newest(join(path, name))));
}

async function buildAll(): Promise<void> {
  await buildLibcstWasm(root);
  // Built beside and then put in place: a failed build leaves the last one as it was.
  const next = `${dist}-next`;
  rmSync(next, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      cli: 'tools/ffsd/src/cli.ts',
      generators: 'tools/ffsd/src/generated/generators.ts',
      index: 'tools/ffsd/src/index.ts',
    },
    outdir: next,
    bundle: true,
    // A command loads only the chunks that it uses.
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    external: ['jscodeshift', '@nx/devkit', 'libcst-wasm', '@angular/compiler', '@vue/compiler-dom', 'svelte'],
    // Its build for Node asks for `process` with require, which a bundle of modules has not; the other one is the same parser as a module.
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    metafile: true,
    logLevel: 'warning',
  });
  copyFileSync(join(root, 'LICENSE'), join(next, 'LICENSE'));
  writeFileSync(join(next, 'THIRD-PARTY-LICENSES.txt'), licences(metafile));
  writeTypes(next);
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
  writeFileSync(stamp, '');
}

/** The licence of every package that has code in the bundle. */
function licences({ inputs }: Metafile): string {
  const folders = Object.keys(inputs).flatMap(
    (path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  return [...new Set(folders)].sort().map(licenceOf).join('\n');
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} is bundled and has no licence file.`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n\n${'-'.repeat(80)}\n`;
}

/** The types of the public API, with those of the rooms behind it: `@ffsd/edits` is no package outside of this repository. */
function writeTypes(next: string): void {
  compileTypes(
    root,
    'tools/ffsd/tsconfig.types.json',
    join(next, 'types'),
    (name, up) => `${up}libs/${name}/src/index.js`,
  );
}

// Builds the package that people install: the bundle, its types, and the licences of what is bundled. `--if-stale` does nothing
// when no source is newer than the last build.
import { execFileSync } from 'node:child_process';
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

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const ffsd = join(root, 'tools/ffsd');
const dist = join(ffsd, 'dist');
const stamp = join(dist, '.built');

if (!process.argv.includes('--if-stale') || isStale()) await buildAll();

function isStale(): boolean {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return ['libs', 'codemods', 'tools', 'package-lock.json'].some((name) => newest(join(root, name)) > built);
}

/** When the newest source below a folder was written; tests and what was built do not count. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.spec\.ts$/.test(path) ? 0 : stat.mtimeMs;
  const names = readdirSync(path).filter((name) => !['node_modules', 'dist', 'fixtures'].includes(name));
  return Math.max(0, ...names.map((name) => newest(join(path, name))));
}

async function buildAll(): Promise<void> {
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
    external: ['jscodeshift', '@nx/devkit'],
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

/** The types of the public API, with those of the rooms behind it. */
function writeTypes(next: string): void {
  const types = join(next, 'types');
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', 'tools/ffsd/tsconfig.types.json', '--outDir', types],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  // `@ffsd/edits` is no package outside of this repository.
  for (const path of declarations(types)) {
    const up = '../'.repeat(path.slice(types.length + 1).split('/').length - 1) || './';
    const text = readFileSync(path, 'utf8')
      .replace(/(from |import\()(['"])@ffsd\/([a-z-]+)\2/g, `$1$2${up}libs/$3/src/index.js$2`)
      .replace(/(from |import\()(['"])(\.[^'"]*)\.ts\2/g, '$1$2$3.js$2');
    writeFileSync(path, text);
  }
}

function declarations(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

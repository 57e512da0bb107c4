import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { compileTypes } from './compile-types.ts';

/** The programs of threads: no export of the package names them, and they are found by their URL. */
const workers = ['src/wasm/worker.mjs', 'src/pool/worker.mjs'];

/** Builds the package `libcst-wasm` into its `dist`: modules as its exports name them, and their types. */
export async function buildLibcstWasm(root: string): Promise<void> {
  const room = join(root, 'libs/libcst-wasm');
  const next = join(room, 'dist-next');
  const entries = [...exported(room), ...workers];
  rmSync(next, { recursive: true, force: true });
  await build({
    absWorkingDir: room,
    entryPoints: entries,
    outbase: 'src',
    outdir: next,
    bundle: true,
    splitting: true,
    // What is shared lies directly in dist, as package-files.ts expects it of itself.
    chunkNames: '[name]-[hash]',
    format: 'esm',
    // Neither Node nor browser: what is Node's is looked up when it is needed.
    platform: 'neutral',
    target: 'es2023',
    external: ['node:*', 'tinypool'],
    logLevel: 'warning',
  });
  for (const file of workers) {
    // They must have the names that they have in src.
    const path = join(next, relative('src', file));
    renameSync(path.replace(/\.mjs$/, '.js'), path);
  }
  writeDeclarations(root, room, next);
  copyFileSync(join(root, 'LICENSE'), join(next, 'LICENSE'));
  rmSync(join(room, 'dist'), { recursive: true, force: true });
  renameSync(next, join(room, 'dist'));
}

/** The sources behind the exports of the package. */
function exported(room: string): readonly string[] {
  const { exports } = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, string | { readonly '@ffsd/source'?: string }>>;
  };
  return Object.values(exports).flatMap((target) => (typeof target === 'object' ? (target['@ffsd/source'] ?? []) : []));
}

/** Only what the entries lead to: the declarations of everything else would be a third of the package. */
function writeDeclarations(root: string, room: string, next: string): void {
  const all = join(next, 'types-all');
  compileTypes(root, 'libs/libcst-wasm/tsconfig.types.json', all, (name) => `@ffsd/${name}`);
  const wanted = new Set<string>();
  const visit = (path: string): void => {
    if (wanted.has(path)) return;
    wanted.add(path);
    for (const [, target] of readFileSync(path, 'utf8').matchAll(/(?:from |import |import\()['"](\.[^'"]*)\.js['"]/g)) {
      visit(resolve(dirname(path), `${target}.d.ts`));
    }
  };
  for (const entry of exported(room)) visit(join(all, entry.replace('./src/', '').replace(/\.ts$/, '.d.ts')));
  for (const path of wanted) {
    const to = join(next, 'types', relative(all, path));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(path, to);
  }
  rmSync(all, { recursive: true });
}

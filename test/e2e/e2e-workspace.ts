import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A workspace of a user: a folder outside of this repository, with ffsd installed from its tarball. */
export interface E2eWorkspace {
  readonly root: string;
  put(path: string, text: string): void;
  read(path: string): string;
  has(path: string): boolean;
  /** SHA-256 of every file that is not installed, cached or the journal. */
  hashes(): Readonly<Record<string, string>>;
  nx(...words: string[]): Ended;
  ffsd(...words: string[]): Ended;
  /** Runs a script of a package of this repository, such as the compiler, in the workspace. */
  tool(script: string, ...words: string[]): Ended;
  node(...words: string[]): Ended;
  remove(): void;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * @param dependencies besides ffsd.
 */
export function e2eWorkspace(
  files: Readonly<Record<string, string>>,
  dependencies: Readonly<Record<string, string>>,
): E2eWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'ffsd-e2e-'));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const manifest = {
    name: 'e2e',
    version: '1.0.0',
    private: true,
    workspaces: ['apps/*', 'libs/*'],
    // The second is a dependency of the first, and what is installed already is not asked of the registry.
    devDependencies: {
      ffsd: `file:./${pack('tools/ffsd', root)}`,
      'libcst-wasm': `file:./${pack('libs/libcst-wasm', root)}`,
      ...dependencies,
    },
    allowScripts: { nx: false },
  };
  for (const [path, text] of Object.entries({ 'package.json': `${JSON.stringify(manifest, null, 2)}\n`, ...files }))
    put(path, text);
  npm(root, 'install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error');
  const node = (...words: string[]) =>
    end(spawnSync(process.execPath, words, { cwd: root, env: environment(), encoding: 'utf8' }));
  // Nx 22 has its bin elsewhere than Nx 23 and 24.
  const nxBin =
    ['dist/bin/nx.js', 'bin/nx.js'].map((path) => join(root, 'node_modules/nx', path)).find(existsSync) ?? '';
  return {
    root,
    put,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    has: (path) => existsSync(join(root, path)),
    hashes: () => hashes(root),
    nx: (...words) => node(nxBin, ...words),
    ffsd: (...words) => node(join(root, 'node_modules/ffsd/bin/ffsd.js'), ...words),
    tool: (script, ...words) => node(join(repository, 'node_modules', script), ...words),
    node,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The name of the tarball of a package, which is put in the folder. */
function pack(room: string, folder: string): string {
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/scripts/build.ts', '--if-stale'], {
    cwd: repository,
    stdio: 'ignore',
  });
  const output = npm(join(repository, room), 'pack', '--json', '--pack-destination', folder);
  return (JSON.parse(output) as [{ filename: string }])[0].filename;
}

function npm(cwd: string, ...words: string[]): string {
  return execFileSync('npm', words, {
    cwd,
    env: environment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The tests may run inside a task of Nx: none of its variables may reach the Nx under test, nor vitest's reach the tests in it. */
function environment(): NodeJS.ProcessEnv {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(NX_|npm_config_|npm_package_|VITEST|NODE_ENV|NODE_OPTIONS|FORCE_COLOR)/.test(name),
    ),
  );
  return { ...clean, CI: 'true', NO_COLOR: '1', NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };
}

function end({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): Ended {
  return { code: status, out: stdout, err: stderr };
}

function hashes(root: string): Readonly<Record<string, string>> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(node_modules|\.nx|\.ffsd)\//.test(path));
  return Object.fromEntries(
    paths.sort().map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex'),
    ]),
  );
}

// Shows the main job from end to end: a sample Nx workspace in a temporary folder, a dry run, the change, the journal, the way back.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoFiles } from './demo-files.ts';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const nxVersion = '23.2.1';
const shop = mkdtempSync(join(tmpdir(), 'ffsd-demo-'));

try {
  demo();
} finally {
  rmSync(shop, { recursive: true, force: true });
}

function demo(): void {
  title('A sample workspace: a web app, a server, a library, and one flag in all of them');
  prepare();
  const before = hashes();
  console.log(`${before.size} files in ${shop}`);

  title('What would change? Nothing is written yet.');
  run('npx', 'nx', 'g', 'ffsd:remove-switches', '--flag', 'new-checkout', '--value', 'true', '--dry-run');
  expectSame(before, 'The dry run wrote nothing.');

  title('Change it');
  run('npx', 'nx', 'g', 'ffsd:remove-switches', '--flag', 'new-checkout', '--value', 'true');
  const changed = [...before.keys()].filter((path) => hashes().get(path) !== before.get(path));
  if (changed.length === 0) throw new Error('Nothing was changed.');
  console.log(`\n${changed.length} files are different now: ${changed.join(', ')}`);

  title('What was done here?');
  run('npx', 'ffsd', 'log');

  title('Take it back');
  run('npx', 'ffsd', 'undo', '--yes', '--quiet');
  expectSame(before, `Every byte of all ${before.size} files is back (compared by SHA-256).`);
}

function prepare(): void {
  const manifest = {
    name: 'shop',
    version: '1.0.0',
    private: true,
    workspaces: ['apps/*', 'libs/*'],
    devDependencies: {
      '@nx/devkit': nxVersion,
      ffsd: `file:./${pack('tools/ffsd')}`,
      // A dependency of the first: what is installed already is not asked of the registry.
      'libcst-wasm': `file:./${pack('libs/libcst-wasm')}`,
      nx: nxVersion,
    },
    allowScripts: { nx: false },
  };
  const files = { 'package.json': `${JSON.stringify(manifest, null, 2)}\n`, ...demoFiles };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(shop, path)), { recursive: true });
    writeFileSync(join(shop, path), text);
  }
  run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error');
}

/** The name of the tarball of a package. */
function pack(room: string): string {
  const output = execFileSync('npm', ['pack', '--json', '--pack-destination', shop], {
    cwd: join(repository, room),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  return (JSON.parse(output) as [{ filename: string }])[0].filename;
}

function hashes(): ReadonlyMap<string, string> {
  const skipped = /(^|[/\\])(node_modules|\.nx|\.ffsd)([/\\]|$)/;
  const paths = readdirSync(shop, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(shop, join(entry.parentPath, entry.name)))
    .filter((path) => !skipped.test(path));
  return new Map(
    paths.sort().map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(shop, path)))
        .digest('hex'),
    ]),
  );
}

function expectSame(before: ReadonlyMap<string, string>, message: string): void {
  const now = hashes();
  const different = [...new Set([...before.keys(), ...now.keys()])].filter(
    (path) => before.get(path) !== now.get(path),
  );
  if (different.length) throw new Error(`Not as before: ${different.join(', ')}`);
  console.log(`\n✔ ${message}`);
}

function title(text: string): void {
  console.log(`\n── ${text}\n`);
}

function run(command: string, ...words: string[]): void {
  console.log(`$ ${command} ${words.join(' ')}`);
  // Nx must not take the sample for a part of an Nx run around it, and must not leave a daemon behind.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NX_|npm_)/.test(name)));
  const { status } = spawnSync(command, words, {
    cwd: shop,
    env: { ...env, NX_DAEMON: 'false', NX_TUI: 'false' },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}.`);
}

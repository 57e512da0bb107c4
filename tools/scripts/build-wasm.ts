// Builds libs/libcst-wasm/libcst.wasm from its Rust sources, and records which they were: `npm run build:wasm`. The crate has tests of
// its own, which need no WebAssembly: `cargo test` in libs/libcst-wasm/rust.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { findTools, type Tools, versionsOf } from './build-wasm/find-tools.ts';
import {
  type BuildRecord,
  hashOfSources,
  hashOfWasm,
  recordFile,
  rustFolder,
  wasmFile,
} from './build-wasm/rust-sources.ts';

const TARGET = 'wasm32-unknown-unknown';
/** All current browsers and Node 20 have these; names as rustc and as wasm-opt know them. */
const FEATURES: readonly (readonly [string, string])[] = [
  ['bulk-memory', 'bulk-memory'],
  ['sign-ext', 'sign-ext'],
  ['nontrapping-fptoint', 'nontrapping-float-to-int'],
  ['simd128', 'simd'],
];
/** Bytes. Deep nesting shall run into the end of the engine's own stack first, where it can be told from other faults. */
const STACK = 16 << 20;

const tools = findTools();
if (typeof tools === 'string') {
  console.error(tools);
  process.exit(1);
}
const sources = hashOfSources();
const bin = mkdtempSync(join(tmpdir(), 'build-wasm-'));
try {
  // rustc asks for the linker by this name.
  symlinkSync(tools.lld, join(bin, 'rust-lld'));
  run(tools.cargo, ['fetch', '--locked'], tools);
  run(
    tools.cargo,
    ['build', '--release', '--locked', '--lib', '-Z', 'build-std=std,panic_abort', '--target', TARGET],
    tools,
  );
  const features = FEATURES.map(([, name]) => `--enable-${name}`);
  const built = join(targetFolder(), TARGET, 'release/libcst_wasm.wasm');
  run(
    tools.wasmOpt,
    ['-O3', '--strip-debug', '--strip-producers', ...features, built, '-o', join(bin, 'libcst.wasm')],
    tools,
  );
  const bytes = readFileSync(join(bin, 'libcst.wasm'));
  refuseMachinePaths(bytes);
  writeFileSync(wasmFile, bytes);
  console.log(`libcst.wasm: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
} finally {
  rmSync(bin, { recursive: true, force: true });
}
const record: BuildRecord = { sources, wasm: hashOfWasm(), tools: versionsOf(tools) };
writeFileSync(recordFile, `${JSON.stringify(record, null, 2)}\n`);

function run(command: string, args: readonly string[], { rustc, sysroot }: Tools): void {
  const { status, error } = spawnSync(command, args, {
    cwd: rustFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Milliseconds. A build takes some minutes; what waits for a network that is not there shall end.
    timeout: 3_600_000,
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
      RUSTC: rustc,
      // `-Z build-std` is not stable: without this a released rustc refuses it.
      RUSTC_BOOTSTRAP: '1',
      CARGO_TARGET_DIR: targetFolder(),
      CARGO_ENCODED_RUSTFLAGS: flags(sysroot).join('\x1f'),
    },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args[0]} failed (${status})`);
}

function flags(sysroot: string): readonly string[] {
  return [
    `-Ctarget-feature=${FEATURES.map(([name]) => `+${name}`).join(',')}`,
    `-Clink-arg=-zstack-size=${STACK}`,
    // A panic traps, and nobody could read its message or its place.
    '-Zunstable-options',
    '-Cpanic=immediate-abort',
    '-Zlocation-detail=none',
    // The same file wherever it is built.
    ...crateFolders().map((folder) => `--remap-path-prefix=${folder}=/crates`),
    `--remap-path-prefix=${join(sysroot, 'lib/rustlib/src/rust')}=/rust`,
    `--remap-path-prefix=${fileURLToPath(rustFolder).replace(/\/$/, '')}=/libcst-wasm`,
  ];
}

function targetFolder(): string {
  return process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('target', rustFolder));
}

function cargoHome(): string {
  return process.env.CARGO_HOME ?? join(homedir(), '.cargo');
}

/** Where cargo keeps the sources of crates: one folder for each registry. */
function crateFolders(): readonly string[] {
  const folder = join(cargoHome(), 'registry/src');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function refuseMachinePaths(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  const found = [homedir(), cargoHome(), fileURLToPath(rustFolder)].filter(
    (path) => path.length > 1 && text.includes(path),
  );
  if (found.length > 0) throw new Error(`libcst.wasm holds paths of this machine: ${found.join(', ')}`);
}

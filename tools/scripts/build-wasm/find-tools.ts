import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Tools {
  readonly cargo: string;
  readonly rustc: string;
  /** A linker for WebAssembly. */
  readonly lld: string;
  readonly wasmOpt: string;
  /** The folder of rustc's own libraries, which holds their sources. */
  readonly sysroot: string;
}

/** What the build of the WebAssembly file needs, or a text that says what is missing and how to get it. */
export function findTools(): Tools | string {
  const missing: string[] = [];
  const cargo = first('CARGO', ['/usr/bin/cargo', ...onPath('cargo')]);
  const rustc = first('RUSTC', ['/usr/bin/rustc', ...onPath('rustc')]);
  const lld = first('WASM_LD', [...linkers('/usr/bin'), ...onPath('wasm-ld')]);
  const wasmOpt = first('WASM_OPT', onPath('wasm-opt'));
  if (cargo === null) missing.push('cargo        cargo-web        runs the build');
  if (rustc === null) missing.push('rustc        rustc-web        compiles it; 1.83 or later');
  if (lld === null) missing.push('wasm-ld      lld-19           links it');
  if (wasmOpt === null) missing.push('wasm-opt     binaryen         makes it smaller and faster');
  const sysroot = rustc === null ? '' : output(rustc, ['--print', 'sysroot']);
  if (rustc !== null && !existsSync(join(sysroot, 'lib/rustlib/src/rust/library/std/Cargo.toml')))
    missing.push("Rust's own sources  rust-web-src   the standard library is compiled for WebAssembly from them");
  if (missing.length > 0) return help(missing);
  return { cargo: cargo!, rustc: rustc!, lld: lld!, wasmOpt: wasmOpt!, sysroot };
}

/** One line for each tool: which version it is. */
export function versionsOf(tools: Tools): readonly string[] {
  return [tools.rustc, tools.lld, tools.wasmOpt].map((path) =>
    output(path, ['--version'])
      .split('\n')[0]!
      .replace(/^Debian /, ''),
  );
}

function help(missing: readonly string[]): string {
  return [
    'The WebAssembly file cannot be built here. Missing:',
    '',
    '  what         Debian package   why',
    ...missing.map((line) => `  ${line}`),
    '',
    'On Debian and Ubuntu:',
    '',
    '  apt-get install rustc-web cargo-web rust-web-src lld-19 binaryen',
    '',
    'Elsewhere name the programs in CARGO, RUSTC, WASM_LD and WASM_OPT; with rustup, `rustup component add rust-src`.',
    'Nobody needs this to work on the TypeScript side: libcst.wasm is committed.',
  ].join('\n');
}

function first(variable: string, paths: readonly string[]): string | null {
  const named = process.env[variable];
  if (named !== undefined && named !== '') return named;
  return paths.find((path) => existsSync(path)) ?? null;
}

function onPath(name: string): readonly string[] {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
}

/** `wasm-ld-19` and its like, the newest first. */
function linkers(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const version = (name: string) => Number(/\d+$/.exec(name)?.[0]);
  const names = readdirSync(folder).filter((name) => /^wasm-ld-\d+$/.test(name));
  return names.sort((a, b) => version(b) - version(a)).map((name) => join(folder, name));
}

function output(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8', timeout: 30_000 }).stdout?.trim() ?? '';
}

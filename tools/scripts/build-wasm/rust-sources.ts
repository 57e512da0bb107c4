import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const room = new URL('../../../libs/libcst-wasm/', import.meta.url);

export const rustFolder: URL = new URL('rust/', room);
export const wasmFile: URL = new URL('libcst.wasm', room);

/** Says which sources the WebAssembly file was built from, and with what. */
export const recordFile: URL = new URL('libcst.wasm.json', room);

export interface BuildRecord {
  /** Hash of the names and the texts of all that `rustSources` lists. */
  readonly sources: string;
  /** Hash of the WebAssembly file. */
  readonly wasm: string;
  readonly tools: readonly string[];
}

/** Paths below the Rust folder, sorted: what the build reads. Examples are no part of it. */
export function rustSources(): readonly string[] {
  const folder = fileURLToPath(rustFolder);
  const modules = readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  return ['Cargo.lock', 'Cargo.toml', ...modules].sort();
}

export function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const path of rustSources()) hash.update(`${path}\0`).update(readFileSync(new URL(path, rustFolder)));
  return hash.digest('hex');
}

export function hashOfWasm(): string {
  return createHash('sha256').update(readFileSync(wasmFile)).digest('hex');
}

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Crates that run in the compiler alone, and leave nothing of theirs in the file. */
const compileTime = [
  'libcst_derive',
  'paste',
  'peg-macros',
  'proc-macro2',
  'quote',
  'syn',
  'thiserror-impl',
  'unicode-ident',
];

it('has the licence of every crate that is in the WebAssembly file, at its version', () => {
  const locked = [...read('rust/Cargo.lock').matchAll(/name = "([^"]+)"\nversion = "([^"]+)"/g)]
    .filter(([, name = '']) => name !== 'libcst-wasm' && !compileTime.includes(name))
    .map(([, name, version]) => `${name} ${version}`);
  const listed = [...read('THIRD-PARTY-LICENSES.txt').matchAll(/^([\w-]+ [\d.]+) \(/gm)].map(([, crate]) => crate);
  expect(listed).toEqual(locked);
});

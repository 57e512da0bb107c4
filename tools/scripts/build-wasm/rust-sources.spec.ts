import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BuildRecord, hashOfSources, hashOfWasm, recordFile, rustSources } from './rust-sources.ts';

const record = JSON.parse(readFileSync(recordFile, 'utf8')) as BuildRecord;

describe('the committed libcst.wasm', () => {
  it('belongs to the Rust sources; if not, run `npm run build:wasm`', () => {
    expect(record.sources).toBe(hashOfSources());
  });

  it('is the file that the last build wrote', () => {
    expect(record.wasm).toBe(hashOfWasm());
  });

  it('was built from all modules of the crate', () => {
    expect(rustSources()).toEqual(
      expect.arrayContaining(['Cargo.lock', 'Cargo.toml', 'src/generated/walk.rs', 'src/lib.rs']),
    );
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** The other process as one plain file: it is started hundreds of times, and should start as fast as node does. */
export function buildChild(): { readonly script: string; dispose(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'journal-child-'));
  const script = join(folder, 'child.mjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'child.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@ffsd/source'],
    external: ['@nx/devkit'],
    logLevel: 'error',
  });
  return { script, dispose: () => rmSync(folder, { recursive: true }) };
}

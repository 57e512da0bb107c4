import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Corpus {
  /** Of the Python whose library it is. */
  readonly version: string;
  readonly files: readonly string[];
  readonly bytes: number;
}

/** The modules that lie directly in the standard library of the python3 on the path, as far as they are UTF-8. Null without one. */
export function corpus(): Corpus | null {
  const script = 'import sys, sysconfig; print(sys.version.split()[0]); print(sysconfig.get_path("stdlib"))';
  const { status, stdout } = spawnSync('python3', ['-c', script], { encoding: 'utf8' });
  if (status !== 0) return null;
  const [version = '', folder = ''] = stdout.trim().split('\n');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => ({ path: join(folder, name), bytes: readFileSync(join(folder, name)) }))
    .filter(({ bytes }) => isUtf8(bytes));
  return {
    version,
    files: texts.map(({ path }) => path),
    bytes: texts.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).length > 0;
  } catch {
    return false;
  }
}

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { python } from './python.ts';

/** A file of the standard library of the Python on this machine. */
export interface LibraryFile {
  /** From the folder of the library, with slashes. */
  readonly path: string;
  readonly source: string;
}

/** The whole library if FFSD_CORPUS is `whole`, which takes minutes; else a part of it that is the same each time. */
export const isWhole = process.env.FFSD_CORPUS === 'whole';

/**
 * Files of the library that are UTF-8.
 *
 * @param part Every how many files one is taken when not the whole library is read.
 */
export function* libraryFiles(part: number): Generator<LibraryFile> {
  if (python === null) return;
  const folder = spawnSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], {
    encoding: 'utf8',
  }).stdout.trim();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py') && !path.startsWith('site-packages/'))
    .sort();
  for (const path of isWhole ? paths : paths.filter((_, index) => index % part === 0)) {
    try {
      yield { path, source: utf8.decode(readFileSync(`${folder}/${path}`)) };
    } catch (error) {
      // Not UTF-8. Encodings have specs of their own.
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

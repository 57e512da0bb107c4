import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the declarations of a TypeScript project, with imports that resolve outside of this repository.
 *
 * @param root The repository.
 * @param project The tsconfig, from the root.
 * @param outDir Where to write them.
 * @param room How to import a room (`edits`) from a declaration that is `up` from `outDir`.
 */
export function compileTypes(
  root: string,
  project: string,
  outDir: string,
  room: (name: string, up: string) => string,
): void {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', project, '--outDir', outDir],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  for (const path of declarations(outDir)) {
    const up = '../'.repeat(path.slice(outDir.length + 1).split('/').length - 1) || './';
    const text = readFileSync(path, 'utf8')
      .replace(
        /(from |import\()(['"])@ffsd\/([a-z-]+)\2/g,
        (_, head, quote, name) => head + quote + room(name, up) + quote,
      )
      .replace(/(from |import |import\()(['"])(\.[^'"]*)\.ts\2/g, '$1$2$3.js$2');
    writeFileSync(path, text);
  }
}

function declarations(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

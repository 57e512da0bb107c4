import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A room is a folder with a package.json: `libs/edits`, `codemods/remove-switches`, `tools/ffsd`. */
export function roomsIn(group: 'libs' | 'codemods' | 'tools'): readonly string[] {
  const names = readdirSync(root + group).filter((name) => existsSync(`${root}${group}/${name}/package.json`));
  return names.sort().map((name) => `${group}/${name}`);
}

export interface SourceFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly room: string;
  readonly isSpec: boolean;
  /** What it imports, statically, lazily, as a type, or by `require`. */
  readonly imports: readonly string[];
}

export function sourceFiles(room: string): readonly SourceFile[] {
  return readdirSync(root + room, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/(^|\/)(node_modules|dist|dist-next|fixtures)\//.test(path))
    .sort()
    .map((path) => ({
      path: `${room}/${path}`,
      room,
      isSpec: path.endsWith('.spec.ts'),
      imports: importsOf(readFileSync(`${root}${room}/${path}`, 'utf8')),
    }));
}

export function readJson(path: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(root + path, 'utf8'));
}

/** `import x from 'a'`, `export … from 'a'`, `import('a')`, `require('a')`, at the start of a line or in code, not in a template. */
function importsOf(text: string): readonly string[] {
  const statements = text.matchAll(/^(?:import|export)\b[^;'"`]*?\bfrom '([^']+)'|^import '([^']+)'/gm);
  const calls = text.matchAll(/(?<![`'"\w.])(?:import|require|inJscodeshift|getBuiltinModule)\('([^']+)'\)/g);
  return [...statements, ...calls].map(([, first, second]) => (first ?? second)!);
}

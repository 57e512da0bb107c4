import { readdirSync } from 'node:fs';

/**
 * Those of the paths at which a file lies, and neither a link nor nothing.
 *
 * Each folder is listed once: to ask for each file by itself costs more than git takes to list them, a second for 200,000 files.
 *
 * @param paths relative to the root, with `/`
 */
export function presentFiles(root: string, paths: readonly string[]): readonly string[] {
  const folders = new Map<string, ReadonlySet<string>>();
  return paths.filter((path) => {
    const slash = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, slash);
    const names = folders.get(folder) ?? namesOfFiles(`${root}/${folder}`);
    folders.set(folder, names);
    return names.has(path.slice(slash));
  });
}

/** None where the folder is gone or may not be read. */
function namesOfFiles(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  } catch {
    return new Set();
  }
}

import ignore from 'ignore';

export interface Limits {
  /** Files and folders, relative to the root; empty or undefined is everything. */
  readonly within?: readonly string[] | undefined;
  /** Root folders of projects; undefined is everything. A file must also be in one of them. */
  readonly projects?: readonly string[] | undefined;
  /** Only these files; undefined is everything. */
  readonly changed?: readonly string[] | undefined;
  /** Patterns in the syntax of .gitignore that are never changed. */
  readonly keep?: readonly string[] | undefined;
}

/** Which files may be changed. What lies outside is still read, because a flag is often defined there. */
export function editable({ within, projects, changed, keep }: Limits): (path: string) => boolean {
  const conditions: ((path: string) => boolean)[] = [];
  if (within?.length) conditions.push(isBelow(within));
  if (projects) conditions.push(isBelow(projects));
  if (changed) {
    const paths = new Set(changed);
    conditions.push((path) => paths.has(path));
  }
  if (keep?.length) {
    const kept = ignore().add([...keep]);
    conditions.push((path) => !kept.ignores(path));
  }
  return (path) => conditions.every((holds) => holds(path));
}

function isBelow(folders: readonly string[]): (path: string) => boolean {
  const roots = folders.map((folder) => folder.replace(/^\.\/|\/+$/g, '')).filter((folder) => folder !== '.');
  // "." alone, or among others, is the whole workspace.
  if (roots.length < folders.length || roots.includes('')) return () => true;
  return (path) => roots.some((root) => path === root || path.startsWith(`${root}/`));
}

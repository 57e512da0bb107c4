/** The folder of a path of the workspace; '' for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Joins and takes out `.` and `..`; undefined when the path leaves the workspace. */
export function joinPath(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The folder and those above it, up to the root. */
export function* foldersUp(folder: string): Generator<string, undefined> {
  for (let at = folder; ; at = folderOf(at)) {
    yield at;
    if (at === '') return undefined;
  }
}

export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

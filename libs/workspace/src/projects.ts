import type { Workspace } from './workspace.ts';

/** A project as Nx sees it: a folder with a project.json or a package.json. */
export interface Project {
  readonly name: string;
  /** Relative to the workspace root; empty for the root itself. */
  readonly root: string;
}

/** Finds the project of a file: the nearest folder above it that has a project file. Only those folders are read. */
export function projectFinder(workspace: Workspace): (path: string) => Project | undefined {
  const known = new Map<string, Project | undefined>();
  function projectOf(folder: string): Project | undefined {
    if (!known.has(folder))
      known.set(folder, projectAt(workspace, folder) ?? (folder ? projectOf(above(folder)) : undefined));
    return known.get(folder);
  }
  return (path) => projectOf(above(path));
}

/** All projects of the workspace, sorted by their folder. */
export function projects(workspace: Workspace): readonly Project[] {
  const folders = workspace
    .files()
    .filter((path) => /(^|\/)(project|package)\.json$/.test(path))
    .map(above);
  return [...new Set(folders)].flatMap((folder) => projectAt(workspace, folder) ?? []);
}

function projectAt(workspace: Workspace, folder: string): Project | undefined {
  const names = ['project.json', 'package.json'].map((file) =>
    nameIn(workspace.read(folder ? `${folder}/${file}` : file)),
  );
  if (names.every((name) => name === undefined)) return undefined;
  // A project.json without a name is named after its folder, and so is a package.json that is only there for its "type".
  return { name: names.find((name) => name) ?? (folder.split('/').at(-1) || '.'), root: folder };
}

/** The name in a project file: empty when it has none, undefined when there is no such file. */
function nameIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const { name, nx } = JSON.parse(text) as { name?: unknown; nx?: { name?: unknown } };
    return ([nx?.name, name].find((candidate) => typeof candidate === 'string') as string | undefined) ?? '';
  } catch {
    // Nx allows comments in project.json. They say nothing about the name.
    return /"name"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? '';
  }
}

function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

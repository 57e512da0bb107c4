import type { Workspace } from '@ffsd/workspace';

/** What shows that a project has its Python types checked; undefined when nothing does. */
export function typesAreUsed(workspace: Workspace): string | undefined {
  for (const path of workspace.files()) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name === 'pyrightconfig.json' || name === 'py.typed' || name === 'mypy.ini' || name === '.mypy.ini')
      return path;
    if (name !== 'pyproject.toml' && name !== 'setup.cfg') continue;
    const section = name === 'setup.cfg' ? /^\[mypy/m : /^\[+tool\.(?:pyright|basedpyright|mypy)\b/m;
    if (section.test(workspace.read(path) ?? '')) return path;
  }
  return undefined;
}

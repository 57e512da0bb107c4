import type { SourceFile } from '@ffsd/python';
import { exportsOf, parsedFile } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/**
 * Whether others than the workspace may import a name from its module as a matter of course: the module belongs to a distribution that
 * is installed, and `__all__` or the `__init__.py` of a package above offers the name.
 *
 * @param workspace as it was before the first change, or is now: what is offered does not change
 */
export function isPublished(workspace: Workspace, path: string, name: string): boolean {
  return isInDistribution(workspace, path) && offersOf(workspace, path).some((file) => offers(file, name));
}

/** Whether the nearest description of a project above the file is that of one that is built and installed, and not only run. */
export function isInDistribution(workspace: Workspace, path: string): boolean {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const at = (name: string) => workspace.read(folder === '' ? name : `${folder}/${name}`);
    if (startFiles.some((name) => at(name) !== undefined)) return false;
    const [project, setup, config] = [at('pyproject.toml'), at('setup.py'), at('setup.cfg')];
    if ([project, setup, config].some((text) => text !== undefined && isApplication(text))) return false;
    if (project !== undefined && /^\s*\[(?:build-system|tool\.poetry)\]/m.test(project)) return true;
    if (/\bsetup\s*\(/.test(setup ?? '') || /^\s*\[metadata\]/m.test(config ?? '')) return true;
    // Without a way to build it, a project is run where it lies.
    if (project !== undefined && /^\s*\[project\]/m.test(project)) return false;
    if (folder === '') return false;
  }
}

/** What a program has beside it that is started from its own folder. */
const startFiles = ['manage.py', 'Procfile', 'gunicorn.conf.py', 'uwsgi.ini', 'conf/gunicorn.conf.py'];

/** A project that says itself that nobody installs it. */
function isApplication(project: string): boolean {
  return /^\s*package(?:-mode)?\s*=\s*false\b|Private\s*::|WSGI\s*::\s*Application/m.test(project);
}

/** The module itself, and the packages above it. */
function offersOf(workspace: Workspace, path: string): readonly SourceFile[] {
  const files = [parsedFile(workspace, path)];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    const init = `${folder}/__init__.py`;
    if (init !== path) files.push(parsedFile(workspace, init));
  }
  return files.filter((file) => file !== undefined);
}

function offers(file: SourceFile, name: string): boolean {
  const { all, named } = exportsOf(file);
  if (all && (!all.complete || all.names.has(name))) return true;
  return isPackage(file.path) && named.has(name);
}

/** Whether the file is the `__init__.py` of a package. */
export function isPackage(path: string): boolean {
  return /(?:^|\/)__init__\.pyi?$/.test(path);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

import type { ModuleContext } from './module-context.ts';
import { folderOf, inFolder } from './paths.ts';

/**
 * The folders of a project from which its absolute imports start: those that its configuration names, `src` and `lib`, and the
 * project's folder itself. Undefined for a folder that is no project.
 */
export function configuredRoots(context: ModuleContext, project: string): readonly string[] | undefined {
  return context.once(`roots ${project}`, () => {
    const named: string[] = [];
    let isProject = false;
    for (const name of configurations) {
      const text = context.files.has(inFolder(project, name)) ? context.read(inFolder(project, name)) : undefined;
      if (text === undefined) continue;
      isProject = true;
      named.push(...foldersNamedIn(name, text));
    }
    if (!isProject && !manifests.some((name) => context.files.has(inFolder(project, name)))) return undefined;
    const folders = [...named, 'src', 'lib', 'python'].map((folder) => join(project, folder));
    return [...new Set([...folders, project])].filter((folder) => context.folders.has(folder));
  });
}

/** The folders of all projects of the workspace, the root included. */
export function projectFolders(context: ModuleContext): readonly string[] {
  return context.once('projects', () => {
    const names = new Set<string>([...configurations, ...manifests]);
    const folders = [...context.files].filter((path) => names.has(path.slice(path.lastIndexOf('/') + 1))).map(folderOf);
    return [...new Set(['', ...folders])].sort();
  });
}

const configurations = ['pyproject.toml', 'setup.cfg', 'setup.py', 'pytest.ini', 'tox.ini', 'mypy.ini'] as const;
const manifests = ['project.json', 'package.json', 'requirements.txt', 'Pipfile', 'manage.py'] as const;

/**
 * The keys behind which setuptools, Poetry, Hatch, pytest, mypy, Pyright and Ruff name such folders. What stands behind them is
 * searched for strings, and no file is understood as a whole: a folder that does not exist, or does not hold the module, does
 * no harm.
 */
function foldersNamedIn(file: string, text: string): readonly string[] {
  const valuesIn = file.endsWith('.toml') || file.endsWith('.py') ? quotedIn : wordsIn;
  const folders = [...text.matchAll(folderKeys)].flatMap(([, value]) => valuesIn(value!));
  // Hatch lists the packages themselves: the folder above is meant. Poetry's `packages` are objects with a `from`.
  const packages = [...text.matchAll(packageKeys)].flatMap(([, value]) => valuesIn(value!).map(folderOf));
  return [...folders, ...packages].filter((folder) => folder !== '' && !folder.startsWith('/'));
}

const value = String.raw`\s*[=(]\s*(\[[^\]]*\]|\{[^}]*\}|[^\n]*(?:\n[ \t]+[^\n]*)*)`;
const folderKeys = new RegExp(
  `(?<![\\w-])(?:from|where|pythonpath|mypy_path|extraPaths|src|sources|package[-_]dir|find_packages|"")${value}`,
  'g',
);
const packageKeys = new RegExp(`(?<![\\w-])packages${value}`, 'g');

function wordsIn(text: string): readonly string[] {
  return text.split(/[\s,:=]+/);
}

function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(/["']([^"'\n]*)["']/g)].map(([, value]) => value!);
}

function join(folder: string, path: string): string {
  const parts = path.replace(/^\$\{?\w+\}?\//, '').split('/');
  return parts.reduce((at, part) => {
    if (part === '' || part === '.') return at;
    return part === '..' ? folderOf(at) : inFolder(at, part);
  }, folder);
}

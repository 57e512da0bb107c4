import type { SourceFile } from '@ffsd/python';
import { exportsOf, importsOf, isCode, parsedFile, referencesTo, resolveModule } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/**
 * Whether a name that a module binds at its top level is used outside of its file, or offered to the outside: by `__all__`, by the
 * `__init__.py` of a package, or by a place that no analysis can tell.
 */
export function isSeenByOthers(workspace: Workspace, file: SourceFile, name: string): boolean {
  if (isOffered(file, name)) return true;
  return (referencesTo(workspace, file.path, name) ?? []).some(({ path }) => path !== file.path);
}

/**
 * The same for a name that the module imports itself. Others that use what it stands for import it from where it is defined; only
 * those count that take it from here.
 */
export function isPassedOn(workspace: Workspace, file: SourceFile, name: string): boolean {
  if (isOffered(file, name)) return true;
  const stem = file.path
    .replace(/\.pyi?$/, '')
    .split('/')
    .at(-1)!;
  // `patch('shop.views.is_enabled')` names it by its module.
  if (
    workspace
      .search([`${stem}.${name}`])
      .some((path) => path !== file.path && hasWord(workspace, path, `${stem}.${name}`))
  )
    return true;
  const starred = name.startsWith('_') ? [] : workspace.search(['import *']);
  if (starred.some((path) => path !== file.path && isCode(path) && starsFrom(workspace, path, file.path))) return true;
  return workspace
    .search([name])
    .filter((path) => path !== file.path && isCode(path))
    .some((path) => takesFrom(workspace, path, file.path, name));
}

function isOffered(file: SourceFile, name: string): boolean {
  if (/(?:^|\/)__init__\.pyi?$/.test(file.path)) return true;
  const { all } = exportsOf(file);
  return all !== undefined && (!all.complete || all.names.has(name));
}

function hasWord(workspace: Workspace, path: string, word: string): boolean {
  const pattern = new RegExp(`(?<!\\w)${word.replaceAll('.', '\\.')}(?!\\w)`);
  return pattern.test(workspace.read(path) ?? '');
}

/** `views.is_on`, and `setattr(views, 'is_on', …)`. */
function isMember(text: string, name: string): boolean {
  return text.includes(`.${name}`) || text.includes(`'${name}'`) || text.includes(`"${name}"`);
}

function takesFrom(workspace: Workspace, path: string, module: string, name: string): boolean {
  const other = parsedFile(workspace, path);
  // A file that does not parse may do anything.
  if (!other) return true;
  const isModule = (specifier: string) => isModuleAt(workspace, path, specifier, module);
  return importsOf(other).some(({ specifier, names }) => {
    const join = specifier.endsWith('.') ? '' : '.';
    return names.some(({ imported }) => {
      if (imported === name) return isModule(specifier);
      const asModule = imported === '*' ? specifier : `${specifier}${join}${imported}`;
      return isMember(other.text, name) && isModule(asModule);
    });
  });
}

/** What takes all names from here may pass any of them on without a word. */
function starsFrom(workspace: Workspace, path: string, module: string): boolean {
  const other = parsedFile(workspace, path);
  if (!other) return true;
  return importsOf(other).some(
    ({ kind, specifier }) => kind === 'star' && isModuleAt(workspace, path, specifier, module),
  );
}

function isModuleAt(workspace: Workspace, from: string, specifier: string, module: string): boolean {
  const found = resolveModule(workspace, from, specifier);
  return found.kind === 'unresolved' ? found.candidates.includes(module) : found.path === module;
}

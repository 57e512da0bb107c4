import type { Workspace } from '@ffsd/workspace';
import { memberAccess } from '../dotted-name.ts';
import { exportsOf } from '../modules/exports-of.ts';
import type { ModuleLocation } from '../modules/find-module.ts';
import { type ImportedName, importsOf, type ModuleImport } from '../modules/imports-of.ts';
import { resolveModule, submoduleOf } from '../modules/resolve-module.ts';
import type { SourceFile } from '../parse.ts';
import { scopesOf } from '../scopes.ts';
import { memberUse } from './member-uses.ts';
import type { ReferenceList } from './reference-list.ts';
import type { Target } from './target.ts';

/** What a file does with the target through its imports: by name, by star, and as a member of a module. */
export function addImported(
  workspace: Workspace,
  file: SourceFile,
  target: Target,
  name: string,
  list: ReferenceList,
  alias: (name: string) => void,
): void {
  for (const one of importsOf(file)) {
    for (const imported of one.names) {
      if (one.kind === 'star') continue;
      if (imported.imported === name) addNamed(workspace, file, one, imported, target, list, alias);
      addMembers(workspace, file, imported, target, name, list);
    }
  }
  if (importsOf(file).some(({ kind }) => kind === 'star')) addStarred(file, target, name, list);
}

/** `from mod import name`. */
function addNamed(
  workspace: Workspace,
  file: SourceFile,
  { specifier }: ModuleImport,
  { imported, local, node }: ImportedName,
  target: Target,
  list: ReferenceList,
  alias: (name: string) => void,
): void {
  const place = node.type === 'ImportAlias' ? node.name : node;
  const module = resolveModule(workspace, file.path, specifier);
  if (module.kind === 'unresolved') {
    const mayBe = module.candidates.some((path) => target.isMeant(target.resolve(path, imported)));
    if (mayBe && module.code !== 'missing') list.addTextual(file.path, place.start, place, 'uncertain-import');
    return;
  }
  const resolution = target.member(module, file.path, imported);
  if (!target.isMeant(resolution)) {
    if (target.mayBeMeant(resolution)) list.addTextual(file.path, place.start, place, 'uncertain-import');
    return;
  }
  list.add(file.path, place.start, place, 'import');
  const binding = local && scopesOf(file).bindingOf(local);
  if (!binding) return;
  for (const reference of binding.references) list.addReference(file.path, reference);
  if (binding.scope.kind !== 'global') return;
  alias(binding.name);
  for (const mention of exportsOf(file).all?.names.get(binding.name) ?? [])
    list.add(file.path, mention.start, mention, 'export');
}

/** `mod.name`, wherever the import brings a module. */
function addMembers(
  workspace: Workspace,
  file: SourceFile,
  imported: ImportedName,
  target: Target,
  name: string,
  list: ReferenceList,
): void {
  const { local, node } = imported;
  const places = local
    ? (scopesOf(file).bindingOf(local)?.references ?? []).map((reference) => reference.node)
    : [node];
  // A chain with the name, or the bare module: else nothing here can mean it, and the other module is not parsed.
  const used = places.filter((place) => imported.imported === '*' || mayUse(place, name));
  if (used.length === 0) return;
  const module = moduleOf(
    workspace,
    file,
    imported,
    target,
    used.some((place) => memberAccess(place)),
  );
  if (!module) return;
  for (const place of used) {
    const use = memberUse(target, file.path, place, module, name);
    if (use?.kind === 'textual') {
      const code =
        use.node.type === 'Name' && use.node.parent?.type === 'Attribute' && use.node.parent.attr === use.node
          ? 'uncertain-import'
          : 'module-handed-on';
      list.addTextual(file.path, use.node.start, use.node, code);
    } else if (use) list.add(file.path, use.node.start, use.node, use.kind);
  }
}

function mayUse(place: ImportedName['node'] | NonNullable<ImportedName['local']>, name: string): boolean {
  let access = memberAccess(place);
  if (!access) return true;
  for (; access; access = memberAccess(access)) if (access.attr.value === name) return true;
  return false;
}

/** The module that the import brings; a name that is handed on bare is taken for a module only when a submodule is called so. */
function moduleOf(
  workspace: Workspace,
  file: SourceFile,
  { imported, module: specifier }: ImportedName,
  target: Target,
  isAccessed: boolean,
): ModuleLocation | undefined {
  const module = resolveModule(workspace, file.path, specifier);
  if (module.kind === 'unresolved') return undefined;
  if (imported === '*') return module;
  if (!isAccessed) return submoduleOf(workspace, module, imported);
  const found = target.member(module, file.path, imported).definitions.find((one) => one.kind === 'module');
  return found?.kind === 'module' ? found.module : undefined;
}

/** Names that nothing in the file binds may come by a star. */
function addStarred(file: SourceFile, target: Target, name: string, list: ReferenceList): void {
  const references = scopesOf(file)
    .unresolved()
    .filter((reference) => reference.name === name);
  if (references.length === 0 || !target.isMeant(target.resolve(file.path, name))) return;
  for (const reference of references) list.addReference(file.path, reference);
  for (const mention of exportsOf(file).all?.names.get(name) ?? [])
    list.add(file.path, mention.start, mention, 'export');
}

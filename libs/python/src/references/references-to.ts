import type { Workspace } from '@ffsd/workspace';
import { exportsOf } from '../modules/exports-of.ts';
import { isCode, parsedFile } from '../modules/parsed-file.ts';
import { addImported } from './add-imported.ts';
import { isMixed } from './importers-of.ts';
import { memberReferences } from './member-references.ts';
import { offsetsOf } from './occurrences.ts';
import type { ExportReference } from './reference.ts';
import { ReferenceList } from './reference-list.ts';
import { stringMentions, textMentions } from './string-mentions.ts';
import { type Target, targetOf } from './target.ts';
import { unknownReceivers } from './unknown-receivers.ts';

/**
 * All places of the workspace that refer to a name of a module, those of its own file included, sorted by path and offset.
 *
 * Only files whose text contains the name, or another name under which it is imported and passed on, are parsed, and what they
 * import. The first place that gives the name its value is no reference; those after it are `write`.
 *
 * `Class.member` is a member of a class. Its receivers are known where they are `self`, the class, an object made on the spot, or a
 * variable that is annotated or assigned once; for all others the place is `textual`.
 *
 * @param path the file of a module that has the name, be it its own or imported
 * @returns undefined when there is no such name
 */
export function referencesTo(
  workspace: Workspace,
  path: string,
  exportedName: string,
): readonly ExportReference[] | undefined {
  const dot = exportedName.lastIndexOf('.');
  if (dot > 0) return memberReferences(workspace, path, exportedName.slice(0, dot), exportedName.slice(dot + 1));
  const target = targetOf(workspace, path, exportedName);
  if (!target) return undefined;
  const list = new ReferenceList();
  const seen = new Set<string>();
  const waiting = [exportedName];
  const alias = (name: string) => {
    if (!seen.has(name)) waiting.push(name);
  };
  addOwn(workspace, target, list, alias);
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const candidate of workspace.search([name])) addFrom(workspace, candidate, target, name, list, alias);
  }
  return list.sorted();
}

/** The references in the files that define it. */
function addOwn(workspace: Workspace, target: Target, list: ReferenceList, alias: (name: string) => void): void {
  for (const definition of target.definitions) {
    if (definition.kind !== 'name') continue;
    const { path, binding } = definition;
    const file = parsedFile(workspace, path);
    if (!file) continue;
    alias(binding.name);
    for (const reference of binding.references) list.addReference(path, reference);
    for (const { nameNode, kind } of binding.assignments.slice(1)) {
      if (nameNode && kind !== 'declaration') {
        list.add(path, nameNode.start, nameNode, kind === 'import' ? 'import' : 'write');
      }
    }
    for (const mention of exportsOf(file).all?.names.get(binding.name) ?? [])
      list.add(path, mention.start, mention, 'export');
  }
}

function addFrom(
  workspace: Workspace,
  path: string,
  target: Target,
  name: string,
  list: ReferenceList,
  alias: (name: string) => void,
): void {
  if (/\.(?:toml|cfg|ini|ya?ml|json)$/.test(path)) {
    for (const { offset } of textMentions(workspace, path, target, name)) list.add(path, offset, undefined, 'string');
    return;
  }
  if (!isCode(path)) {
    if (isMixed(path)) addText(workspace, path, name, 'no-tree', list);
    return;
  }
  const file = parsedFile(workspace, path);
  if (!file) {
    addText(workspace, path, name, 'unparsable', list);
    return;
  }
  addImported(workspace, file, target, name, list, alias);
  for (const { offset, node } of stringMentions(workspace, file, target, name)) list.add(path, offset, node, 'string');
  for (const node of unknownReceivers(file, name)) list.addTextual(path, node.start, node, 'unknown-receiver');
}

function addText(
  workspace: Workspace,
  path: string,
  name: string,
  code: 'no-tree' | 'unparsable',
  list: ReferenceList,
): void {
  for (const offset of offsetsOf(workspace.read(path) ?? '', name)) list.addTextual(path, offset, undefined, code);
}

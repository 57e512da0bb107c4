import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import {
  importsOf,
  parentsOf,
  parsedFile,
  resolveExport,
  resolveModule,
  scopesOf,
  withoutTypes,
} from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import type { FunctionNode } from './function-at.ts';
import { anchorOf, functionIn, isFunctionNode } from './function-at.ts';

/** A function of the workspace, and how it is found again: see `functionAt`. */
export interface FunctionPlace {
  readonly file: SourceFile;
  readonly fn: FunctionNode;
  readonly anchor: number;
}

/**
 * The function that a name means where it is called or rendered: of this file, or of the one that it is imported from.
 *
 * @param callee an identifier, `module.name`, or the name of a JSX element
 */
export function calleeOf(workspace: Workspace, file: SourceFile, callee: Node): FunctionPlace | undefined {
  const node = withoutTypes(callee);
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return ofName(workspace, file, node);
  const isMember = node.type === 'MemberExpression' || node.type === 'JSXMemberExpression';
  if (!isMember || (node.type === 'MemberExpression' && node.computed)) return undefined;
  const { object, property } = node;
  if (object.type === 'ThisExpression') return ofOwnClass(file, node, property);
  const imported = importedAs(file, scopesOf(file).bindingOf(object)?.declarations[0]);
  if (imported?.name !== '*' || (property.type !== 'Identifier' && property.type !== 'JSXIdentifier')) return undefined;
  return ofExport(workspace, file, imported.specifier, property.name);
}

/** `this.show()` and `this.#show()`. */
function ofOwnClass(file: SourceFile, node: Node, key: Node): FunctionPlace | undefined {
  const name = file.text.slice(key.start!, key.end!);
  for (const outer of parentsOf(file).ancestors(node)) {
    if (outer.type !== 'ClassBody') continue;
    for (const fn of outer.body) {
      if (!isFunctionNode(fn) || !('key' in fn)) continue;
      if (file.text.slice(fn.key.start!, fn.key.end!) === name) return { file, fn, anchor: anchorOf(file, fn) };
    }
    return undefined;
  }
  return undefined;
}

function ofName(workspace: Workspace, file: SourceFile, identifier: Node): FunctionPlace | undefined {
  const binding = scopesOf(file).bindingOf(identifier);
  if (!binding) return undefined;
  if (binding.kind === 'import') {
    const imported = importedAs(file, binding.declarations[0]);
    return imported && imported.name !== '*' ? ofExport(workspace, file, imported.specifier, imported.name) : undefined;
  }
  for (const declaration of binding.declarations) {
    const owner = parentsOf(file).parent(declaration);
    const found = owner && ofDeclaration(file, owner);
    if (found) return found;
  }
  return undefined;
}

function ofExport(workspace: Workspace, file: SourceFile, specifier: string, name: string): FunctionPlace | undefined {
  const path = resolveModule(workspace, file.path, specifier);
  const found = path === undefined ? undefined : resolveExport(workspace, path, name);
  const target = found && parsedFile(workspace, found.path);
  return target && ofDeclaration(target, found.declaration);
}

function ofDeclaration(file: SourceFile, declaration: Node): FunctionPlace | undefined {
  if (declaration.type === 'VariableDeclarator' && declaration.id.type !== 'Identifier') return undefined;
  const expression = declaration.type === 'VariableDeclarator' ? declaration.init : declaration;
  const fn = expression ? (isFunctionNode(expression) ? expression : functionIn(file, expression)) : undefined;
  return fn && { file, fn, anchor: anchorOf(file, fn) };
}

function importedAs(
  file: SourceFile,
  local: Node | undefined,
): { readonly specifier: string; readonly name: string } | undefined {
  if (!local) return undefined;
  for (const { specifier, names } of importsOf(file)) {
    const found = names.find((one) => one.local === local);
    if (found) return { specifier, name: found.imported };
  }
  return undefined;
}

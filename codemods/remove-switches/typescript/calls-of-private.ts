import type { Class, Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, parentsOf, walk } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { isNamedByTemplate } from '../angular/named-by-template.ts';
import type { FunctionUses, UsePlaceOf } from './calls-of.ts';
import type { FunctionNode } from './function-at.ts';

/**
 * The calls of a private method: all of them stand in its class. `#show` cannot be reached from elsewhere; `private show` can, by who
 * gets round the types, so no other file may have a member of its name.
 *
 * @returns undefined for a method that others may call
 */
export function callsOfPrivate(workspace: Workspace, file: SourceFile, fn: FunctionNode): FunctionUses | undefined {
  const method = privateMethod(file, fn);
  if (!method) return undefined;
  const { name, owner, hard } = method;
  const parents = parentsOf(file);
  const uses: { file: SourceFile; node: Node; kind: 'call' }[] = [];
  const places: UsePlaceOf[] = [];
  let unknown: FunctionUses['unknown'];
  const doubt = (node: Node, because: string) => {
    unknown ??= { path: file.path, offset: node.start!, because };
  };
  walk(owner, (node) => {
    if (!hard && node.type === 'StringLiteral' && node.value === name) doubt(node, 'a text has its name');
    if (node.type === 'ObjectProperty' && !node.computed && !hard && isNamed(node.key, name))
      doubt(node, 'it may be taken out of its object');
    if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return;
    if (node.computed || !(hard ? isPrivate(node.property, name) : isNamed(node.property, name))) return;
    places.push({ path: file.path, offset: node.property.start! });
    const call = parents.parent(node);
    const isCall = call?.type === 'CallExpression' || call?.type === 'OptionalCallExpression';
    if (isCall && call.callee === node) uses.push({ file, node: call, kind: 'call' });
    else doubt(node, 'it is used as a value');
  });
  if (!hard && isNamedByTemplate(workspace, file, owner, name)) doubt(fn, 'a template has its name');
  const other = hard ? undefined : otherFileWith(workspace, file.path, name);
  if (other !== undefined) unknown ??= { path: other, offset: 0, because: 'another file has a member of its name' };
  return { file, fn, calls: uses, unknown, typed: [], mocks: [], statics: [], places, exportedAs: [], wrappers: [] };
}

interface PrivateMethod {
  readonly name: string;
  readonly owner: Class;
  readonly hard: boolean;
}

function privateMethod(file: SourceFile, fn: FunctionNode): PrivateMethod | undefined {
  if (fn.type !== 'ClassMethod' && fn.type !== 'ClassPrivateMethod') return undefined;
  const parents = parentsOf(file);
  const body = parents.parent(fn);
  const owner = body && parents.parent(body);
  if (body?.type !== 'ClassBody' || (owner?.type !== 'ClassDeclaration' && owner?.type !== 'ClassExpression'))
    return undefined;
  // What has a decorator is called by a framework.
  if (fn.kind !== 'method' || fn.decorators?.length) return undefined;
  const hard = fn.type === 'ClassPrivateMethod';
  if (!hard && (fn.computed || fn.accessibility !== 'private' || fn.key.type !== 'Identifier')) return undefined;
  const name = fn.type === 'ClassPrivateMethod' ? fn.key.id.name : (fn.key as { name: string }).name;
  // Overloads, or a static one of the same name.
  const same = body.body.filter((one) => 'key' in one && (isPrivate(one.key, name) || isNamed(one.key, name)));
  return same.length === 1 ? { name, owner, hard } : undefined;
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function isPrivate(node: Node, name: string): boolean {
  return node.type === 'PrivateName' && node.id.name === name;
}

/** `(shop as any).show(false)`, `shop['show']`, and templates, which know no types. */
function otherFileWith(workspace: Workspace, own: string, name: string): string | undefined {
  const member = new RegExp(`\\.\\s*${name}(?![\\w$])|\\[\\s*['"\`]${name}['"\`]`);
  return workspace.search([name]).find((path) => {
    if (path === own) return false;
    const text = workspace.read(path) ?? '';
    return isCode(path) ? member.test(text) : /\.(?:html|vue|svelte|astro|mdx)$/.test(path) && text.includes(name);
  });
}

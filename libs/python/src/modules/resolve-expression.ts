import type { Workspace } from '@ffsd/workspace';
import type { AnyNode, Name } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { scopesOf } from '../scopes.ts';
import { importsOf } from './imports-of.ts';
import { type Resolution, resolveEntry, resolveExport, resolveMember } from './resolve-export.ts';

/**
 * What `name` and `module.name` stand for in a file, other files included.
 *
 * @returns undefined where the name is that of a local variable or parameter, or of a builtin, and where the expression is no dotted
 *   name, or one of an object that is no module: `Class.attribute`
 */
export function resolveExpression(workspace: Workspace, file: SourceFile, node: AnyNode): Resolution | undefined {
  if (node.type === 'Name') return resolveName(workspace, file, node);
  if (node.type !== 'Attribute') return undefined;
  const receiver = resolveExpression(workspace, file, node.value);
  const [module, ...more] = receiver?.definitions ?? [];
  if (!receiver) return undefined;
  if (module?.kind === 'module' && more.length === 0) {
    return resolveMember(workspace, module.module, file.path, node.attr.value);
  }
  if (receiver.definitions.length > 0) return undefined;
  // An attribute of what comes from outside comes from outside.
  const outside = receiver.outside.map(({ module: from, name }) =>
    name === '*' ? { module: from, name: node.attr.value } : { module: from, name: `${name}.${node.attr.value}` },
  );
  return outside.length === 0 ? undefined : { definitions: [], outside, uncertain: receiver.uncertain };
}

function resolveName(workspace: Workspace, file: SourceFile, node: Name): Resolution | undefined {
  const scopes = scopesOf(file);
  const binding = scopes.bindingOf(node);
  if (!binding) {
    return scopes.scope.starImports.length > 0 ? resolveExport(workspace, file.path, node.value) : undefined;
  }
  if (binding.scope === scopes.scope) return resolveExport(workspace, file.path, binding.name);
  // A function may import on its own.
  const [assignment, ...more] = binding.assignments;
  if (assignment?.kind !== 'import' || more.length > 0) return undefined;
  for (const { names } of importsOf(file)) {
    const crossing = names.find(({ local }) => local === assignment.nameNode);
    if (!crossing) continue;
    const { imported, module: specifier } = crossing;
    return resolveEntry(
      workspace,
      file.path,
      imported === '*'
        ? { kind: 'module', specifier, certain: true }
        : { kind: 'from', specifier, imported, certain: true },
    );
  }
  return undefined;
}

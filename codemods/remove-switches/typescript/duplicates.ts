import type { Node } from '@babel/types';
import type { Binding, SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf, walk } from '@ffsd/typescript';

/**
 * What the file declares twice where the language or its readers expect it once, with one entry for each time too many.
 *
 * The parser refuses most of it. It lets pass an import and a local of one name, because the import may be a type; two functions of
 * one name in a function, of which the second one wins silently; and members, keys and exports that come twice.
 */
export function duplicatesIn(file: SourceFile): readonly string[] {
  const scopes = scopesOf(file);
  const names: string[] = [];
  const perScope = new Map<Binding['scope'], Map<string, number>>();
  for (const binding of scopes.bindings()) {
    if (binding.redeclared) names.push(binding.name);
    names.push(
      ...binding.declarations
        .filter((one) => hasBody(file, one))
        .slice(1)
        .map(() => binding.name),
    );
    if (!isValue(binding)) continue;
    const counts = perScope.get(binding.scope) ?? new Map<string, number>();
    perScope.set(binding.scope, counts.set(binding.name, (counts.get(binding.name) ?? 0) + 1));
  }
  for (const counts of perScope.values()) {
    for (const [name, count] of counts) if (count > 1) names.push(name);
  }
  walk(file.tree.program, (node) => {
    const keys = keysOf(node);
    names.push(...keys.filter((key, at) => keys.indexOf(key) !== at));
  });
  return names;
}

function isValue({ kind }: Binding): boolean {
  switch (kind) {
    case 'var':
    case 'let':
    case 'const':
    case 'using':
    case 'function':
    case 'class':
    case 'enum':
    case 'import':
    case 'param':
    case 'param-property':
      return true;
    default:
      return false;
  }
}

/** Overloads have none. */
function hasBody(file: SourceFile, name: Node): boolean {
  const owner = parentsOf(file).parent(name);
  return owner?.type === 'FunctionDeclaration' && owner.id === name;
}

function keysOf(node: Node): readonly string[] {
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((one) =>
        one.type === 'SpreadElement' || one.computed ? [] : keyOf(one.key, one.type === 'ObjectMethod' ? one.kind : ''),
      );
    case 'ClassBody':
      return node.body.flatMap((one) => {
        if (one.type !== 'ClassMethod' && one.type !== 'ClassProperty') return [];
        return one.computed ? [] : keyOf(one.key, `${one.static ? 'static ' : ''}${'kind' in one ? one.kind : ''}`);
      });
    case 'Program':
      return node.body.flatMap((one) => {
        if (one.type === 'ExportDefaultDeclaration') return isOverload(one.declaration) ? [] : ['default'];
        if (one.type !== 'ExportNamedDeclaration') return [];
        return one.specifiers.flatMap(({ exported }) => keyOf(exported, 'export'));
      });
    default:
      return [];
  }
}

function isOverload({ type }: Node): boolean {
  return type === 'TSDeclareFunction' || type === 'TSInterfaceDeclaration';
}

/** A getter and a setter of one name are two halves, and a static member is another one. */
function keyOf(key: Node, kind: string): readonly string[] {
  const half = /^(?:static )?(?:get|set)$/.test(kind) ? `${kind} ` : kind.startsWith('static') ? 'static ' : '';
  switch (key.type) {
    case 'Identifier':
      return [`${half}${key.name}`];
    case 'StringLiteral':
    case 'NumericLiteral':
      return [`${half}${key.value}`];
    default:
      return [];
  }
}

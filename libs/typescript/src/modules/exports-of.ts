import type { Node, Statement } from '@babel/types';
import { parentsOf } from '../parents.ts';
import type { SourceFile } from '../parse.ts';
import { type Binding, value } from '../scopes/binding.ts';
import { scopesOf } from '../scopes.ts';
import { importsOf, nameOf } from './imports-of.ts';

/** What stands behind one exported name: something of this file, or a name of another module (`*`: all of it). */
export type ExportEntry =
  | { readonly kind: 'local'; readonly declaration: Node; readonly binding: Binding | undefined }
  | { readonly kind: 'from'; readonly specifier: string; readonly imported: string };

export interface ExportTable {
  readonly named: ReadonlyMap<string, ExportEntry>;
  /** The modules of `export * from`. */
  readonly stars: readonly string[];
}

/** The exports of ES modules, and the plain forms of CommonJS: `module.exports = …`, `exports.a = …`. */
export function exportsOf(file: SourceFile): ExportTable {
  let table = cache.get(file);
  if (!table) {
    table = collect(file);
    cache.set(file, table);
  }
  return table;
}

const cache = new WeakMap<SourceFile, ExportTable>();

type Named = Map<string, ExportEntry>;

function collect(file: SourceFile): ExportTable {
  const named: Named = new Map();
  const stars: string[] = [];
  for (const { kind, specifier, names } of importsOf(file)) {
    if (kind !== 're-export') continue;
    for (const { imported, exported } of names) {
      if (exported === undefined) stars.push(specifier);
      else named.set(exported, { kind: 'from', specifier, imported });
    }
  }
  addDeclared(named, file);
  for (const statement of file.tree.program.body) if (!isProp(statement, file)) addStatement(statement, named, file);
  return { named, stars };
}

/** `export let open` in a component of Svelte is what others give an instance, and no export of the module. */
function isProp({ start, end }: Node, { component }: SourceFile): boolean {
  return (
    component?.dialect === 'svelte' &&
    component.scripts.some((script) => script.isPerInstance && script.start <= start! && end! <= script.end)
  );
}

function addStatement(statement: Statement, named: Named, file: SourceFile): void {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      if (statement.source) return;
      for (const specifier of statement.specifiers) {
        if (specifier.type === 'ExportSpecifier') {
          named.set(nameOf(specifier.exported), entryOf(specifier.local, file));
        }
      }
      break;
    case 'ExportDefaultDeclaration':
      named.set('default', entryOf(statement.declaration, file));
      break;
    case 'TSExportAssignment':
      named.set('default', entryOf(statement.expression, file));
      break;
    case 'TSImportEqualsDeclaration':
      if (statement.isExport) named.set(statement.id.name, entryOf(statement.id, file));
      break;
    case 'ExpressionStatement':
      addCommonJs(statement.expression, named, file);
      break;
  }
}

/** `export const { a, b } = …`, `export function f() {}` and so on. */
function addDeclared(named: Named, file: SourceFile): void {
  const parents = parentsOf(file);
  for (const bindings of scopesOf(file).scope.names.values()) {
    // Of a constant and a type of one name, the constant.
    for (const binding of [...bindings].sort((one, other) => (other.meanings & value) - (one.meanings & value))) {
      if (!binding.exported || named.has(binding.name)) continue;
      const owner = mainDeclaration(binding, file);
      const parent = parents.parent(owner);
      const statement = parent?.type === 'VariableDeclaration' ? parents.parent(parent) : parent;
      if (statement?.type !== 'ExportNamedDeclaration' || isProp(statement, file)) continue;
      named.set(binding.name, { kind: 'local', declaration: owner, binding });
    }
  }
}

/** The declaration with a body, if there is one: not an overload, not an interface that adds to a class. */
function mainDeclaration(binding: Binding, file: SourceFile): Node {
  const owners = binding.declarations.map((declaration) => ownerOf(declaration, file));
  return owners.find(({ type }) => type !== 'TSDeclareFunction' && type !== 'TSInterfaceDeclaration') ?? owners[0]!;
}

function addCommonJs(expression: Node, named: Named, file: SourceFile): void {
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return;
  const { left, right } = expression;
  if (left.type !== 'MemberExpression' || left.computed) return;
  if (isModuleExports(left)) {
    named.set('default', entryOf(right, file));
    if (right.type !== 'ObjectExpression') return;
    for (const property of right.properties) {
      if (property.type === 'SpreadElement' || property.computed) continue;
      const exported = property.type === 'ObjectProperty' ? property.value : property;
      named.set(nameOf(property.key), entryOf(exported, file));
    }
    return;
  }
  const isExports = left.object.type === 'Identifier' && left.object.name === 'exports';
  if (isExports || isModuleExports(left.object)) named.set(nameOf(left.property), entryOf(right, file));
}

function isModuleExports(node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.computed) return false;
  return node.object.type === 'Identifier' && node.object.name === 'module' && nameOf(node.property) === 'exports';
}

/** Of a name that is imported here, the module it comes from; of any other expression, the expression. */
function entryOf(node: Node, file: SourceFile): ExportEntry {
  const isNamed = node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration';
  const name = node.type === 'Identifier' ? node : isNamed ? node.id : undefined;
  const binding = name ? scopesOf(file).bindingOf(name) : undefined;
  const declaration = binding?.declarations[0];
  if (!declaration) return { kind: 'local', declaration: node, binding: undefined };
  for (const { specifier, names, kind } of importsOf(file)) {
    const imported = kind === 're-export' ? undefined : names.find(({ local }) => local === declaration);
    if (imported) return { kind: 'from', specifier, imported: imported.imported };
  }
  return { kind: 'local', declaration: mainDeclaration(binding, file), binding };
}

/** The node that declares a name: the declarator, also around a pattern; the function, class, enum, type. */
function ownerOf(name: Node, file: SourceFile): Node {
  for (const node of parentsOf(file).ancestors(name))
    if (/Declar|^TypeAlias$|^OpaqueType$/.test(node.type)) return node;
  return name;
}

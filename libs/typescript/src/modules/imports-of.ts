import type {
  CallExpression,
  ExportNamedDeclaration,
  Identifier,
  ImportDeclaration,
  ImportExpression,
  Node,
  Statement,
  StringLiteral,
} from '@babel/types';
import { isGlobal } from '../known-globals.ts';
import { parentsOf } from '../parents.ts';
import type { SourceFile } from '../parse.ts';
import { walk } from '../walk.ts';

/** One name that crosses from another module. */
export interface ImportedName {
  /** The name over there; `default`; or `*` for the module as an object, `*` of `export *` included. */
  readonly imported: string;
  /** The name that an import declares here; undefined when it is only passed on or used on the spot. */
  readonly local: Identifier | undefined;
  /** The name under which a re-export passes it on. */
  readonly exported: string | undefined;
  readonly typeOnly: boolean;
  /** The specifier, the property of the pattern, the member read, or the whole import. */
  readonly node: Node;
}

/** One place that names another module. */
export interface ModuleImport {
  readonly kind: 'import' | 're-export' | 'require' | 'dynamic' | 'type';
  readonly specifier: string;
  readonly source: StringLiteral;
  /** The declaration or the call. */
  readonly node: Node;
  readonly typeOnly: boolean;
  /** Only loads the module: `import 'x'`, `require('x');`. */
  readonly sideEffectOnly: boolean;
  readonly names: readonly ImportedName[];
}

/** All imports, re-exports, requires, dynamic imports and `import('x')` types of a file, in source order. */
export function importsOf(file: SourceFile): readonly ModuleImport[] {
  let imports = cache.get(file);
  if (!imports) {
    imports = collect(file);
    cache.set(file, imports);
  }
  return imports;
}

const cache = new WeakMap<SourceFile, readonly ModuleImport[]>();

function collect(file: SourceFile): readonly ModuleImport[] {
  const imports: ModuleImport[] = file.tree.program.body.flatMap((statement) => ofStatement(statement) ?? []);
  // The walk over the whole tree is only for the files that need it.
  if (/\b(?:require|import)\s*(?:\/\*|\/\/|\()/.test(file.text)) {
    walk(file.tree.program, (node) => {
      const found = ofExpression(node, file);
      if (found) imports.push(found);
    });
    imports.sort((one, other) => one.node.start! - other.node.start!);
  }
  return imports;
}

function ofStatement(node: Statement): ModuleImport | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return ofImport(node);
    case 'ExportNamedDeclaration':
      return node.source ? ofReExport(node, node.source) : undefined;
    case 'ExportAllDeclaration': {
      const typeOnly = node.exportKind === 'type';
      const names = [{ imported: '*', local: undefined, exported: undefined, typeOnly, node }];
      return { ...at(node, node.source), kind: 're-export', typeOnly, sideEffectOnly: false, names };
    }
    case 'TSImportEqualsDeclaration': {
      const { moduleReference, id } = node;
      if (moduleReference.type !== 'TSExternalModuleReference') return undefined;
      const typeOnly = node.importKind === 'type';
      const names = [{ imported: '*', local: id, exported: node.isExport ? id.name : undefined, typeOnly, node }];
      return { ...at(node, moduleReference.expression), kind: 'require', typeOnly, sideEffectOnly: false, names };
    }
    default:
      return undefined;
  }
}

function ofImport(node: ImportDeclaration): ModuleImport {
  const typeOnly = isType(node.importKind);
  const names = node.specifiers.map((specifier): ImportedName => {
    const { local } = specifier;
    const own = { local, exported: undefined, node: specifier };
    if (specifier.type === 'ImportNamespaceSpecifier') return { ...own, imported: '*', typeOnly };
    if (specifier.type === 'ImportDefaultSpecifier') return { ...own, imported: 'default', typeOnly };
    return { ...own, imported: nameOf(specifier.imported), typeOnly: typeOnly || isType(specifier.importKind) };
  });
  const sideEffectOnly = names.length === 0 && !typeOnly;
  return { ...at(node, node.source), kind: 'import', typeOnly, sideEffectOnly, names };
}

function ofReExport(node: ExportNamedDeclaration, source: StringLiteral): ModuleImport {
  const typeOnly = node.exportKind === 'type';
  const names = node.specifiers.map((specifier): ImportedName => {
    const own = { local: undefined, exported: nameOf(specifier.exported), node: specifier, typeOnly };
    if (specifier.type === 'ExportNamespaceSpecifier') return { ...own, imported: '*' };
    if (specifier.type === 'ExportDefaultSpecifier') return { ...own, imported: 'default' };
    return { ...own, imported: nameOf(specifier.local), typeOnly: typeOnly || isType(specifier.exportKind) };
  });
  return { ...at(node, source), kind: 're-export', typeOnly, sideEffectOnly: false, names };
}

function ofExpression(node: Node, file: SourceFile): ModuleImport | undefined {
  if (node.type === 'TSImportType') {
    if (node.argument.type !== 'StringLiteral') return undefined;
    let qualifier: Node | null | undefined = node.qualifier;
    while (qualifier?.type === 'TSQualifiedName') qualifier = qualifier.left;
    const imported = qualifier?.type === 'Identifier' ? qualifier.name : '*';
    const names = [{ imported, local: undefined, exported: undefined, typeOnly: true, node: qualifier ?? node }];
    return { ...at(node, node.argument), kind: 'type', typeOnly: true, sideEffectOnly: false, names };
  }
  const loaded = loadedModule(node, file);
  if (!loaded) return undefined;
  const { source, value } = loaded;
  const names = namesOfUse(value, file);
  const kind = isRequire(node) ? 'require' : 'dynamic';
  return { ...at(node, source), kind, typeOnly: false, sideEffectOnly: names.length === 0, names };
}

function at(node: Node, source: StringLiteral): Pick<ModuleImport, 'node' | 'source' | 'specifier'> {
  return { node, source, specifier: source.value };
}

/** The text of the module's name, and the expression that is the module. */
function loadedModule(node: Node, file: SourceFile): { source: StringLiteral; value: Node } | undefined {
  if (node.type === 'ImportExpression') return moduleOf(node, (node as ImportExpression).source, file);
  if (node.type !== 'CallExpression') return undefined;
  const { callee } = node;
  if (callee.type !== 'Import' && !(isRequire(node) && isGlobal(callee, file))) return undefined;
  return moduleOf(node, node.arguments[0], file);
}

function moduleOf(node: Node, argument: Node | undefined, file: SourceFile) {
  if (argument?.type !== 'StringLiteral') return undefined;
  const parent = parentsOf(file).parent(node);
  return { source: argument, value: parent?.type === 'AwaitExpression' ? parent : node };
}

function isRequire(node: Node): node is CallExpression {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require';
}

/** What is taken from `require('x')`, `await import('x')` and `import('x').then(…)`; `*` when it cannot be told. */
function namesOfUse(value: Node, file: SourceFile): readonly ImportedName[] {
  const parents = parentsOf(file);
  const parent = parents.parent(value);
  const unknown = [{ ...passive, imported: '*', local: undefined, node: value }];
  if (parent?.type === 'ExpressionStatement') return [];
  if (value.type !== 'AwaitExpression' && !isRequire(value)) {
    const module = parent ? parameterOfThen(parent, parents.parent(parent)) : undefined;
    return (module && namesOfTarget(module, module)) ?? unknown;
  }
  if (parent?.type === 'MemberExpression' && parent.object === value && !parent.computed) {
    const above = parents.parent(parent);
    const id = above?.type === 'VariableDeclarator' && above.init === parent ? above.id : undefined;
    const local = id?.type === 'Identifier' ? id : undefined;
    return [{ ...passive, imported: nameOf(parent.property), local, node: parent.property }];
  }
  const isDeclared = parent?.type === 'VariableDeclarator' && parent.init === value;
  return (isDeclared ? namesOfTarget(parent.id, parent) : undefined) ?? unknown;
}

const passive = { exported: undefined, typeOnly: false };

/** `m` of `import('x').then((m) => …)`. */
function parameterOfThen(member: Node, call: Node | undefined): Node | undefined {
  if (member.type !== 'MemberExpression' || nameOf(member.property) !== 'then') return undefined;
  if (call?.type !== 'CallExpression' || call.callee !== member) return undefined;
  const [then] = call.arguments;
  return then?.type === 'ArrowFunctionExpression' || then?.type === 'FunctionExpression' ? then.params[0] : undefined;
}

/** The names that a declared name or pattern takes from a module; undefined when it takes what is left. */
function namesOfTarget(target: Node, node: Node): readonly ImportedName[] | undefined {
  if (target.type === 'Identifier') return [{ ...passive, imported: '*', local: target, node }];
  const names = target.type === 'ObjectPattern' ? target.properties.map(namedProperty) : [undefined];
  return names.every((name) => name !== undefined) ? names : undefined;
}

function namedProperty(property: Node): ImportedName | undefined {
  if (property.type !== 'ObjectProperty' || property.computed) return undefined;
  const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
  const local = target.type === 'Identifier' ? target : undefined;
  return { imported: nameOf(property.key), local, exported: undefined, typeOnly: false, node: property };
}

export function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : '';
}

function isType(kind: string | null | undefined): boolean {
  return kind === 'type' || kind === 'typeof';
}

import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import {
  isReassigned,
  parentsOf,
  parsedFile,
  resolveExport,
  resolveModule,
  scopesOf,
  withoutTypes,
} from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { nameOf } from './occurrences-of-key.ts';
import type { Known } from './site.ts';

/**
 * The value of an expression that is constant by itself: a literal, `undefined`, a `const` initialised with one, a member of an
 * enum or of a `const` object; here or in the file that it is imported from.
 *
 * @returns undefined when the value is not known before the program runs
 */
export function constantOf(workspace: Workspace, file: SourceFile, expression: Node, depth = 0): Known | undefined {
  if (depth > 8) return undefined;
  const node = withoutTypes(expression);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { value: node.value };
    case 'NullLiteral':
      return { value: null };
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? { value: node.quasis[0]!.value.cooked ?? '' } : undefined;
    case 'UnaryExpression': {
      const inner = constantOf(workspace, file, node.argument, depth + 1);
      if (!inner) return undefined;
      if (node.operator === '-' && typeof inner.value === 'number') return { value: -inner.value };
      if (node.operator === '!' && typeof inner.value === 'boolean') return { value: !inner.value };
      return node.operator === 'void' ? { value: undefined } : undefined;
    }
    case 'Identifier': {
      const declared = declarationOf(workspace, file, node);
      if (!declared)
        return node.name === 'undefined' && !scopesOf(file).bindingOf(node) ? { value: undefined } : undefined;
      return constantDeclaration(workspace, declared, depth);
    }
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return memberOf(workspace, file, node, depth);
    default:
      return undefined;
  }
}

/** The tree in which a name is declared, and the node that declares it. */
export interface Declared {
  readonly file: SourceFile;
  /** A VariableDeclarator, TSEnumDeclaration, ClassDeclaration and so on. */
  readonly node: Node;
}

/** Follows an identifier to its only declaration, through imports; undefined when it is assigned again or not found. */
export function declarationOf(workspace: Workspace, file: SourceFile, identifier: Node): Declared | undefined {
  const binding = scopesOf(file).bindingOf(identifier);
  if (!binding) return undefined;
  if (binding.kind === 'import' || binding.kind === 'import-type') {
    return importedDeclaration(workspace, file, binding.declarations[0]!);
  }
  if (binding.declarations.length !== 1 || isReassigned(binding)) return undefined;
  const node = ownerOf(file, binding.declarations[0]!);
  return node && { file, node };
}

function importedDeclaration(workspace: Workspace, file: SourceFile, local: Node): Declared | undefined {
  for (const statement of file.tree.program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const specifier = statement.specifiers.find((one) => one.local === local);
    if (!specifier) continue;
    const path = resolveModule(workspace, file.path, statement.source.value);
    if (path === undefined || specifier.type === 'ImportNamespaceSpecifier') return undefined;
    const imported = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
    const found = resolveExport(workspace, path, imported);
    const target = found && parsedFile(workspace, found.path);
    return found && target ? { file: target, node: found.declaration } : undefined;
  }
  return undefined;
}

/** The declaration that an identifier in declaring position belongs to. */
function ownerOf(file: SourceFile, identifier: Node): Node | undefined {
  for (const node of parentsOf(file).ancestors(identifier)) {
    if (/^(?:VariableDeclarator|FunctionDeclaration|ClassDeclaration|TSEnumDeclaration)$/.test(node.type)) return node;
    if (/Statement$|Function|^Program$/.test(node.type)) return undefined;
  }
  return undefined;
}

function constantDeclaration(workspace: Workspace, { file, node }: Declared, depth: number): Known | undefined {
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init) return undefined;
  if (!isConst(file, node)) return undefined;
  return constantOf(workspace, file, node.init, depth + 1);
}

function isConst(file: SourceFile, declarator: Node): boolean {
  const binding = scopesOf(file).bindingOf((declarator as Node & { type: 'VariableDeclarator' }).id);
  return binding !== undefined && (binding.kind === 'const' || (binding.kind !== 'var' && !isReassigned(binding)));
}

function memberOf(
  workspace: Workspace,
  file: SourceFile,
  node: Node & { type: 'MemberExpression' | 'OptionalMemberExpression' },
  depth: number,
): Known | undefined {
  const name = memberName(workspace, file, node, depth);
  if (name === undefined) return undefined;
  const object = withoutTypes(node.object);
  const owner = containerOf(workspace, file, object, depth + 1);
  return owner && propertyOf(workspace, owner, name, depth + 1);
}

function memberName(
  workspace: Workspace,
  file: SourceFile,
  node: Node & { type: 'MemberExpression' | 'OptionalMemberExpression' },
  depth: number,
): string | undefined {
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : undefined;
  const key = constantOf(workspace, file, node.property, depth + 1);
  return typeof key?.value === 'string' ? key.value : undefined;
}

/** The object literal or enum that an expression denotes. */
function containerOf(workspace: Workspace, file: SourceFile, node: Node, depth: number): Declared | undefined {
  if (depth > 8) return undefined;
  if (node.type === 'Identifier') {
    const declared = declarationOf(workspace, file, node);
    if (!declared) return undefined;
    if (declared.node.type === 'TSEnumDeclaration') return declared;
    if (declared.node.type !== 'VariableDeclarator' || !declared.node.init || !isConst(declared.file, declared.node))
      return undefined;
    return containerOf(workspace, declared.file, unfrozen(withoutTypes(declared.node.init)), depth + 1);
  }
  if (node.type === 'ObjectExpression') return { file, node };
  if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
    const outer = containerOf(workspace, file, withoutTypes(node.object), depth + 1);
    if (outer?.node.type !== 'ObjectExpression') return undefined;
    const property = findProperty(outer.node, node.property.name);
    return property && containerOf(workspace, outer.file, withoutTypes(property), depth + 1);
  }
  return undefined;
}

function unfrozen(node: Node): Node {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return node;
  const { object, property } = node.callee;
  const freeze =
    object.type === 'Identifier' &&
    object.name === 'Object' &&
    property.type === 'Identifier' &&
    property.name === 'freeze';
  return freeze && node.arguments[0] ? withoutTypes(node.arguments[0]) : node;
}

function propertyOf(workspace: Workspace, { file, node }: Declared, name: string, depth: number): Known | undefined {
  if (node.type === 'TSEnumDeclaration') {
    const member = node.members.find((one) => nameOf(one.id) === name);
    return member?.initializer ? constantOf(workspace, file, member.initializer, depth + 1) : undefined;
  }
  if (node.type !== 'ObjectExpression') return undefined;
  const value = findProperty(node, name);
  // A property of an object can be written to anywhere; only names and keys are taken from it, which nobody changes.
  const known = value && constantOf(workspace, file, value, depth + 1);
  return known && typeof known.value === 'string' ? known : undefined;
}

function findProperty(object: Node & { type: 'ObjectExpression' }, name: string): Node | undefined {
  if (object.properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  const found = object.properties.find(
    (one) => one.type === 'ObjectProperty' && !one.computed && nameOf(one.key) === name,
  );
  return found?.type === 'ObjectProperty' ? found.value : undefined;
}

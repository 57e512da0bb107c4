import type { Identifier, ImportDeclaration, JSXIdentifier, Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isReassigned, parentsOf, scopesOf, withoutTypes } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { declarationOf } from './constant-of.ts';

/**
 * Whether an expression is known to come from one of the modules: it was imported from there, created by what was imported
 * from there, or has a type that was imported from there.
 *
 * By the name of a method alone nothing is known: `map.variation('x')` is no flag read.
 */
export function comesFrom(
  workspace: Workspace,
  file: SourceFile,
  expression: Node,
  modules: readonly string[],
  depth = 0,
): boolean {
  if (depth > 6) return false;
  const node = withoutTypes(expression);
  const again = (next: Node, where: SourceFile = file) => comesFrom(workspace, where, next, modules, depth + 1);
  switch (node.type) {
    case 'AwaitExpression':
      return again(node.argument);
    case 'NewExpression':
    case 'CallExpression':
    case 'OptionalCallExpression':
      return again(node.callee) || returnsTypeFrom(workspace, file, node.callee, modules);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      if (node.object.type === 'ThisExpression') return fieldComesFrom(file, node, modules, again);
      return again(node.object);
    case 'JSXMemberExpression':
      return again(node.object);
    case 'Identifier':
    case 'JSXIdentifier':
      return nameComesFrom(workspace, file, node, modules, again);
    default:
      return false;
  }
}

/** The name under which an identifier was exported by one of the modules it is imported from. */
export function importedName(file: SourceFile, identifier: Node, modules: readonly string[]): string | undefined {
  const binding = scopesOf(file).bindingOf(identifier as Identifier);
  const found = binding && importOf(file, binding.declarations[0]!);
  if (!found || !isOneOf(found.declaration.source.value, modules)) return undefined;
  const { specifier } = found;
  if (specifier.type !== 'ImportSpecifier') return undefined;
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

function nameComesFrom(
  workspace: Workspace,
  file: SourceFile,
  identifier: Identifier | JSXIdentifier,
  modules: readonly string[],
  again: (node: Node, file?: SourceFile) => boolean,
): boolean {
  const binding = scopesOf(file).bindingOf(identifier);
  const declaration = binding?.declarations[0];
  if (!binding || !declaration) return false;
  const imported = importOf(file, declaration);
  if (imported) {
    if (isOneOf(imported.declaration.source.value, modules)) return true;
    const declared = declarationOf(workspace, file, identifier);
    if (declared?.node.type !== 'VariableDeclarator') return false;
    return declaratorComesFrom(declared.file, declared.node, modules, again);
  }
  if (hasTypeFrom(file, declaration, modules)) return true;
  // A name that is assigned again may hold anything later.
  if (isReassigned(binding)) return false;
  const parents = parentsOf(file);
  for (const owner of parents.ancestors(declaration)) {
    if (owner.type === 'VariableDeclarator') return declaratorComesFrom(file, owner, modules, again);
    if (/Function|Method|Statement$/.test(owner.type)) return false;
  }
  return false;
}

function declaratorComesFrom(
  file: SourceFile,
  declarator: Node & { type: 'VariableDeclarator' },
  modules: readonly string[],
  again: (node: Node, file?: SourceFile) => boolean,
): boolean {
  return hasTypeFrom(file, declarator.id, modules) || (declarator.init != null && again(declarator.init, file));
}

/** `this.client`: a field or a parameter property with a type of the module, or a field initialised from it. */
function fieldComesFrom(
  file: SourceFile,
  member: Node & { type: 'MemberExpression' | 'OptionalMemberExpression' },
  modules: readonly string[],
  again: (node: Node, file?: SourceFile) => boolean,
): boolean {
  const owner = [...parentsOf(file).ancestors(member)].find(({ type }) => type === 'ClassBody');
  if (owner?.type !== 'ClassBody') return false;
  const name = nameOfField(member.property);
  return owner.body.some((one) => {
    if (one.type === 'ClassProperty' || one.type === 'ClassPrivateProperty') {
      if (nameOfField(one.key) !== name) return false;
      return (
        typeNamesOf(one.typeAnnotation).some((type) => isImportedFrom(file, type, modules)) ||
        (one.value != null && again(one.value))
      );
    }
    if (one.type !== 'ClassMethod' || one.kind !== 'constructor') return false;
    return one.params.some((parameter) => {
      if (parameter.type !== 'TSParameterProperty' || parameter.parameter.type !== 'Identifier') return false;
      return parameter.parameter.name === name && hasTypeFrom(file, parameter.parameter, modules);
    });
  });
}

function nameOfField(node: Node): string | undefined {
  if (node.type === 'PrivateName') return `#${node.id.name}`;
  return node.type === 'Identifier' ? node.name : undefined;
}

function returnsTypeFrom(workspace: Workspace, file: SourceFile, callee: Node, modules: readonly string[]): boolean {
  if (callee.type !== 'Identifier') return false;
  const declared = declarationOf(workspace, file, callee);
  if (declared?.node.type !== 'FunctionDeclaration') return false;
  const { file: where, node } = declared;
  return typeNamesOf(node.returnType).some((type) => isImportedFrom(where, type, modules));
}

function hasTypeFrom(file: SourceFile, declaration: Node, modules: readonly string[]): boolean {
  const annotation = (declaration as { typeAnnotation?: Node | null }).typeAnnotation;
  return typeNamesOf(annotation).some((type) => isImportedFrom(file, type, modules));
}

/** The names of the types that an annotation is made of: `Promise<LDClient> | null` has Promise and LDClient. */
function typeNamesOf(annotation: Node | null | undefined): readonly Identifier[] {
  if (!annotation) return [];
  switch (annotation.type) {
    case 'TSTypeAnnotation':
      return typeNamesOf(annotation.typeAnnotation);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return annotation.types.flatMap(typeNamesOf);
    case 'TSTypeReference': {
      const parameters = annotation.typeParameters?.params ?? [];
      const wrapped = parameters.flatMap(typeNamesOf);
      let name: Node = annotation.typeName;
      while (name.type === 'TSQualifiedName') name = name.left;
      return name.type === 'Identifier' ? [name, ...wrapped] : wrapped;
    }
    default:
      return [];
  }
}

function isImportedFrom(file: SourceFile, identifier: Identifier, modules: readonly string[]): boolean {
  const declaration = scopesOf(file).bindingOf(identifier)?.declarations[0];
  const found = declaration && importOf(file, declaration);
  return found !== undefined && isOneOf(found.declaration.source.value, modules);
}

function importOf(file: SourceFile, local: Node) {
  const specifier = parentsOf(file).parent(local);
  if (!specifier || !/^Import\w*Specifier$/.test(specifier.type)) return undefined;
  const declaration = parentsOf(file).parent(specifier) as ImportDeclaration;
  return { specifier: specifier as ImportDeclaration['specifiers'][number], declaration };
}

/** A module, or an entry point below it: `posthog-js/react`. */
function isOneOf(specifier: string, modules: readonly string[]): boolean {
  return modules.some((module) => specifier === module || specifier.startsWith(`${module}/`));
}

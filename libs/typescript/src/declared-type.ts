import type { Node, ObjectPattern, TSTypeElement } from '@babel/types';
import { parentsOf } from './parents.ts';
import type { SourceFile } from './parse.ts';
import { scopesOf } from './scopes.ts';

export interface DeclaredType {
  readonly type: Node;
  /** The value may be missing: `x?: T`. */
  readonly optional: boolean;
}

/**
 * The type that the program gives to a declared name: its own annotation, or, for a name of an object pattern, the property
 * of the annotation of the pattern. Types of other files are not followed.
 */
export function declaredType(declaration: Node, file: SourceFile): DeclaredType | undefined {
  if (declaration.type !== 'Identifier') return undefined;
  if (declaration.typeAnnotation) {
    return { type: namedType(declaration.typeAnnotation, file), optional: declaration.optional === true };
  }
  const parents = parentsOf(file);
  let node: Node | undefined = parents.parent(declaration);
  if (node?.type === 'AssignmentPattern') node = parents.parent(node);
  if (node?.type !== 'ObjectProperty' || node.computed) return undefined;
  const pattern = parents.parent(node);
  if (pattern?.type !== 'ObjectPattern' || !pattern.typeAnnotation) return undefined;
  return memberType(pattern, node.key, file);
}

/** The type without the annotation, parentheses and aliases of this file around it. */
export function namedType(type: Node, file: SourceFile): Node {
  let at = type;
  for (let depth = 0; depth < 10; depth++) {
    if (at.type === 'TSTypeAnnotation' || at.type === 'TypeAnnotation' || at.type === 'TSParenthesizedType') {
      at = at.typeAnnotation;
    } else {
      const declaration = aliasOf(at, file);
      if (declaration?.type !== 'TSTypeAliasDeclaration' || declaration.typeParameters) return at;
      at = declaration.typeAnnotation;
    }
  }
  return at;
}

/** `x is T` is a boolean for who calls, `asserts x` is nothing. */
export function isBooleanType(type: Node): boolean {
  switch (type.type) {
    case 'TSBooleanKeyword':
    case 'BooleanTypeAnnotation':
    case 'BooleanLiteralTypeAnnotation':
      return true;
    case 'TSLiteralType':
      return type.literal.type === 'BooleanLiteral';
    case 'TSTypePredicate':
      return !type.asserts;
    case 'TSUnionType':
      return type.types.every(isBooleanType);
    default:
      return false;
  }
}

function aliasOf(type: Node, file: SourceFile): Node | undefined {
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const binding = scopesOf(file).bindingOf(type.typeName);
  if (binding?.declarations.length !== 1) return undefined;
  return parentsOf(file).parent(binding.declarations[0]!);
}

function memberType(pattern: ObjectPattern, key: Node, file: SourceFile): DeclaredType | undefined {
  const name = key.type === 'Identifier' ? key.name : key.type === 'StringLiteral' ? key.value : undefined;
  const member = membersOf(namedType(pattern.typeAnnotation!, file), file)?.find(
    (element) =>
      element.type === 'TSPropertySignature' &&
      !element.computed &&
      ((element.key.type === 'Identifier' && element.key.name === name) ||
        (element.key.type === 'StringLiteral' && element.key.value === name)),
  );
  if (member?.type !== 'TSPropertySignature' || !member.typeAnnotation) return undefined;
  return { type: namedType(member.typeAnnotation, file), optional: member.optional === true };
}

function membersOf(type: Node, file: SourceFile): readonly TSTypeElement[] | undefined {
  if (type.type === 'TSTypeLiteral') return type.members;
  const declaration = aliasOf(type, file);
  if (declaration?.type !== 'TSInterfaceDeclaration' || declaration.typeParameters) return undefined;
  return declaration.body.body;
}

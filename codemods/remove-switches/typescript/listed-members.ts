import type { Node, ObjectExpression, TSEnumMember } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { withoutTypes } from '@ffsd/typescript';

/** Names that stand in one list and are read one by one: `Kind.Form` of an enum, `routes.form` of a constant object. */
export interface MemberList {
  readonly node: Node;
  /** The name that the list is declared with. */
  readonly id: Node;
  readonly kind: 'enum' | 'object';
  readonly members: readonly (TSEnumMember | ObjectExpression['properties'][number])[];
}

/**
 * The lists that a file declares at its top level.
 *
 * An object with a type of its own may owe it a member, and one with a spread has members that nobody sees here.
 */
export function memberListsOf({ tree }: SourceFile): readonly MemberList[] {
  return tree.program.body.flatMap((statement): MemberList[] => {
    const isExport = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
    const declaration = isExport ? statement.declaration : statement;
    if (declaration?.type === 'TSEnumDeclaration') {
      const { id } = declaration;
      const members = 'body' in declaration && declaration.body ? declaration.body.members : declaration.members;
      return [{ node: declaration, id, kind: 'enum' as const, members: members! }];
    }
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return [];
    return declaration.declarations.flatMap((node) => {
      const { id, init } = node;
      if (id.type !== 'Identifier' || id.typeAnnotation || !init || init.type === 'TSSatisfiesExpression') return [];
      const value = withoutTypes(init);
      if (value.type !== 'ObjectExpression' || value.properties.some(({ type }) => type === 'SpreadElement')) return [];
      return [{ node, id, kind: 'object' as const, members: value.properties }];
    });
  });
}

/** Undefined for a computed name. */
export function nameOfMember(member: MemberList['members'][number]): string | undefined {
  if (member.type === 'SpreadElement') return undefined;
  if (member.type !== 'TSEnumMember') return member.computed ? undefined : textOf(member.key);
  return textOf(member.id);
}

function textOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : undefined;
}

/** The numbers of an enum's members; undefined for a text, and for what is computed. */
export function numbersOf(members: readonly TSEnumMember[]): readonly (number | undefined)[] {
  let next: number | undefined = 0;
  return members.map(({ initializer }) => {
    const value = initializer ? numberOf(initializer) : next;
    next = value === undefined ? undefined : value + 1;
    return value;
  });
}

function numberOf(node: Node): number | undefined {
  if (node.type === 'NumericLiteral') return node.value;
  const isMinus = node.type === 'UnaryExpression' && node.operator === '-';
  return isMinus && node.argument.type === 'NumericLiteral' ? -node.argument.value : undefined;
}

import type { Node, TSTypeElement } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, parsedFile, referencesTo, scopesOf } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { declarationOfType } from './declaration-of-type.ts';
import type { FunctionNode } from './function-at.ts';
import { parametersOf } from './function-at.ts';
import { keyOf } from './given-at.ts';
import { isReactWrapper } from './react.ts';

/** Where a type says that an object has a property. */
export interface TypeMember {
  readonly file: SourceFile;
  /** The member of an interface or type literal, or the text in `Pick<Config, 'name'>`. */
  readonly node: Node;
  /** All of the list that it stands in. */
  readonly list: readonly Node[];
  /** The declarations with a name through which it is reached, the outer first. */
  readonly named: readonly { readonly file: SourceFile; readonly node: Node }[];
}

export type MembersOf =
  | { readonly kind: 'members'; readonly members: readonly TypeMember[] }
  /** A part of the type lies out of sight, so the property may come from there. */
  | { readonly kind: 'opaque' };

/** What types say of a property of the first parameter of a component, or of an object that a function gets. */
export function membersForInput(
  workspace: Workspace,
  file: SourceFile,
  fn: FunctionNode,
  index: number,
  property: string,
): MembersOf {
  const members: TypeMember[] = [];
  let opaque = false;
  for (const type of typesOfParameter(file, fn, index)) {
    if (type === 'unknown') {
      opaque = true;
      continue;
    }
    const found = membersIn(workspace, file, type, property, []);
    members.push(...found.members);
    opaque ||= found.opaque && found.members.length === 0;
  }
  const unique = members.filter((one, at) => members.findIndex(({ node }) => node === one.node) === at);
  return opaque ? { kind: 'opaque' } : { kind: 'members', members: unique };
}

/** The annotation of the parameter, and those through which it gets its type: `FC<Props>`, `forwardRef<Ref, Props>`. */
export function typesOfParameter(file: SourceFile, fn: FunctionNode, index: number): readonly (Node | 'unknown')[] {
  const types: (Node | 'unknown')[] = [];
  const parameter = parametersOf(fn)[index];
  const target = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const annotation = target && 'typeAnnotation' in target ? target.typeAnnotation : undefined;
  if (annotation) types.push(annotation as Node);
  for (const outer of parentsOf(file).ancestors(fn)) {
    if (outer.type === 'CallExpression' && isReactWrapper(file, outer)) {
      const given = outer.typeParameters ?? outer.typeArguments;
      const params: readonly Node[] = given && 'params' in given ? given.params : [];
      const own = params[calleeName(outer) === 'forwardRef' ? 1 : 0];
      if (own) types.push(own);
    } else if (outer.type === 'VariableDeclarator') {
      const declared = outer.id.type === 'Identifier' ? outer.id.typeAnnotation : undefined;
      if (declared) types.push(propsOfComponentType(declared));
      break;
    } else if (/Statement$|Declaration$|Function|Method|^Program$/.test(outer.type)) break;
  }
  return types;
}

function calleeName(call: Node & { type: 'CallExpression' }): string | undefined {
  const { callee } = call;
  return callee.type === 'MemberExpression' ? keyOf(callee.property) : keyOf(callee);
}

/** `Props` of `FC<Props>`. */
function propsOfComponentType(annotation: Node): Node | 'unknown' {
  const type = annotation.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : annotation;
  if (type.type !== 'TSTypeReference') return 'unknown';
  const name =
    type.typeName.type === 'TSQualifiedName' ? type.typeName.right.name : (type.typeName as { name: string }).name;
  const [props] = type.typeParameters?.params ?? [];
  return /^(?:FC|VFC|FunctionComponent|VoidFunctionComponent|SFC)$/.test(name) && props ? props : 'unknown';
}

interface Found {
  readonly members: readonly TypeMember[];
  readonly opaque: boolean;
}

const nothing: Found = { members: [], opaque: false };
const outOfSight: Found = { members: [], opaque: true };

function membersIn(
  workspace: Workspace,
  file: SourceFile,
  type: Node,
  property: string,
  named: TypeMember['named'],
): Found {
  const inner = (node: Node): Found => membersIn(workspace, file, node, property, named);
  switch (type.type) {
    case 'TSTypeAnnotation':
    case 'TSParenthesizedType':
      return inner(type.typeAnnotation);
    case 'TSIntersectionType':
      return together(type.types.map(inner));
    // They name no property.
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
    case 'TSObjectKeyword':
      return nothing;
    case 'TSTypeLiteral':
      return ofList(file, type.members, property, named);
    case 'TSTypeReference':
      return ofReference(workspace, file, type, property, named);
    default:
      return outOfSight;
  }
}

function ofReference(
  workspace: Workspace,
  file: SourceFile,
  type: Node & { type: 'TSTypeReference' },
  property: string,
  named: TypeMember['named'],
): Found {
  const params: readonly Node[] = type.typeParameters?.params ?? [];
  const last = type.typeName.type === 'TSQualifiedName' ? type.typeName.right : type.typeName;
  const name = last.type === 'Identifier' ? last.name : '';
  if (/^(?:Readonly|Partial|Required|PropsWithChildren)$/.test(name) && params.length === 1)
    return membersIn(workspace, file, params[0]!, property, named);
  if (name === 'Record' && params[0]?.type === 'TSStringKeyword') return nothing;
  if (name === 'Pick' && params[1]) return ofKeys(file, params[1], property, named);
  const declared = named.length > 8 ? undefined : declarationOfType(workspace, file, type.typeName);
  if (!declared) return outOfSight;
  const { node } = declared;
  const path = [...named, declared];
  if (node.type === 'TSTypeAliasDeclaration')
    return membersIn(workspace, declared.file, node.typeAnnotation, property, path);
  if (node.type !== 'TSInterfaceDeclaration') return outOfSight;
  const own = ofList(declared.file, node.body.body, property, path);
  if (own.members.length > 0) return own;
  const bases = (node.extends ?? []).map((base) => {
    const outer =
      base.type === 'TSExpressionWithTypeArguments'
        ? declarationOfType(workspace, declared.file, base.expression)
        : undefined;
    if (outer?.node.type !== 'TSInterfaceDeclaration') return outOfSight;
    return ofList(outer.file, outer.node.body.body, property, [...path, outer]);
  });
  return together(bases);
}

function ofList(file: SourceFile, list: readonly TSTypeElement[], property: string, named: TypeMember['named']): Found {
  const node = list.find(
    (one) =>
      (one.type === 'TSPropertySignature' || one.type === 'TSMethodSignature') &&
      !one.computed &&
      keyOf(one.key) === property,
  );
  return node ? { members: [{ file, node, list, named }], opaque: false } : nothing;
}

/** `'server' | 'logger'` of `Pick<Config, 'server' | 'logger'>`. */
function ofKeys(file: SourceFile, keys: Node, property: string, named: TypeMember['named']): Found {
  if (keys.type !== 'TSUnionType') return outOfSight;
  const node = keys.types.find(
    (one) => one.type === 'TSLiteralType' && one.literal.type === 'StringLiteral' && one.literal.value === property,
  );
  return node ? { members: [{ file, node, list: keys.types, named }], opaque: false } : outOfSight;
}

function together(found: readonly Found[]): Found {
  const members = found.flatMap((one) => one.members);
  return { members, opaque: members.length === 0 && found.some(({ opaque }) => opaque) };
}

/** Every place that refers to a type with a name. Undefined where a file that cannot be read may do so. */
export function referencesToType(
  workspace: Workspace,
  { file, node }: TypeMember['named'][number],
): readonly { readonly path: string; readonly offset: number }[] | undefined {
  const id = node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration' ? node.id : undefined;
  const own = parsedFile(workspace, file.path);
  const binding =
    id &&
    own &&
    scopesOf(own)
      .bindings()
      .find(({ declarations }) => declarations.some((one) => one.start === id.start));
  if (!id || !binding) return undefined;
  const places = binding.references.map((one) => ({ path: file.path, offset: one.node.start! }));
  if (!binding.exported) return places;
  const others = referencesTo(workspace, file.path, id.name);
  if (!others || others.some(({ kind }) => kind === 'textual')) return undefined;
  return [
    ...places,
    ...others
      .filter(({ kind, path }) => kind !== 'import' && kind !== 're-export' && path !== file.path)
      .map(({ path, offset }) => ({ path, offset })),
  ];
}

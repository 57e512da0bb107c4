import type { Class, Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import {
  importsOf,
  isCode,
  parentsOf,
  parsedFile,
  resolveModule,
  scopesOf,
  walk,
  withoutTypes,
} from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { declarationOf } from './constant-of.ts';

/** A class, and which side of it an expression stands for: an instance, or the class itself. */
export interface ClassSide {
  readonly file: SourceFile;
  readonly node: Class;
  readonly isStatic: boolean;
  /** Only a type says so, and anything of the same shape has that type. */
  readonly byType: boolean;
}

/** The class that an expression is an instance of, or names: `this`, `new Shop()`, a name with a type or a `new`. */
export function classOf(workspace: Workspace, file: SourceFile, expression: Node, depth = 0): ClassSide | undefined {
  if (depth > 5) return undefined;
  const node = withoutTypes(expression);
  switch (node.type) {
    case 'ThisExpression':
      return classOfThis(file, node);
    case 'NewExpression': {
      const made = classOf(workspace, file, node.callee, depth + 1);
      return made?.isStatic ? { ...made, isStatic: false } : undefined;
    }
    case 'Identifier':
      return classOfName(workspace, file, node, depth);
    case 'MemberExpression':
      return node.computed ? undefined : classOfField(workspace, file, node, depth);
    default:
      return undefined;
  }
}

function classOfThis(file: SourceFile, node: Node): ClassSide | undefined {
  const parents = parentsOf(file);
  for (const above of parents.ancestors(node)) {
    switch (above.type) {
      case 'ClassMethod':
      case 'ClassPrivateMethod':
      case 'ClassProperty':
      case 'ClassPrivateProperty': {
        const owner = parents.parent(parents.parent(above)!);
        return isClass(owner) ? { file, node: owner, isStatic: above.static === true, byType: false } : undefined;
      }
      case 'ArrowFunctionExpression':
        break;
      default:
        if (/Function|Method|StaticBlock|^Class/.test(above.type)) return undefined;
    }
  }
  return undefined;
}

function classOfName(workspace: Workspace, file: SourceFile, name: Node, depth: number): ClassSide | undefined {
  const binding = scopesOf(file).bindingOf(name);
  const declaration = binding?.declarations[0];
  if (!binding || !declaration || binding.declarations.length !== 1) return undefined;
  if (binding.kind === 'param' || binding.kind === 'param-property') return classOfType(workspace, file, declaration);
  const declared = declarationOf(workspace, file, name);
  if (!declared) return classOfType(workspace, file, declaration);
  return classDeclaredBy(workspace, declared.file, declared.node, depth);
}

function classDeclaredBy(workspace: Workspace, file: SourceFile, node: Node, depth: number): ClassSide | undefined {
  if (isClass(node)) return { file, node, isStatic: true, byType: false };
  if (node.type !== 'VariableDeclarator') return undefined;
  const init = node.init ? withoutTypes(node.init) : undefined;
  if (isClass(init)) return { file, node: init, isStatic: true, byType: false };
  const made = init?.type === 'NewExpression' ? classOf(workspace, file, init, depth + 1) : undefined;
  return made ?? classOfType(workspace, file, node.id);
}

/** `this.flags`, by its type or by what it is initialised with. */
function classOfField(
  workspace: Workspace,
  file: SourceFile,
  member: Node & { type: 'MemberExpression' },
  depth: number,
): ClassSide | undefined {
  const owner = member.object.type === 'ThisExpression' ? classOfThis(file, member.object) : undefined;
  const name = memberName(member.property);
  if (!owner || owner.isStatic || name === undefined) return undefined;
  for (const one of owner.node.body.body) {
    if (one.type === 'ClassProperty' || one.type === 'ClassPrivateProperty') {
      if (one.static || memberName(one.key) !== name) continue;
      const made =
        one.value?.type === 'NewExpression' && one.type === 'ClassProperty' && one.readonly ? one.value : undefined;
      return (made && classOf(workspace, file, made, depth + 1)) ?? classOfType(workspace, file, one);
    }
    if (one.type !== 'ClassMethod' || one.kind !== 'constructor') continue;
    for (const param of one.params) {
      if (param.type !== 'TSParameterProperty' || param.parameter.type !== 'Identifier') continue;
      if (param.parameter.name === name) return classOfType(workspace, file, param.parameter);
    }
  }
  return undefined;
}

function classOfType(workspace: Workspace, file: SourceFile, declaration: Node): ClassSide | undefined {
  const annotation = (declaration as { typeAnnotation?: Node | null }).typeAnnotation;
  const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const declared = declarationOf(workspace, file, type.typeName);
  if (!declared || !isClass(declared.node)) return undefined;
  // With a private member only the class itself and those below it have the type.
  const isNominal = declared.node.body.body.some(
    (one) =>
      one.type === 'ClassPrivateMethod' ||
      one.type === 'ClassPrivateProperty' ||
      ('accessibility' in one && (one.accessibility === 'private' || one.accessibility === 'protected')),
  );
  return { file: declared.file, node: declared.node, isStatic: false, byType: !isNominal };
}

/** The class above; `outside` when it is no class of the workspace, undefined when that is not known. */
export function classAbove(
  workspace: Workspace,
  { file, node }: Pick<ClassSide, 'file' | 'node'>,
): ClassSide | 'outside' | undefined {
  if (!node.superClass) return 'outside';
  const above = withoutTypes(node.superClass);
  const named = classOf(workspace, file, above);
  if (named?.isStatic) return named;
  let root: Node = above;
  while (root.type === 'MemberExpression') root = root.object;
  if (root.type !== 'Identifier') return undefined;
  const binding = scopesOf(file).bindingOf(root);
  if (!binding) return 'outside';
  const imported = importsOf(file).find(({ names }) => names.some(({ local }) => local === binding.declarations[0]));
  if (!imported || imported.specifier.startsWith('.')) return undefined;
  return resolveModule(workspace, file.path, imported.specifier) === undefined ? 'outside' : undefined;
}

/** Whether the class is the other one or stands below it; undefined when that is not known. */
export function isBelow(
  workspace: Workspace,
  one: Pick<ClassSide, 'file' | 'node'>,
  other: Class,
): boolean | undefined {
  let at: ClassSide | 'outside' | undefined = { ...one, isStatic: true, byType: false };
  for (let depth = 0; depth < 10; depth++) {
    if (at === undefined || at === 'outside') return at === undefined ? undefined : false;
    if (at.node === other) return true;
    at = classAbove(workspace, at);
  }
  return undefined;
}

/** The classes that declare a member of the name, in the files that contain it. */
export function classesWith(
  workspace: Workspace,
  name: string,
): readonly (Pick<ClassSide, 'file' | 'node'> & { readonly members: readonly Node[] })[] {
  const found: { file: SourceFile; node: Class; members: readonly Node[] }[] = [];
  for (const path of workspace.search([name.replace('#', '')]).filter(isCode)) {
    const file = parsedFile(workspace, path);
    if (!file) continue;
    walk(file.tree.program, (node) => {
      if (!isClass(node)) return;
      const members = node.body.body.filter((one) => 'key' in one && memberName(one.key as Node) === name);
      if (members.length > 0) found.push({ file, node, members });
    });
  }
  return found;
}

/** `isNew`, or `#isNew`. */
export function memberName(key: Node): string | undefined {
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  if (key.type === 'StringLiteral') return key.value;
  return key.type === 'Identifier' ? key.name : undefined;
}

export function isClass(node: Node | null | undefined): node is Class {
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';
}

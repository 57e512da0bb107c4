import type { Node, ObjectExpression, ObjectMember } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf, templateExpressionOf, walk, withoutTypes } from '@ffsd/typescript';

/** The object that a component of Vue is, when its script is one: `export default { … }`, `export default defineComponent({ … })`. */
export function componentObject(file: SourceFile): ObjectExpression | undefined {
  if (file.component?.dialect !== 'vue' || file.component.seesScript) return undefined;
  for (const statement of file.tree.program.body) {
    if (statement.type !== 'ExportDefaultDeclaration') continue;
    const value = withoutTypes(statement.declaration);
    const object = value.type === 'CallExpression' ? value.arguments[0] : value;
    return object?.type === 'ObjectExpression' ? object : undefined;
  }
  return undefined;
}

/** The entries of `components: { … }` and the like. */
export function sectionOf(object: ObjectExpression, name: string): ObjectExpression | undefined {
  for (const property of object.properties) {
    if (property.type !== 'ObjectProperty' || nameOfMember(property) !== name) continue;
    return property.value.type === 'ObjectExpression' ? property.value : undefined;
  }
  return undefined;
}

export function nameOfMember(member: ObjectExpression['properties'][number] | ObjectMember): string | undefined {
  if (member.type === 'SpreadElement' || member.computed) return undefined;
  const { key } = member;
  return key.type === 'Identifier' ? key.name : key.type === 'StringLiteral' ? key.value : undefined;
}

/** Where the component asks itself for a member: `on` in its template, `this.on` in its methods. */
export function usesOfMember(file: SourceFile, object: ObjectExpression, name: string): readonly Node[] {
  const uses: Node[] = scopesOf(file)
    .unresolved()
    .filter((one) => one.name === name && templateExpressionOf(file, one.node) !== undefined)
    .map(({ node }) => node);
  walk(object, (node) => {
    if (node.type !== 'MemberExpression' || node.computed || node.object.type !== 'ThisExpression') return;
    if (node.property.type === 'Identifier' && node.property.name === name && isOfComponent(file, object, node))
      uses.push(node);
  });
  return uses;
}

/** Whether `this` is the component: it stands in a function of the object, and in no other function but arrows. */
function isOfComponent(file: SourceFile, object: ObjectExpression, node: Node): boolean {
  const parents = parentsOf(file);
  let fn: Node | undefined;
  for (const ancestor of parents.ancestors(node)) {
    if (ancestor.type === 'ObjectMethod' || ancestor.type === 'FunctionExpression') {
      fn = ancestor;
      break;
    }
    if (/^Class|^FunctionDeclaration$/.test(ancestor.type)) return false;
  }
  const member = fn?.type === 'FunctionExpression' ? parents.parent(fn) : fn;
  const list = member && parents.parent(member);
  if (!list || list === object) return list === object;
  const section = parents.parent(list);
  if (section?.type !== 'ObjectProperty' || parents.parent(section) !== object) return false;
  return /^(?:computed|methods|watch)$/.test(nameOfMember(section) ?? '');
}

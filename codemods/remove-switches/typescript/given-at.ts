import type { Node } from '@babel/types';
import { isReassigned, parentsOf, scopesOf, withoutTypes } from '@ffsd/typescript';
import type { Call } from './calls-of.ts';

/** What a function is called with: an argument, or a property of an argument that is an object. Props are those of the first. */
export interface Input {
  readonly index: number;
  readonly property?: string;
}

export type Given =
  /** `node` is what is written for it: the argument, the property, the attribute. `value` is undefined for `<Page open />`. */
  | { readonly kind: 'given'; readonly node: Node; readonly value: Node | undefined }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown'; readonly because: string };

/** What one call gives for an input. */
export function givenAt(call: Call, { index, property }: Input): Given {
  if (call.node.type === 'JSXOpeningElement') {
    if (index > 0 || property === undefined) return unknown('it is rendered as a component');
    return givenInElement(call, call.node, property);
  }
  const { node } = call;
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression')
    return unknown('it is called otherwise');
  if (call.kind === 'create' && index > 0) return unknown('it is rendered as a component');
  const at = call.kind === 'create' ? 1 : index;
  const args: readonly Node[] = node.arguments;
  if (args.slice(0, at + 1).some(({ type }) => type === 'SpreadElement')) return unknown('its arguments are spread');
  const argument = args[at];
  if (property === undefined) return argument ? { kind: 'given', node: argument, value: argument } : missing;
  if (!argument) return missing;
  const object = withoutTypes(argument);
  if (call.kind === 'create' && object.type === 'NullLiteral') return missing;
  if (object.type !== 'ObjectExpression') return unknown('what it gets is no object that is written there');
  return givenInObject(object, property);
}

const missing: Given = { kind: 'missing' };

function unknown(because: string): Given {
  return { kind: 'unknown', because };
}

/** What an object that is written there gives for a property. */
export function givenInObject({ properties }: Node & { type: 'ObjectExpression' }, name: string): Given {
  // The last one counts.
  for (const property of [...properties].reverse()) {
    if (property.type === 'SpreadElement') return unknown('an object is spread into what it gets');
    if (property.computed) return unknown('a key of what it gets is computed');
    if (keyOf(property.key) !== name) continue;
    if (property.type === 'ObjectProperty') return { kind: 'given', node: property, value: property.value };
    return unknown('what it gets is a method');
  }
  return missing;
}

function givenInElement(call: Call, { attributes }: Node & { type: 'JSXOpeningElement' }, name: string): Given {
  // What React itself takes, and what stands between the tags.
  if (/^(?:key|ref|children)$/.test(name)) return unknown(`${name} is no ordinary prop`);
  for (const attribute of [...attributes].reverse()) {
    if (attribute.type === 'JSXSpreadAttribute') {
      if (lacks(call, attribute.argument, name)) continue;
      return unknown('props are spread into it');
    }
    if (attribute.name.type !== 'JSXIdentifier' || attribute.name.name !== name) continue;
    const { value } = attribute;
    if (!value) return { kind: 'given', node: attribute, value: undefined };
    return {
      kind: 'given',
      node: attribute,
      value: value.type === 'JSXExpressionContainer' ? value.expression : value,
    };
  }
  return missing;
}

/** `rest` of `({ open, ...rest })` has no `open`. */
function lacks({ file }: Call, spread: Node, name: string): boolean {
  const node = withoutTypes(spread);
  if (node.type === 'ObjectExpression') return givenInObject(node, name).kind === 'missing';
  if (node.type !== 'Identifier') return false;
  const binding = scopesOf(file).bindingOf(node);
  if (binding?.declarations.length !== 1 || isReassigned(binding)) return false;
  const isWritten = binding.references.some(({ node: use }) => isMemberWritten(file, use));
  if (isWritten) return false;
  const pattern = patternOfRest(file, binding.declarations[0]!);
  return (
    pattern?.properties.some((one) => one.type === 'ObjectProperty' && !one.computed && keyOf(one.key) === name) ??
    false
  );
}

function isMemberWritten(file: Call['file'], object: Node): boolean {
  const parents = parentsOf(file);
  const member = parents.parent(object);
  if (member?.type !== 'MemberExpression' || member.object !== object) return false;
  const parent = parents.parent(member);
  return parent?.type === 'AssignmentExpression' && parent.left === member;
}

function patternOfRest(file: Call['file'], name: Node): (Node & { type: 'ObjectPattern' }) | undefined {
  const parents = parentsOf(file);
  const rest = parents.parent(name);
  const pattern = rest?.type === 'RestElement' ? parents.parent(rest) : undefined;
  return pattern?.type === 'ObjectPattern' ? pattern : undefined;
}

export function keyOf(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}

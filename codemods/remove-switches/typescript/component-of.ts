import type { JSXElement, JSXOpeningElement, Node, StringLiteral } from '@babel/types';
import type { ReadShape } from '@ffsd/flags';
import { metavariableOf } from '@ffsd/typescript';

/** An element that shows its children while the flag is on. */
export interface ComponentUse {
  readonly element: JSXElement;
  /** The expression that gives the key; undefined where the pattern has no `$FLAG`. */
  readonly key: Node | undefined;
  /** What the properties mean, by their names. */
  readonly roles: ReadonlyMap<string, 'key' | 'otherwise' | 'matches' | 'ignored'>;
}

/**
 * The element as a use of the component that the pattern describes; undefined when it is none, or when its key is not written.
 *
 * In a pattern, a property with another metavariable than `$FLAG` is what is shown instead: `fallback={$_}`. An element need not have it.
 */
export function componentOf(
  pattern: JSXElement,
  { component }: ReadShape,
  element: JSXElement,
  exportedName: (local: Node) => string | undefined,
): ComponentUse | undefined {
  const { name } = element.openingElement;
  const wanted = nameOf(pattern.openingElement.name);
  if (nameOf(name) !== wanted && !(name.type === 'JSXIdentifier' && exportedName(name) === wanted)) return undefined;
  const roles = new Map<string, 'key' | 'otherwise' | 'matches' | 'ignored'>();
  let key: Node | undefined;
  for (const [property, value] of attributesOf(pattern.openingElement)) {
    const variable = value && metavariableOf(value);
    const given = attributesOf(element.openingElement).get(property);
    if (variable === '$FLAG') {
      if (!given) return undefined;
      key = given;
      roles.set(property, 'key');
    } else if (variable) {
      roles.set(property, 'otherwise');
    } else {
      if (textOf(given) !== textOf(value)) return undefined;
      roles.set(property, 'ignored');
    }
  }
  if (component?.otherwise !== undefined) roles.set(component.otherwise, 'otherwise');
  if (component?.matches !== undefined) roles.set(component.matches, 'matches');
  for (const property of component?.ignored ?? []) roles.set(property, 'ignored');
  return { element, key, roles };
}

/** The values of the attributes by their names; undefined for one without a value. */
function attributesOf({ attributes }: JSXOpeningElement): ReadonlyMap<string, Node | undefined> {
  const found = new Map<string, Node | undefined>();
  for (const attribute of attributes) {
    if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') continue;
    const { value } = attribute;
    found.set(attribute.name.name, value?.type === 'JSXExpressionContainer' ? value.expression : (value ?? undefined));
  }
  return found;
}

function textOf(value: Node | undefined): string | undefined {
  return value?.type === 'StringLiteral' ? (value as StringLiteral).value : undefined;
}

/** `Feature`, or `Flags.Feature`. */
function nameOf(name: Node): string | undefined {
  if (name.type === 'JSXIdentifier') return name.name;
  return name.type === 'JSXMemberExpression' ? `${nameOf(name.object)}.${name.property.name}` : undefined;
}

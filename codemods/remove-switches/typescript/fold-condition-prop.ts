import type { JSXAttribute, JSXElement, Node } from '@babel/types';
import { isTruthy } from '@ffsd/fold';
import type { ConditionProp } from '../condition-prop.ts';
import { mayDropViews } from './droppable-view.ts';
import type { View } from './put-view.ts';
import { putView, shownChildren } from './put-view.ts';
import type { FoldResult, KnownExpression, Site } from './site.ts';
import { sourceOf } from './site.ts';
import { assumeView, viewOf } from './view-of.ts';

/**
 * `<ConditionallyRender condition={on} show={<A/>} elseShow={<B/>} />` becomes `<A/>`, where ffsd.json says what the properties mean.
 *
 * @returns undefined when the constant has to stand in the property
 */
export function foldConditionProp(site: Site, known: KnownExpression, parent: Node): FoldResult | undefined {
  const found = conditionAt(site, parent);
  if (!found || known.effects.length > 0) return undefined;
  const { element, prop } = found;
  const attributes = attributesOf(element, [prop.condition, prop.then, prop.else ?? prop.then]);
  const takesChildren = prop.then === 'children' || prop.else === 'children';
  const children = shownChildren(element);
  // A function between the tags is called with something that only the component knows.
  if (!attributes || (takesChildren ? children.some(isFunction) : children.length > 0)) return undefined;
  const holds = isTruthy(known.value);
  const [shown, dropped] = holds ? [prop.then, prop.else] : [prop.else, prop.then];
  const view: View | undefined =
    shown === 'children' ? { kind: 'children', of: element } : viewOf(site, attributes.get(shown ?? ''));
  if (!view || !mayDropViews(site, viewsIn(element, attributes, dropped))) return undefined;
  assumeView(site, view, prop.component);
  return putView(site, element, view);
}

function isFunction(child: Node): boolean {
  return child.type === 'JSXExpressionContainer' && /Function/.test(child.expression.type);
}

function viewsIn(
  element: JSXElement,
  attributes: ReadonlyMap<string, JSXAttribute>,
  name: string | undefined,
): readonly Node[] {
  if (name === 'children') return shownChildren(element);
  const value = attributes.get(name ?? '')?.value;
  return value ? [value] : [];
}

/** Whether the value of an expression in the place only decides what a component renders. */
export function isConditionProp(site: Site, parent: Node): boolean {
  return conditionAt(site, parent) !== undefined;
}

function conditionAt(site: Site, container: Node): { element: JSXElement; prop: ConditionProp } | undefined {
  const attribute = site.parents.parent(container);
  if (container.type !== 'JSXExpressionContainer' || attribute?.type !== 'JSXAttribute') return undefined;
  const opening = site.parents.parent(attribute);
  const element = opening && site.parents.parent(opening);
  if (element?.type !== 'JSXElement') return undefined;
  const component = sourceOf(site, element.openingElement.name);
  const name = sourceOf(site, attribute.name);
  const prop = site.conditionProps.find((one) => one.component === component && one.condition === name);
  return prop && { element, prop };
}

/** The attributes by their names; undefined when there is another one, such as a key or a spread, that would be lost. */
function attributesOf(
  { openingElement }: JSXElement,
  known: readonly string[],
): ReadonlyMap<string, JSXAttribute> | undefined {
  const found = new Map<string, JSXAttribute>();
  for (const attribute of openingElement.attributes) {
    if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') return undefined;
    const { name } = attribute.name;
    if (!known.includes(name) || found.has(name)) return undefined;
    found.set(name, attribute);
  }
  return found;
}

import type { JSXAttribute, Node } from '@babel/types';
import type { ReadShape } from '@ffsd/flags';
import type { Constant } from '@ffsd/fold';
import { isTruthy } from '@ffsd/fold';
import { scopesOf, withoutTypes } from '@ffsd/typescript';
import type { ComponentUse } from './component-of.ts';
import { mayDropViews } from './droppable-view.ts';
import { importedFrom } from './imported-from.ts';
import type { View } from './put-view.ts';
import { putView, shownChildren } from './put-view.ts';
import type { FoldResult, Site } from './site.ts';
import { refused, sourceOf } from './site.ts';
import { assumeView, viewOf } from './view-of.ts';

/**
 * `<Feature name="x" fallback={<Old/>}><New/></Feature>` becomes `<New/>`, or `<Old/>` while the flag is off.
 *
 * @param value what the component sees of the flag
 */
export function foldComponent(site: Site, use: ComponentUse, shape: ReadShape, value: Constant): FoldResult {
  const { element, roles } = use;
  const keep = (because: string): FoldResult => refused('component-use', because);
  if (shape.component?.wraps) return keep('the component puts an element of its own around what it shows');
  if (shape.component?.children === 'none') return keep('the component shows the value of the flag itself');
  const given = new Map<string, JSXAttribute>();
  for (const attribute of element.openingElement.attributes) {
    if (attribute.type !== 'JSXAttribute')
      return keep('the properties that are spread into the component are not known');
    const name = sourceOf(site, attribute.name);
    const role = roles.get(name);
    if (!role) return keep(`nothing is known of the property ${name}`);
    if (role !== 'ignored') given.set(role, attribute);
  }
  const shows = isShown(site, shape, given.get('matches'), value);
  if (shows === undefined) return keep('the value for which the component shows its children is not known');

  const part = partOf(site, use);
  if (part) return keep(`${part} may be a part of the component that shows its own children for one value alone`);
  const called = calledChild(use);
  if (called && shape.component?.children !== 'called') return keep('a function is given to the component');
  if (called) {
    const body = bodyOfUnaware(site, called);
    if (!body) return keep('the function that is given to the component uses what it is called with');
    return putView(site, element, { kind: 'expression', node: body }) ?? keep(noPlace);
  }
  const otherwise = given.get('otherwise');
  const view: View | undefined = shows ? { kind: 'children', of: element } : viewOf(site, otherwise);
  if (!view) return keep(`what ${otherwise ? sourceOf(site, otherwise.name) : 'the component'} shows is not known`);
  const dropped = shows ? (otherwise?.value ? [otherwise.value] : []) : shownChildren(element);
  if (!mayDropViews(site, dropped)) {
    return refused('impure-argument', 'what the component would no longer be given has an effect that would be lost');
  }
  if (!shows) assumeView(site, view, sourceOf(site, element.openingElement.name));
  return putView(site, element, view) ?? keep(noPlace);
}

const noPlace = 'nothing else can stand in the place of the component';

/** Whether the children are shown; undefined when it is not known. */
function isShown(
  site: Site,
  { component }: ReadShape,
  matches: JSXAttribute | undefined,
  value: Constant,
): boolean | undefined {
  if (!matches) {
    // `<FeatureFlag flagKey="layout">` alone asks for true and nothing else, so a variant has to be asked for by its name.
    if (component?.matches !== undefined && typeof value !== 'boolean') return undefined;
    return isTruthy(value);
  }
  const written = matches.value?.type === 'JSXExpressionContainer' ? matches.value.expression : matches.value;
  if (!written) return value === true;
  const known = site.constantOf(written);
  return known && (typeof known.value !== 'object' || known.value === null) ? known.value === value : undefined;
}

/** Names of elements that say for which value they show something: `<Feature.Off>`, or `<Off>` from the module of the component. */
const namesOfParts =
  /^(?:\w*(?:On|Off|Enabled|Disabled|Active|Inactive|Fallback|Default|Variant|Variation|Control|Then|Else))$/;

/** A child that is made for the component, as `<Feature name="x"><On>…</On><Off>…</Off></Feature>`. */
function partOf(site: Site, { element, roles }: ComponentUse): string | undefined {
  const own = element.openingElement.name;
  const module = own.type === 'JSXIdentifier' ? importedFrom(site.file, own)?.module : undefined;
  for (const child of shownChildren(element)) {
    if (child.type !== 'JSXElement') continue;
    const { name, attributes } = child.openingElement;
    // `<FeatureOff name="x">` asks for the flag by itself.
    const asks = attributes.some((one) => one.type === 'JSXAttribute' && roles.get(sourceOf(site, one.name)) === 'key');
    if (asks) continue;
    const source = sourceOf(site, name);
    if (name.type === 'JSXMemberExpression' && sourceOf(site, name.object) === sourceOf(site, own)) return source;
    if (name.type !== 'JSXIdentifier' || !namesOfParts.test(source) || module === undefined) continue;
    if (importedFrom(site.file, name)?.module === module) return source;
  }
  return undefined;
}

/** The function that is the only child. */
function calledChild({ element }: ComponentUse): Node | undefined {
  const children = shownChildren(element);
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'JSXExpressionContainer') return undefined;
  const child = withoutTypes(only.expression);
  return /Function/.test(child.type) ? child : undefined;
}

/** The view that a function makes without a look at what it is called with. */
function bodyOfUnaware({ file }: Site, node: Node): Node | undefined {
  if (node.type !== 'ArrowFunctionExpression' || node.async || node.body.type === 'BlockStatement') return undefined;
  const scopes = scopesOf(file);
  const unused = node.params.every(
    (param) => param.type === 'Identifier' && scopes.bindingOf(param)?.references.length === 0,
  );
  return unused ? node.body : undefined;
}

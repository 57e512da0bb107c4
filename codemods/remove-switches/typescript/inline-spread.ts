import type { JSXSpreadAttribute, Node, SpreadElement } from '@babel/types';
import { indentOf } from '@ffsd/edits';
import { reindent, removeListItem } from '@ffsd/typescript';
import type { FoldResult, Site } from './site.ts';
import { edited, sourceOf } from './site.ts';

/**
 * `[...(on ? [a, b] : []), c]` becomes `[a, b, c]`, and the same for objects and JSX attributes; undefined when the spread must stay.
 *
 * @param kept the expression that is spread from now on
 */
export function inlineSpread(
  site: Site,
  spread: SpreadElement | JSXSpreadAttribute,
  kept: Node,
): FoldResult | undefined {
  const owner = site.parents.parent(spread);
  if (!owner) return undefined;
  const items = itemsOf(owner);
  if (owner.type === 'JSXOpeningElement') return inlineAttributes(site, spread, kept);
  if (!items || items.includes(null)) return undefined;
  const nodes = items as readonly Node[];
  const inner = innerItems(owner, kept);
  if (!inner || repeatsName(nodes, inner)) return undefined;
  if (inner.length === 0) {
    if (kept.type !== 'ArrayExpression' && kept.type !== 'ObjectExpression') return undefined;
    return edited(removeListItem(site.file, nodes, nodes.indexOf(spread)));
  }
  const { text } = site.file;
  const span = { start: inner[0]!.start!, end: inner.at(-1)!.end! };
  // A comment behind the last inner item would swallow what follows.
  if (
    /\/\//.test(
      text
        .slice(span.start, span.end)
        .split(/[\r\n]/)
        .at(-1)!,
    )
  )
    return undefined;
  return edited([
    { start: spread.start!, end: span.start, text: '' },
    ...reindent(site.file, span.start, span.end, indentOf(text, span.start), indentOf(text, spread.start!)),
    { start: span.end, end: spread.end!, text: '' },
  ]);
}

function itemsOf(owner: Node): readonly (Node | null)[] | undefined {
  switch (owner.type) {
    case 'ArrayExpression':
      return owner.elements;
    case 'ObjectExpression':
      return owner.properties;
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return owner.arguments;
    default:
      return undefined;
  }
}

function innerItems(owner: Node, kept: Node): readonly Node[] | undefined {
  if (owner.type === 'ObjectExpression') {
    if (kept.type !== 'ObjectExpression') return undefined;
    // A getter is read once by the spread and stays a getter when inlined; `__proto__: x` sets the prototype of the outer object.
    const plain = kept.properties.every(
      (property) =>
        property.type === 'SpreadElement' ||
        (property.type === 'ObjectProperty' && !isProto(property.key)) ||
        (property.type === 'ObjectMethod' && property.kind === 'method'),
    );
    return plain ? kept.properties : undefined;
  }
  if (kept.type !== 'ArrayExpression' || kept.elements.includes(null)) return undefined;
  return kept.elements as Node[];
}

function inlineAttributes(site: Site, spread: Node, kept: Node): FoldResult | undefined {
  if (kept.type !== 'ObjectExpression') return undefined;
  if (kept.properties.length === 0) {
    let start = spread.start!;
    while (/\s/.test(site.file.text[start - 1] ?? '')) start--;
    return edited([{ start, end: spread.end!, text: '' }]);
  }
  const others = site.parents.parent(spread);
  if (others?.type === 'JSXOpeningElement' && repeatsName(others.attributes, kept.properties)) return undefined;
  const attributes: string[] = [];
  for (const property of kept.properties) {
    if (property.type === 'SpreadElement') {
      attributes.push(`{${sourceOf(site, property)}}`);
      continue;
    }
    if (property.type !== 'ObjectProperty' || property.computed) return undefined;
    const name =
      property.key.type === 'Identifier'
        ? property.key.name
        : property.key.type === 'StringLiteral'
          ? property.key.value
          : '';
    // `key` and `ref` in a spread are not what they are as attributes.
    if (!/^[A-Za-z_$][\w$-]*$/.test(name) || name === 'key' || name === 'ref' || name === 'children') return undefined;
    const { value } = property;
    const plainText = value.type === 'StringLiteral' && !/["\\&\n\r]/.test(value.value);
    attributes.push(plainText ? `${name}="${value.value}"` : `${name}={${sourceOf(site, value)}}`);
  }
  if (sourceOf(site, kept).match(/[\r\n]/)) return undefined;
  return edited([{ start: spread.start!, end: spread.end!, text: attributes.join(' ') }]);
}

/**
 * Whether an entry that comes in has the name of one that is there. With the spread the later one wins, and it still does;
 * without it TypeScript takes the second for a mistake: `{ pay: 'cash', pay: 'card' }`.
 */
function repeatsName(outer: readonly Node[], inner: readonly Node[]): boolean {
  const names = new Set(outer.map(entryName));
  return inner.some((entry) => {
    const name = entryName(entry);
    return name !== undefined && names.has(name);
  });
}

function entryName(entry: Node): string | undefined {
  if (entry.type === 'JSXAttribute') return entry.name.type === 'JSXIdentifier' ? entry.name.name : undefined;
  if ((entry.type !== 'ObjectProperty' && entry.type !== 'ObjectMethod') || entry.computed) return undefined;
  const { key } = entry;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' || key.type === 'NumericLiteral' ? String(key.value) : undefined;
}

function isProto(key: Node): boolean {
  return (
    (key.type === 'Identifier' && key.name === '__proto__') ||
    (key.type === 'StringLiteral' && key.value === '__proto__')
  );
}

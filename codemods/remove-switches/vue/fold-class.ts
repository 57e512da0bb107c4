import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { isTruthy } from '@ffsd/fold';
import { removePart } from '@ffsd/templates';
import { asTemplateNode, removeListItem } from '@ffsd/typescript';
import type { FoldResult } from '../fold-result.ts';
import { edited } from '../fold-result.ts';
import type { KnownExpression, Site } from '../typescript/site.ts';
import { asClass } from './fold-bound.ts';

/**
 * A class that is always or never given: `:class="{ new: on, big }"` becomes `class="new" :class="{ big }"`, or loses it.
 *
 * @returns undefined where the constant stands in no list of classes
 */
export function foldClass(site: Site, known: KnownExpression, parent: Node): FoldResult | undefined {
  if (known.effects.length > 0) return undefined;
  if (parent.type === 'ArrayExpression') {
    const host = classOf(site, parent);
    const index = parent.elements.indexOf(known.node as never);
    if (!host || isTruthy(known.value) || parent.elements.includes(null)) return undefined;
    return parent.elements.length === 1 && host.isWhole
      ? edited([removePart(site.file.text, host.span, 'tag')])
      : edited(removeListItem(site.file, parent.elements as Node[], index));
  }
  if (parent.type !== 'ObjectProperty' || parent.value !== known.node || parent.computed) return undefined;
  const list = site.parents.parent(parent);
  const host = list && classOf(site, list);
  if (list?.type !== 'ObjectExpression' || !host) return undefined;
  const isSole = list.properties.length === 1;
  const removal = (): readonly Edit[] =>
    isSole && host.isWhole
      ? [removePart(site.file.text, host.span, 'tag')]
      : removeListItem(site.file, list.properties, list.properties.indexOf(parent));
  if (!isTruthy(known.value)) return edited(removal());
  const { key } = parent;
  const name = key.type === 'Identifier' ? key.name : key.type === 'StringLiteral' ? key.value : undefined;
  if (name === undefined || !host.isWhole) return undefined;
  const given = asClass(site, name, host);
  if (given.kind !== 'edits' || isSole) return given;
  // Beside the others it becomes a class of its own, before them.
  const { start } = host.span;
  const others = given.edits.filter((edit) => edit.start !== start && edit.text.trim() !== '');
  const added = others.length > 0 ? others : [{ start, end: start, text: `class="${name}" ` }];
  return edited([...added, ...removal()].sort((one, two) => one.start - two.start));
}

/** The attribute whose list of classes the node is or is an item of. */
function classOf(site: Site, node: Node) {
  let isWhole = true;
  for (const ancestor of site.parents.ancestors(node)) {
    if (ancestor.type === 'ArrayExpression') {
      isWhole = false;
      continue;
    }
    const place = asTemplateNode(ancestor);
    if (place?.type !== 'TemplateExpression' || place.host.kind !== 'directive') return undefined;
    const { directive } = place.host;
    const isClass = directive.name === 'bind' && directive.arg?.type === 4 && directive.arg.content === 'class';
    const span = { start: directive.loc.start.offset, end: directive.loc.end.offset };
    return isClass ? { ...place.host, span, isWhole } : undefined;
  }
  return undefined;
}

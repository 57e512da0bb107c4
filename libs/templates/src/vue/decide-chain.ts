import type { Edit } from '@ffsd/edits';
import { beginsLine, endOfPreviousLine, isBlankLine, lineStart } from '@ffsd/edits';
import { keepPart } from '../keep-part.ts';
import type { Where } from '../remove-part.ts';
import { removePart } from '../remove-part.ts';
import type { Span } from '../span.ts';
import type { ChainBranch } from './chain.ts';
import { chainOf } from './chain.ts';
import type { VueElement } from './vue-host.ts';
import { innerSpan, spanOf } from './vue-nodes.ts';

/**
 * Decides the test of an element: it stays without the branches behind it, or goes and leaves its place to the next one.
 *
 * @returns undefined when the element is a `<template>` that cannot be taken away from around its content
 */
export function decideChain(text: string, element: VueElement, holds: boolean): readonly Edit[] | undefined {
  const chain = chainOf(element);
  const index = chain.findIndex((branch) => branch.element === element.node);
  const own = chain[index];
  if (!own) return undefined;
  const where = whereAt(element);
  if (holds) {
    const kept = index === 0 ? withoutTest(text, own, where) : [{ ...spanOf(own.directive), text: 'v-else' }];
    const gone = chain.slice(index + 1).map((branch) => removePart(text, branch, where));
    return kept && [...kept, ...gone];
  }
  const next = chain[index + 1];
  const span = chain.length === 1 ? { start: startWithComments(text, own), end: own.end } : own;
  // The comments between the two branches belong to the one below, and stay with it.
  const removed = removePart(text, { start: span.start, end: own.end }, where);
  if (!next || index > 0) return [removed];
  const opened =
    next.directive.name === 'else'
      ? withoutTest(text, next, where)
      : [
          {
            start: next.directive.loc.start.offset,
            end: next.directive.loc.start.offset + 'v-else-if'.length,
            text: 'v-if',
          },
        ];
  return opened && [removed, ...opened];
}

/** What white space means where the element stands. */
export function whereAt({ node, parent }: VueElement): Where {
  if (/^(?:pre|textarea)$/i.test(node.tag)) return 'exact';
  return parent ? whereAt(parent) : 'markup';
}

/** The element without what it was shown by; of a `<template>` its content. */
function withoutTest(text: string, { element, directive }: ChainBranch, where: Where): readonly Edit[] | undefined {
  const others = element.props.filter((prop) => prop !== directive);
  const isKey = (name: string | undefined) => name === 'key';
  const isOnlyKeyed = others.every((prop) =>
    prop.type === 6 ? isKey(prop.name) : prop.name === 'bind' && isKey(prop.arg?.type === 4 ? prop.arg.content : ''),
  );
  if (element.tag === 'template') {
    if (isOnlyKeyed) return keepPart(text, spanOf(element), innerSpan(text, element), { where });
    // Without a directive that makes it one, it would be an element of the page that shows nothing.
    if (!others.some((prop) => prop.type === 7 && /^(?:for|slot)$/.test(prop.name))) return undefined;
  }
  return [removePart(text, spanOf(directive), 'tag')];
}

/** The comments on the lines right above go with what they are about. */
function startWithComments(text: string, { start }: Span): number {
  let from = start;
  while (beginsLine(text, from)) {
    const line = lineStart(text, from);
    const above = endOfPreviousLine(text, line);
    if (line === 0 || isBlankLine(text, above) || !text.slice(0, above).endsWith('-->')) break;
    const open = text.lastIndexOf('<!--', above);
    if (open < 0 || !beginsLine(text, open) || text.slice(open, above - 3).includes('-->')) break;
    from = open;
  }
  return from;
}

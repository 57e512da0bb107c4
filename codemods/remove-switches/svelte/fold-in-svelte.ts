import { isTruthy } from '@ffsd/fold';
import type { SvelteHost } from '@ffsd/templates';
import { decideIf, removePart } from '@ffsd/templates';
import type { TemplateExpression } from '@ffsd/typescript';
import type { FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import type { KnownExpression, Site } from '../typescript/site.ts';
import { plainIn, shownText } from '../vue/shown-text.ts';
import { codeOf, foldAttribute } from './fold-attribute.ts';

/** Ends the climb at the border of a Svelte template: the constant decides a block, is shown, or stands in an attribute. */
export function foldInSvelte(
  site: Site,
  known: KnownExpression,
  place: TemplateExpression,
  host: SvelteHost,
): FoldResult {
  const { text } = site.file;
  if (known.effects.length > 0)
    return refused('impure-argument', 'an argument of the read has an effect, which a template has no place for');
  switch (host.kind) {
    case 'if': {
      const edits = decideIf(text, host.chain, host.index, isTruthy(known.value));
      return edits ? edited(edits) : refused('unfolded-use', 'the block holds what may stand in a block alone');
    }
    case 'text':
      return shown(site, known, place, host);
    case 'attribute':
      return foldAttribute(site, known, place, host);
    case 'class':
      return asClass(site, known, host);
    case 'braces': {
      const code = codeOf(site, known);
      return code === undefined
        ? refused('object-value', 'the value cannot be written into the template')
        : edited([{ start: place.start, end: place.end, text: code }]);
    }
    case 'fixed':
      return refused('unfolded-use', 'nothing is decided where the template uses the value');
    default:
      return host satisfies never;
  }
}

function shown(
  site: Site,
  known: KnownExpression,
  place: TemplateExpression,
  { tag, isExact }: SvelteHost & { kind: 'text' },
): FoldResult {
  const content = shownText(known.value);
  if (content === '') return edited([removePart(site.file.text, tag, isExact ? 'exact' : 'markup')]);
  if (content !== undefined && plainIn(content)) return edited([{ ...tag, text: content }]);
  const code = codeOf(site, known);
  return code === undefined
    ? refused('object-value', 'the value cannot be written into the template')
    : edited([{ start: place.start, end: place.end, text: code }]);
}

function asClass(
  { file: { text } }: Site,
  { value }: KnownExpression,
  { name, directive, classes }: SvelteHost & { kind: 'class' },
): FoldResult {
  const removal = removePart(text, directive, 'tag');
  if (!isTruthy(value)) return edited([removal]);
  if (!classes) return edited([{ ...directive, text: `class="${name}"` }]);
  // Other directives and an expression may stand in it; a class more at its end takes nothing from them.
  if (classes.end < 0) return refused('unfolded-use', 'the classes are given by an expression');
  const added = {
    start: classes.end,
    end: classes.end,
    text: /["'\s]$/.test(text.slice(0, classes.end)) ? name : ` ${name}`,
  };
  return edited([added, removal].sort((one, two) => one.start - two.start));
}

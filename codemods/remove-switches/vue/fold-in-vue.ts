import { isTruthy } from '@ffsd/fold';
import type { VueHost } from '@ffsd/templates';
import { decideChain, removePart, whereAt } from '@ffsd/templates';
import type { TemplateExpression } from '@ffsd/typescript';
import type { FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import type { KnownExpression, Site } from '../typescript/site.ts';
import { foldBound } from './fold-bound.ts';
import { plainIn, shownText } from './shown-text.ts';

/** Ends the climb at the border of a Vue template: the constant decides an element, is shown, or stands in an attribute. */
export function foldInVue(site: Site, known: KnownExpression, place: TemplateExpression, host: VueHost): FoldResult {
  if (known.effects.length > 0)
    return refused('impure-argument', 'an argument of the read has an effect, which a template has no place for');
  switch (host.kind) {
    case 'interpolation':
      return shown(site, known, host);
    case 'directive':
      return decided(site, known, place, host);
    case 'other':
      return refused('unfolded-use', 'nothing is decided where the template uses the value');
    default:
      return host satisfies never;
  }
}

function shown(site: Site, { value, literal }: KnownExpression, host: VueHost & { kind: 'interpolation' }): FoldResult {
  const { text } = site.file;
  const span = { start: host.node.loc.start.offset, end: host.node.loc.end.offset };
  const content = shownText(value);
  if (content === undefined) return refused('object-value', 'the value is an object, which cannot be repeated here');
  if (content === '') return edited([removePart(text, span, whereAt(host.element))]);
  if (plainIn(content)) return edited([{ ...span, text: content }]);
  const code = literal && text.slice(literal.start!, literal.end!);
  if (code === undefined) return refused('unfolded-use', 'the text would mean something else in the template');
  return edited([{ ...span, text: `{{ ${code} }}` }]);
}

function decided(
  site: Site,
  known: KnownExpression,
  place: TemplateExpression,
  host: VueHost & { kind: 'directive' },
): FoldResult {
  const { text } = site.file;
  const { directive, element } = host;
  const whole = { start: directive.loc.start.offset, end: directive.loc.end.offset };
  const holds = isTruthy(known.value);
  switch (directive.name) {
    case 'if':
    case 'else-if': {
      const edits = decideChain(text, element, holds);
      return edits
        ? edited(edits)
        : refused('unfolded-use', 'the template element has attributes of its own, and nothing may stand in its place');
    }
    case 'show':
      return holds
        ? edited([removePart(text, whole, 'tag')])
        : refused('unfolded-use', 'the element is there and not seen; whether it may go cannot be told');
    case 'on': {
      // A component may ask whether somebody listens.
      const isSilent = element.node.tagType === 0 && directive.modifiers.length === 0;
      return isSilent
        ? edited([removePart(text, whole, 'tag')])
        : refused('unfolded-use', 'the handler does nothing, but that it is there may matter');
    }
    case 'model':
    case 'for':
      return refused('unfolded-use', `v-${directive.name} cannot take a constant`);
    default:
      return foldBound(site, known, place, host);
  }
}

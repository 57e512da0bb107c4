import type { DjangoFile, Span } from '@ffsd/templates';
import { boundNames, tagsIn } from './names-in.ts';

/**
 * Why parts of a template must not go although they are never shown. A template is read as a whole before it is shown, and some tags
 * act then, wherever they stand:
 *
 * ```text
 * {% extends "base.html" %}
 * {% if on %} … {% else %}{% block title %}Old{% endblock %}{% endif %}     the title is "Old", whatever on is
 * ```
 */
export function hindranceOf(file: DjangoFile, dropped: readonly Span[]): string | undefined {
  const tags = tagsIn(file.nodes);
  const gone = (at: Span) => dropped.some(({ start, end }) => start <= at.start && at.end <= end);
  const isChild = tags.some(({ name }) => name === 'extends');
  for (const tag of tags.filter(gone)) {
    if (tag.name === 'block' && isChild) return 'a block counts in a template that extends another, wherever it stands';
    if (tag.name === 'load') return 'a library that is loaded there is loaded for the whole template';
    if (tag.name === 'extends') return 'what the template extends would change';
    const bound = boundNames(file).find((one) => one.tag === tag);
    // `{% cycle 'odd' 'even' as row %}`, and further down `{% cycle row %}`.
    const isNamed = (tag.name === 'cycle' || tag.name === 'partialdef') && bound !== undefined;
    const isUsed = tags.some((one) => one.name === tag.name && !gone(one) && argsOf(file, one) === bound?.name);
    if (isNamed && isUsed) return `${bound.name} is defined there for the whole template`;
  }
  return undefined;
}

function argsOf({ text }: DjangoFile, { args }: { readonly args: Span }): string {
  return text.slice(args.start, args.end);
}

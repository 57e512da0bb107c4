/**
 * The two languages with `{% … %}`. `either` is a text that both read in the same way, as far as it shows.
 *
 * They differ in their expressions (Django has no brackets), in tags that go over several lines (text in Django), and in `{%- … -%}`.
 */
export type Dialect = 'django' | 'jinja' | 'either';

/** Tells the dialect by the name of the file, and else by what only one of them has. */
export function dialectOf(path: string, text: string): Dialect {
  if (/\.(?:jinja2?|j2)(?:\.\w+)?$/.test(path)) return 'jinja';
  if (path.endsWith('.djhtml')) return 'django';
  // An environment of Jinja may know tags that imitate Django's, but Django stops at what only Jinja has.
  if (onlyJinja.some((mark) => mark.test(text)) || hasBrackets(text)) return 'jinja';
  if (onlyDjango.some((mark) => mark.test(text))) return 'django';
  // Django would show the tag as it is written, and the author would have seen it.
  return /\{%[^%\r\n]*\r?\n(?:(?!%\})[\s\S])*%\}/.test(text) ? 'jinja' : 'either';
}

const onlyJinja = [/\{[%{#][-+]|[-+][%}#]\}/, /\{%\s*(?:set|macro|call|raw|import|from|do)\s/, /\{%\s*endraw\s*%\}/];

const onlyDjango = [
  /\{%\s*(?:load|url|static|comment|verbatim|blocktrans|blocktranslate|translate|csrf_token|empty|firstof|now)\b/,
  /\{\{[^}]*\|\s*\w+:/,
];

/** A bracket in an expression outside of a string: Django has none but in `_("text")`. */
function hasBrackets(text: string): boolean {
  for (const [, inside] of text.matchAll(/\{(?:\{|%\s*(?:if|elif)\s)((?:(?!%\}|\}\}).)*)/g)) {
    if (/[([]/.test(inside!.replace(/"[^"]*"|'[^']*'/g, '').replace(/\b_\(\)/g, ''))) return true;
  }
  return false;
}

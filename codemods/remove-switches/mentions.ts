import type { Place } from '@ffsd/changes';
import { withoutFormFields } from './form-fields.ts';
import type { KeptCode } from './kept-code.ts';
import type { SettledFlag } from './language.ts';
import type { Session } from './session.ts';
import { isTestPath } from './test-path.ts';

/** Finds the key as a word of its own: `new-check` is part of `new-checkout` and no word there. */
export function wordOf(spellings: readonly string[]): RegExp {
  return new RegExp(`(?<![\\w-])(?:${spellings.map((one) => one.replace(/[^\w]/g, '\\$&')).join('|')})(?![\\w-])`);
}

/** Whether the key stands in a template: there it may be read by whatever the template language has for it. */
export function isInTemplate(session: Session, spellings: readonly string[]): boolean {
  const word = wordOf(spellings);
  return session.search(spellings).some((path) => {
    const text = withoutFormFields(session.read(path) ?? '');
    if (isTestPath(path) || !word.test(text)) return false;
    if (/\.(?:vue|svelte|astro|html?|hbs|ejs|pug|erb|mustache|njk|jinja2?|j2|twig|liquid)$/.test(path)) return true;
    return !/\.(?:pyi?|[cm]?[jt]sx?|mdx?|rst|snap|ambr)$/.test(path) && /\{[{%]/.test(text);
  });
}

/** Whether it was said already, in words that tell more, why what sets the flag at a place of a test stays. */
export function isSetUpKept({ kept }: Session, { path, line }: Place): boolean {
  const codes: readonly string[] = ['test-of-other-value', 'ordered-mock', 'call-count'] satisfies readonly KeptCode[];
  return kept.some(({ place, code }) => place.path === path && place.line === line && codes.includes(code));
}

/** Files that are no code: one line for each, because nobody else says where the key stands in them. */
export function noteMentions(
  session: Session,
  flag: SettledFlag,
  spellings: readonly string[],
  isCode: (path: string) => boolean,
): void {
  const word = wordOf(spellings);
  for (const path of session.search(spellings)) {
    if (isCode(path)) continue;
    const at = (session.read(path) ?? '').search(word);
    if (at < 0) continue;
    session.keep({
      place: { path, line: session.lineOf(path, at) },
      code: 'mention',
      because: `${flag.key} stands in this file, which is not read as code`,
    });
  }
}

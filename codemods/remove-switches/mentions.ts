import type { Place } from '@ffsd/changes';
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
    const text = session.read(path) ?? '';
    if (isTestPath(path) || !word.test(text)) return false;
    if (/\.(?:vue|svelte|astro|html?|hbs|ejs|pug|erb|mustache|njk|jinja2?|j2|twig|liquid)$/.test(path)) return true;
    return !/\.(?:pyi?|[cm]?[jt]sx?|mdx?|rst|snap|ambr)$/.test(path) && /\{[{%]/.test(text);
  });
}

/** Whether a place was kept for this reason already, in words that tell more. */
export function isSaidAlready({ kept }: Session, { path, line }: Place, code: KeptCode): boolean {
  return kept.some((other) => other.place.path === path && other.place.line === line && other.code === code);
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

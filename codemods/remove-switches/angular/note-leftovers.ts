import type { SettledFlag } from '../language.ts';
import { wordOf } from '../mentions.ts';
import type { Session } from '../typescript/session.ts';
import { templatesIn, templatesWith } from './fold-reads.ts';

/** Reports every line of a template on which the key is left. */
export function noteLeftovers(session: Session, flag: SettledFlag, spellings: readonly string[]): void {
  for (const { path, offset } of leftovers(session, spellings)) {
    const because = `${flag.key} stands here, but this is no read of the flag that is known`;
    session.keep({ place: { path, line: session.lineOf(path, offset) }, code: 'mention', because });
  }
}

/** Whether a template still has the key: its definitions are in use then. */
export function standsInTemplate(session: Session, spellings: readonly string[]): boolean {
  return leftovers(session, spellings).length > 0;
}

function leftovers(
  session: Session,
  spellings: readonly string[],
): readonly { readonly path: string; readonly offset: number }[] {
  const word = new RegExp(wordOf(spellings).source, 'g');
  return templatesWith(session, spellings).flatMap((path) =>
    templatesIn(session, path).flatMap(({ text, template }) =>
      [...text.slice(template.start, template.end).matchAll(word)].map(({ index }) => ({
        path,
        offset: template.start + index,
      })),
    ),
  );
}

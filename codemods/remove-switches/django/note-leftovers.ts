import type { ReadShape } from '@ffsd/flags';
import type { DjangoFile } from '@ffsd/templates';
import { isAngularTemplate } from '../angular/is-angular-template.ts';
import { isFormField } from '../form-fields.ts';
import type { SettledFlag } from '../language.ts';
import { wordOf as wordPattern } from '../mentions.ts';
import { compile, spellingsOf } from './compiled-shape.ts';
import { isTemplate } from './is-template.ts';
import { tagsIn } from './names-in.ts';
import type { Session } from './session.ts';

/** Reports every line of a template on which the key is left: in a tag that is not understood, in a comment, in the text. */
export function noteLeftovers(session: Session, flag: SettledFlag, shapes: readonly ReadShape[]): void {
  for (const { path, lines } of leftovers(session, flag, shapes)) {
    for (const line of lines) {
      const because = `${flag.key} stands here, but this is no read of the flag that is known`;
      session.keep({ place: { path, line }, code: 'mention', because });
    }
  }
}

/** Whether a tag of a template still names the key: its definitions are in use then. */
export function standsInTag(session: Session, flag: SettledFlag, shapes: readonly ReadShape[]): boolean {
  const word = wordPattern(spellingsOf(flag.key, shapes.map(compile)));
  return leftovers(session, flag, shapes).some(({ path }) => {
    const file = session.parse(path);
    return file !== undefined && tagTexts(file).some((text) => word.test(text));
  });
}

/** Whether it stands there in something else than a field by which somebody sets the flag. */
export function mayReadInTag(session: Session, flag: SettledFlag, shapes: readonly ReadShape[]): boolean {
  const word = wordPattern(spellingsOf(flag.key, shapes.map(compile)));
  return leftovers(session, flag, shapes).some(({ path }) => {
    const file = session.parse(path);
    return file !== undefined && tagTexts(file).some((text) => word.test(text) && !isFormField(text));
  });
}

function leftovers(session: Session, { key }: SettledFlag, shapes: readonly ReadShape[]) {
  const spellings = spellingsOf(key, shapes.map(compile));
  const word = new RegExp(wordPattern(spellings).source, 'g');
  return session
    .search(spellings)
    .filter((path) => isTemplate(path) && !isAngularTemplate(path, session.base))
    .map((path) => {
      const text = session.read(path) ?? '';
      const lines = new Set([...text.matchAll(word)].map(({ index }) => session.lineOf(path, index)));
      // A text without tags is reported once, as any other file that is no code.
      return { path, lines: /\{[{%]/.test(text) ? [...lines] : [...lines].slice(0, 1) };
    });
}

function tagTexts(file: DjangoFile): readonly string[] {
  const outputs = file.places.map(({ expression }) => expression);
  return [...tagsIn(file.nodes), ...outputs].map(({ start, end }) => file.text.slice(start, end));
}

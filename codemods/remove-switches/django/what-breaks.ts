import type { Edit } from '@ffsd/edits';
import { apply } from '@ffsd/edits';
import type { DjangoFile } from '@ffsd/templates';
import { isParsedDjango, parseDjango } from '@ffsd/templates';

/** What the edits would break, as far as the text shows; undefined when nothing. */
export function whatBreaks(file: DjangoFile, edits: readonly Edit[]): string | undefined {
  const after = parseDjango(file.path, apply(file.text, edits));
  if (!isParsedDjango(after)) return `the result would not parse: ${after.message}`;
  const unread = (one: DjangoFile) => one.text.match(/\{%-?\s*(?:if|elif)\s/g)?.length ?? 0;
  const tests = (one: DjangoFile) => one.places.filter(({ kind }) => kind === 'test').length;
  // A test that could be read before must be one afterwards.
  return unread(after) - tests(after) > unread(file) - tests(file)
    ? 'the result would have a test that is none'
    : undefined;
}

import type { Edit } from '@ffsd/edits';
import { apply } from '@ffsd/edits';
import type { AngularFile } from '@ffsd/templates';
import { isParsedAngular, parseAngular } from '@ffsd/templates';

/** What the edits would break of a template, as far as its text shows; undefined when nothing. */
export function whatBreaks(file: AngularFile, edits: readonly Edit[]): string | undefined {
  const { template } = file;
  const grown = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const after = parseAngular(file.path, apply(file.text, edits), { start: template.start, end: template.end + grown });
  return isParsedAngular(after) ? undefined : `the result would not parse: ${after.message.split('\n')[0]}`;
}

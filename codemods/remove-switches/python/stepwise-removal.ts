import type { Edit } from '@ffsd/edits';
import { apply, compose } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/python';
import { isParsed, parse } from '@ffsd/python';
import { whatBreaks } from './what-breaks.ts';

/** Plans one removal on a tree; undefined where nothing is left to remove, `refused` where it cannot be done. */
export type RemovalStep = (file: SourceFile) => readonly Edit[] | undefined | 'refused';

/**
 * Several removals in one file, each planned on the text that the one before left: neighbours share commas and blank lines.
 *
 * @returns undefined when one of them cannot be done, or the file would break
 */
export function stepwise(file: SourceFile, steps: readonly RemovalStep[]): readonly Edit[] | undefined {
  let edits: readonly Edit[] = [];
  for (const step of steps) {
    const now = edits.length === 0 ? file : parse(file.path, apply(file.text, edits));
    const next = isParsed(now) ? step(now) : 'refused';
    if (next === 'refused') return undefined;
    if (next === undefined) continue;
    edits = edits.length === 0 ? next : compose(edits, next);
  }
  return edits.length > 0 && whatBreaks(file, edits) ? undefined : edits;
}

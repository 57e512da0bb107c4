import { structuredPatch } from 'diff';
import type { FileStep } from './change-set.ts';
import { quotePath } from './quote-path.ts';

export interface DiffOptions {
  /** Lines around a change. git's own 3 unless told. */
  readonly context?: number;
  /** The mode of a created or deleted file; `100644` unless told. */
  readonly mode?: '100644' | '100755';
}

/**
 * One file's part of a patch, as `git apply` and `git apply -R` take it; the empty string when nothing changes. The parts of a
 * change, one after the other, are its patch.
 *
 * Lines keep their `\r`; a last line without newline is marked. A pure rename and an empty new file have headers and no
 * hunks. There is no `index` line, since it would need git's hashes and git does not ask for it.
 */
export function unifiedDiff(step: FileStep, { context = 3, mode = '100644' }: DiffOptions = {}): string {
  const { path, to = path, before, after } = step;
  if (before === undefined && after === undefined) return '';
  const header = [`diff --git ${quotePath(`a/${path}`)} ${quotePath(`b/${to}`)}`];
  if (before === undefined) header.push(`new file mode ${mode}`);
  else if (after === undefined) header.push(`deleted file mode ${mode}`);
  else if (to !== path) header.push(`rename from ${quotePath(path)}`, `rename to ${quotePath(to)}`);
  const hunks = hunksOf(before ?? '', after ?? '', context);
  if (hunks.length === 0) return header.length === 1 ? '' : `${header.join('\n')}\n`;
  const names = [
    `--- ${before === undefined ? '/dev/null' : endName(quotePath(`a/${path}`))}`,
    `+++ ${after === undefined ? '/dev/null' : endName(quotePath(`b/${to}`))}`,
  ];
  return `${[...header, ...names, ...hunks].join('\n')}\n`;
}

function hunksOf(before: string, after: string, context: number): readonly string[] {
  if (before === after) return [];
  return structuredPatch('', '', before, after, undefined, undefined, { context }).hunks.flatMap((hunk) => [
    `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`,
    ...hunk.lines,
  ]);
}

/** An empty range is written with the line before it, as the format wants; a length of 1 is left out, as git does. */
function range(start: number, lines: number): string {
  return lines === 1 ? `${start}` : `${lines === 0 ? start - 1 : start},${lines}`;
}

/** A name with a space ends with a tab: older patch programs read a date behind the name. */
function endName(name: string): string {
  return name.includes(' ') && !name.startsWith('"') ? `${name}\t` : name;
}

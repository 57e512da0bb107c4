import type { Paint } from '@ffsd/reports';
import { columnsFor, count, flagsSentence } from './flags-table.ts';
import type { ListedFlags } from './list-flags.ts';

/** The list for a terminal: a table, with the hints below each flag. With `verbose` the places of the reads, too. */
export function flagsText(
  { flags, dynamic, unparsable }: ListedFlags,
  { paint, verbose = false }: { readonly paint: Paint; readonly verbose?: boolean | undefined },
): string {
  const columns = columnsFor(flags);
  const rows = flags.map((flag) => columns.map(({ cell }) => cell(flag)));
  const widths = columns.map(({ title }, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
  const line = (cells: readonly string[], first: (text: string) => string) =>
    cells
      .map((cell, at) => {
        const padded = columns[at]!.isNumber ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!);
        return at === 0 ? first(padded) : padded;
      })
      .join('  ')
      .trimEnd();
  const lines: string[] = [];
  if (flags.length > 0) {
    const titles = columns.map(({ title }) => title);
    lines.push(paint.dim(line(titles, (text) => text)));
  }
  for (const [at, { hints, reads }] of flags.entries()) {
    lines.push(line(rows[at]!, paint.bold));
    for (const { text } of hints) lines.push(`  ${paint.yellow(text)}`);
    if (!verbose) continue;
    for (const { path, line: number, date } of reads) {
      lines.push(paint.dim(`  ${path}:${number}${date === undefined ? '' : `  ${date}`}`));
    }
  }
  if (flags.length > 0) lines.push('');
  lines.push(flagsSentence(flags));
  if (dynamic.length > 0) {
    lines.push(`${count(dynamic.length, 'more read')} whose key is put together while the program runs:`);
    const shown = verbose ? dynamic : dynamic.slice(0, 5);
    lines.push(...shown.map(({ path, line: number, code }) => `  ${path}:${number}  ${paint.dim(code)}`));
    if (shown.length < dynamic.length) lines.push(`  and ${dynamic.length - shown.length} more (--verbose)`);
  }
  if (unparsable.length > 0) {
    lines.push('Not parsed, so left out');
    lines.push(...unparsable.map(({ path, line: number, message }) => `  ${path}:${number}  ${message}`));
  }
  return `${lines.join('\n')}\n`;
}

import { keptOf, type Report, unparsableOf } from './report.ts';

export interface Summary {
  readonly changes: number;
  readonly safe: number;
  readonly review: number;
  /** Files that are edited, created, deleted or renamed. */
  readonly files: number;
  readonly kept: number;
  readonly unparsable: number;
}

export function summaryOf(report: Report): Summary {
  const { steps } = report.set;
  const safe = steps.filter(({ change }) => change.safety === 'safe').length;
  return {
    changes: steps.length,
    safe,
    review: steps.length - safe,
    files: new Set(steps.flatMap(({ files }) => files.map(({ path }) => path))).size,
    kept: keptOf(report).length,
    unparsable: unparsableOf(report).length,
  };
}

/** `3 changes in 2 files (2 safe, 1 to review), 1 place kept as it is.`: the last line of a report. */
export function summarySentence(report: Report): string {
  const { changes, safe, review, files, kept, unparsable } = summaryOf(report);
  const grades = review === 0 ? 'all safe' : safe === 0 ? 'all to review' : `${safe} safe, ${review} to review`;
  const parts = [
    changes === 0 ? 'Nothing to change' : `${count(changes, 'change')} in ${count(files, 'file')} (${grades})`,
  ];
  if (kept) parts.push(`${count(kept, 'place')} kept as ${kept === 1 ? 'it is' : 'they are'}`);
  if (unparsable) parts.push(`${count(unparsable, 'file')} not parsed`);
  return `${parts.join(', ')}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

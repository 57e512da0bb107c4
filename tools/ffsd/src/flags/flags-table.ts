import type { FlagEntry } from './flag-entry.ts';

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
  readonly cell: (flag: FlagEntry) => string;
}

/** The columns in which at least one flag has something to say. */
export function columnsFor(flags: readonly FlagEntry[]): readonly Column[] {
  return columns.filter(({ cell }) => flags.some((flag) => cell(flag) !== ''));
}

const columns: readonly Column[] = [
  { title: 'flag', cell: ({ key }) => key },
  { title: 'reads', isNumber: true, cell: ({ reads }) => String(reads.length) },
  { title: 'files', isNumber: true, cell: ({ files }) => String(files.length) },
  { title: 'projects', cell: ({ projects }) => some(projects) },
  { title: 'compared with', cell: ({ values }) => some(values.map((value) => JSON.stringify(value))) },
  { title: 'read by', cell: ({ vocabularies }) => some(vocabularies) },
  { title: 'owner', cell: ({ owners }) => some(owners) },
  { title: 'oldest', cell: ({ oldest = '' }) => oldest },
  { title: 'newest', cell: ({ newest = '' }) => newest },
];

/** Three of a list: `web, shop, api +2`. */
function some(texts: readonly string[]): string {
  const more = texts.length > 3 ? ` +${texts.length - 3}` : '';
  return `${texts.slice(0, 3).join(', ')}${more}`;
}

/** `3 flags with 12 reads; 2 may be stale.` */
export function flagsSentence(flags: readonly FlagEntry[]): string {
  const reads = flags.reduce((sum, flag) => sum + flag.reads.length, 0);
  const stale = flags.filter(({ hints }) => hints.length > 0).length;
  if (flags.length === 0) return 'No flag is read here.';
  return `${count(flags.length, 'flag')} with ${count(reads, 'read')}${stale > 0 ? `; ${stale} may be stale` : ''}.`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

import type { ChangeKey } from '../record/run-record.ts';

/** The key as one string. Ids of runs hold no `/`. */
export function keyText({ run, change }: ChangeKey): string {
  return `${run}/${change}`;
}

export function parseKey(text: string): ChangeKey {
  const slash = text.indexOf('/');
  return { run: text.slice(0, slash), change: text.slice(slash + 1) };
}

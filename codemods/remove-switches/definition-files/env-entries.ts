import type { Edit } from '@ffsd/edits';
import { removeEntryLines } from './remove-entry-lines.ts';
import type { FileEntries } from './remove-from-files.ts';

/**
 * The lines of a file of environment variables that set the flag, in the syntax of dotenv: `KEY=value`, with or without `export`, and with
 * values in quotes that go on over lines.
 */
export function envEntries(text: string, keys: readonly string[]): FileEntries | undefined {
  const edits: Edit[] = [];
  for (const { name, start, end } of assignmentsIn(text)) {
    if (keys.includes(name)) edits.push(removeEntryLines(text, start, end, /^\s*#/));
  }
  return edits.length > 0 ? { kind: 'entries', offset: edits[0]!.start, edits } : undefined;
}

/** A quote that is never closed is part of a value of one line, as dotenv has it. */
const assignment = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(?:"(?:\\[\s\S]|[^"\\])*"|'[^']*'|`[^`]*`)?[^\n]*$/gm;

function* assignmentsIn(text: string): Generator<{ name: string; start: number; end: number }> {
  for (const match of text.matchAll(assignment)) {
    yield { name: match[1]!, start: match.index, end: match.index + match[0].length };
  }
}

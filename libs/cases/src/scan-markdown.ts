import { CaseError } from './case-error.ts';

/** A heading of the second level, which begins a case. */
export interface Heading {
  readonly kind: 'heading';
  readonly title: string;
  readonly line: number;
}

/** A fenced block. Offsets are those of the Markdown text. */
export interface Block {
  readonly kind: 'block';
  /** The words behind the opening fence. */
  readonly info: readonly string[];
  /** The line of the opening fence, counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly start: number;
  /** Behind the line end of the closing fence. */
  readonly end: number;
}

/**
 * The headings and fenced blocks of a Markdown file, in their order. Everything else is prose and is not looked at.
 *
 * A block ends only at a fence that is at least as long as the one that opened it, so that code with fences in it can be shown.
 *
 * @throws CaseError when the last block is not closed.
 */
export function scanMarkdown(path: string, markdown: string): readonly (Heading | Block)[] {
  const items: (Heading | Block)[] = [];
  let open: { fence: string; info: string[]; line: number; start: number; textStart: number } | undefined;
  let offset = 0;
  for (const [index, raw] of markdown.split(/(?<=\n)/).entries()) {
    const line = raw.replace(/\r?\n$/, '');
    const next = offset + raw.length;
    const fence = /^ {0,3}(`{3,})([^`]*)$/.exec(line);
    if (open) {
      if (fence && fence[1]!.length >= open.fence.length && fence[2]!.trim() === '') {
        const { info, line: openedAt, start, textStart } = open;
        items.push({ kind: 'block', info, line: openedAt, text: markdown.slice(textStart, offset), start, end: next });
        open = undefined;
      }
    } else if (fence) {
      const info = fence[2]!.trim().split(/\s+/).filter(Boolean);
      open = { fence: fence[1]!, info, line: index + 1, start: offset, textStart: next };
    } else if (line.startsWith('## ')) {
      items.push({ kind: 'heading', title: line.slice(3).trim(), line: index + 1 });
    }
    offset = next;
  }
  if (open) throw new CaseError(path, open.line, 'this block is not closed');
  return items;
}

import type { Edit } from '@ffsd/edits';
import {
  beginsLine,
  endOfPreviousLine,
  endsLine,
  isBlankLine,
  lineEnd,
  lineStart,
  nextLine,
  previousLine,
  skipSpaces,
  skipSpacesBack,
} from '@ffsd/edits';
import type { Span } from './span.ts';

/**
 * What white space means where a part of a template stands.
 *
 * - `markup`: between elements, where any white space is as good as any other.
 * - `tag`: between the attributes of an element.
 * - `words`: in an attribute that is a list of words, such as `class`.
 * - `code`: in a script or style sheet. Lines that held nothing else may go, and what is left may be moved.
 * - `lines`: in a text that is no markup. Lines that held nothing else may go; what is left stays as it is.
 * - `exact`: every character is shown.
 */
export type Where = 'markup' | 'tag' | 'words' | 'code' | 'lines' | 'exact';

/** White space that the part itself takes with it, as `{%- … -%}` does. */
export interface Trims {
  readonly before: boolean;
  readonly behind: boolean;
}

const nothing: Trims = { before: false, behind: false };

/** Removes a part, with the lines that become empty by it and the space that would be one too many. */
export function removePart(text: string, part: Span, where: Where, trims: Trims = nothing): Edit {
  const isAlone =
    where !== 'exact' && beginsLine(text, part.start) && endsLine(text, part.end) && !joins(text, part, where, trims);
  if (isAlone) return where === 'lines' ? linesOf(text, part) : linesWithGap(text, part);
  const { start, end } = trimmed(text, part, trims);
  if (where === 'code' || where === 'lines' || where === 'exact') return { start, end, text: '' };
  return { ...withoutDoubleSpace(text, { start, end }, where), text: '' };
}

/**
 * Whether the part leaves no white space between its neighbours, and that shows:
 *
 * ```text
 * <b>1</b>
 * {%- if on -%}
 * <b>2</b>                =>    <b>1</b><b>2</b>    // without the tag on its line there would be a space
 * {%- endif -%}
 * ```
 */
function joins(text: string, { start, end }: Span, where: Where, trims: Trims): boolean {
  if (where !== 'markup' || !trims.before || !trims.behind) return false;
  const isEdge =
    blockEnd.test(text.slice(Math.max(0, start - 2000), start)) || blockStart.test(text.slice(end, end + 200));
  return !isEdge;
}

/** Elements around which white space is not shown. */
const blocks =
  'address|article|aside|blockquote|body|br|caption|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|li|link|main|menu|meta|nav|ol|optgroup|option|p|script|section|style|summary|table|tbody|td|template|tfoot|th|thead|title|tr|ul';
const blockEnd = new RegExp(`(?:^|</?(?:${blocks})(?:\\s[^<>]*)?>)\\s*$`, 'i');
const blockStart = new RegExp(`^\\s*(?:$|</?(?:${blocks})(?=[\\s/>]))`, 'i');

function trimmed(text: string, { start, end }: Span, trims: Trims): Span {
  let [from, to] = [start, end];
  while (trims.before && from > 0 && /\s/.test(text[from - 1]!)) from--;
  while (trims.behind && to < text.length && /\s/.test(text[to]!)) to++;
  return { start: from, end: to };
}

function linesOf(text: string, { start, end }: Span): Edit {
  const from = lineStart(text, start);
  const to = nextLine(text, end);
  // On the last line without a line break there is nothing behind to take: the break before goes instead.
  const isOpen = to === text.length && lineEnd(text, end) === text.length && from > 0;
  return { start: isOpen ? endOfPreviousLine(text, from) : from, end: to, text: '' };
}

/** A blank line on both sides becomes one, and none is left at the edge of an element or block. */
function linesWithGap(text: string, part: Span): Edit {
  const { start, end } = linesOf(text, part);
  const first = lineStart(text, 0);
  const blankBefore = start > first && start === lineStart(text, start) && isBlankLine(text, previousLine(text, start));
  const blankBehind = end < text.length && isBlankLine(text, end);
  if (blankBehind && (blankBefore || opens(text, start))) return { start, end: nextLine(text, end), text: '' };
  if (blankBefore && closes(text, end)) return { start: previousLine(text, start), end, text: '' };
  return { start, end, text: '' };
}

function opens(text: string, from: number): boolean {
  if (from <= lineStart(text, 0)) return true;
  const line = text.slice(previousLine(text, from), from);
  return /(?:^|[^/])<[a-z][^<>]*[^/<>]>\s*$|\{%-?\s*(?!end)[^%]*%\}\s*$|\{[#:][^{}]*\}\s*$|\{\s*$/i.test(line);
}

function closes(text: string, to: number): boolean {
  return to >= text.length || /^\s*(?:<\/|\{%-?\s*(?:end|el)|\{[/:]|\})/.test(text.slice(to, lineEnd(text, to)));
}

function withoutDoubleSpace(text: string, { start, end }: Span, where: 'markup' | 'tag' | 'words'): Span {
  const [before, behind] = [text[start - 1] ?? '\n', text[end] ?? '\n'];
  const spaceBefore = /\s/.test(before);
  const spaceBehind = /\s/.test(behind);
  if (where === 'words') {
    if (spaceBefore && (spaceBehind || /["'`]/.test(behind))) return { start: skipSpacesBack(text, start), end };
    return /["'`]/.test(before) && spaceBehind ? { start, end: skipSpaces(text, end) } : { start, end };
  }
  if (where === 'tag') {
    const isLast = spaceBehind || behind === '>' || text.startsWith('/>', end);
    return spaceBefore && isLast ? { start: skipSpacesBack(text, start), end } : { start, end };
  }
  // What is left of the line begins where the part began.
  if (beginsLine(text, start)) return { start, end: skipSpaces(text, end) };
  return spaceBefore && spaceBehind ? { start: skipSpacesBack(text, start), end } : { start, end };
}

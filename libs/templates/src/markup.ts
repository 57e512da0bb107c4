import type { Span } from './span.ts';

/** What an HTML parser would make of the place of an offset. */
export interface MarkupContext {
  readonly kind: 'content' | 'tag' | 'attribute';
  /** The attribute whose value it is. */
  readonly attribute?: string;
  /** The element in which white space is kept, or which is no markup. */
  readonly within?: 'pre' | 'textarea' | 'script' | 'style';
}

interface Region extends Span {
  readonly kind: 'tag' | 'attribute' | 'pre' | 'textarea' | 'script' | 'style';
  readonly name: string;
}

/** Where the tags and attributes of a text are, as far as the text shows: markup in templates is often only a half. */
export interface Markup {
  contextAt(offset: number): MarkupContext;
}

/**
 * @param masked the text with everything that is no markup replaced by as many {@link blank}s, or by letters where it is shown
 */
export function markupOf(masked: string): Markup {
  const regions = regionsIn(masked);
  return {
    contextAt(offset) {
      const around = regions.filter(({ start, end }) => start <= offset && offset <= end);
      const attribute = around.find(({ kind }) => kind === 'attribute');
      const tag = around.find(({ kind, start, end }) => kind === 'tag' && start < offset && offset < end);
      const within = around.find(({ kind }) => kind !== 'attribute' && kind !== 'tag')?.kind as MarkupContext['within'];
      return {
        kind: attribute ? 'attribute' : tag ? 'tag' : 'content',
        ...(attribute ? { attribute: attribute.name } : {}),
        ...(within ? { within } : {}),
      };
    },
  };
}

/** Stands for a character that is not there for HTML. */
export const blank = '\ue000';

function regionsIn(text: string): readonly Region[] {
  const regions: Region[] = [];
  const begin = /<!--|<\/?[a-z][^\s/>\ue000]*/gi;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const [head] = found;
    if (head === '<!--') {
      const end = text.indexOf('-->', found.index);
      begin.lastIndex = end < 0 ? text.length : end + 3;
      continue;
    }
    const end = tagFrom(text, found.index, begin.lastIndex, regions);
    begin.lastIndex = end;
    const name = head.slice(1).toLowerCase();
    if (/^(?:pre|textarea|script|style)$/.test(name) && text[end - 2] !== '/') {
      const close = new RegExp(`</${name}`, 'gi');
      close.lastIndex = end;
      const closed = close.exec(text)?.index ?? text.length;
      regions.push({ kind: name as Region['kind'], name, start: end, end: closed });
      // A `<pre>` holds markup, the others do not.
      if (name !== 'pre') begin.lastIndex = closed;
    }
  }
  return regions;
}

/** Notes the tag with its attributes; gives where it ends. */
function tagFrom(text: string, start: number, from: number, regions: Region[]): number {
  const part =
    /[\s/\ue000]+|(?<end>>)|(?<name>[^\s=>/\ue000"']+)(?:[\s\ue000]*=[\s\ue000]*(?:"(?<double>[^"]*)"?|'(?<single>[^']*)'?|(?<bare>[^\s>"']*)))?|[="']/gy;
  part.lastIndex = from;
  for (let found = part.exec(text); found; found = part.exec(text)) {
    const { end, name, double, single, bare } = found.groups!;
    if (end !== undefined) break;
    const value = double ?? single ?? bare;
    if (name === undefined || value === undefined) continue;
    const isQuoted = double !== undefined || single !== undefined;
    const isClosed = isQuoted && /["']$/.test(found[0]) && found[0].length > 0;
    const to = part.lastIndex - (isClosed ? 1 : 0);
    regions.push({ kind: 'attribute', name: name.toLowerCase(), start: to - value.length, end: to });
  }
  const to = part.lastIndex === 0 ? text.length : part.lastIndex;
  regions.push({ kind: 'tag', name: '', start, end: to });
  return to;
}

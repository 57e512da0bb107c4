import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { apply, compose, lineEnd, lineStart } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { isParsed, parse, walk } from '@ffsd/typescript';
import { mapBack } from '../map-back.ts';

/**
 * The edits, and where something was broken over lines because it did not fit on one, and does now, it is put on one:
 *
 * ```text
 * useMemo(build, [            useMemo(build, [items, order]);
 *   items,               =>
 *   order,
 *   isNewCheckoutEnabled,
 * ]);
 * ```
 *
 * What would have fitted before was broken by the programmer, and stays so.
 *
 * @returns `joins` are on the text after the edits that were given
 */
export function rejoin(
  file: SourceFile,
  edits: readonly Edit[],
): { readonly edits: readonly Edit[]; readonly joins: readonly Edit[] } {
  let all = edits;
  let joins: readonly Edit[] = [];
  if (!edits.some((edit) => isInBroken(file, edit))) return { edits, joins };
  const width = widthOf(file.text);
  for (let round = 0; round < 3; round++) {
    const after = parse(file.path, apply(file.text, all));
    const more = isParsed(after) ? joinsIn(file, after, all, width) : [];
    if (more.length === 0) break;
    all = compose(all, more);
    joins = joins.length > 0 ? compose(joins, more) : more;
  }
  return { edits: all, joins };
}

/** The smallest usual width that the lines of a text keep to: those with texts and comments cannot always be broken. */
function widthOf(text: string): number {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => !/['"`]|\/\/|^\s*\*/.test(line));
  const fits = (width: number) => lines.filter(({ length }) => length > width).length <= lines.length / 100;
  return [80, 100].find(fits) ?? 120;
}

function isInBroken(file: SourceFile, { start, end }: Edit): boolean {
  let found = false;
  walk(file.tree.program, (node) => {
    if (found || node.start! > end || node.end! < start) return;
    const span = spanOf(file, node);
    found ||= span !== undefined && /[\r\n]/.test(file.text.slice(span.start, span.end));
  });
  return found;
}

function joinsIn(before: SourceFile, after: SourceFile, edits: readonly Edit[], width: number): readonly Edit[] {
  const places = placesAfter(before.text, edits);
  const joins: { readonly span: Span; readonly gaps: readonly Edit[] }[] = [];
  walk(after.tree.program, (node) => {
    const span = spanOf(after, node);
    if (!span || span.start < 0 || span.end <= span.start) return;
    const from = lineStart(after.text, span.start);
    // What was removed on the lines above is none of this.
    const touches = (one: Place) => one.start < span.end && (one.isLines ? from < one.end : from <= one.end);
    if (!places.some(touches)) return;
    const gaps = gapsIn(after, node, span);
    if (!gaps) return;
    const spared = gaps.reduce((sum, { start, end, text }) => sum + end - start - text.length, 0);
    const length = lineEnd(after.text, span.end) - from - spared;
    if (length <= width && !fittedBefore(before, edits, span, width)) joins.push({ span, gaps });
  });
  // The innermost first: what is around is looked at again then.
  return joins
    .filter(({ span }) => joins.every((other) => other.span === span || !isIn(other.span, span)))
    .flatMap(({ gaps }) => gaps)
    .sort((a, b) => a.start - b.start);
}

/** What puts the span on one line; undefined where it is on one, or something in it needs its lines. */
function gapsIn({ text, tree }: SourceFile, node: Node, { kind, start, end, inside }: Span): Edit[] | undefined {
  const isComment = tree.comments?.some((comment) => comment.start! >= start && comment.end! <= end);
  const source = text.slice(start, end);
  if (isComment || !/[\r\n]/.test(source) || holdsLines(text, node)) return undefined;
  const close = kind === 'value' ? end : end - 1;
  const gaps: Edit[] = [];
  for (const gap of source.matchAll(/,?\s*(?:\r\n|\r|\n)\s*/g)) {
    const [from, to] = [start + gap.index, start + gap.index + gap[0].length];
    const isFirst = from === start + 1;
    const isLast = to === close;
    const comma = gap[0].startsWith(',');
    if (isFirst) gaps.push({ start: from, end: to, text: inside });
    else if (isLast) gaps.push({ start: comma && kind !== 'list' ? from + 1 : from, end: to, text: inside });
    // A chain of calls or a body is broken for its own sake.
    else if (kind === 'list' ? !comma : !/(?:&&|\|\||\?\?)$/.test(text.slice(start, from))) return undefined;
    else gaps.push({ start: comma ? from + 1 : from, end: to, text: ' ' });
  }
  return gaps;
}

/** A text over several lines is content. */
function holdsLines(text: string, node: Node): boolean {
  let found = false;
  walk(node, (inner) => {
    const isText = inner.type === 'TemplateElement' || inner.type === 'StringLiteral';
    found ||= isText && /[\r\n]/.test(text.slice(inner.start!, inner.end!));
  });
  return found;
}

function fittedBefore(
  { text }: SourceFile,
  edits: readonly Edit[],
  { kind, start, end, inside }: Span,
  width: number,
): boolean {
  const from = mapBack(edits, start + 1) - 1;
  const to = mapBack(edits, end - 1) + 1;
  const source = text.slice(from, to);
  // A pattern that held another one was broken for that.
  if (kind === 'list' && /:\s*\{[^}]/.test(source)) return false;
  const line = text.slice(lineStart(text, from), lineEnd(text, to)).replaceAll(/\s*[\r\n]\s*/g, ' ');
  const spared = (inside === '' ? 2 : 0) + (/,\s*[\])}]$/.test(source) ? 1 : 0);
  return line.length - spared <= width;
}

function isIn(inner: Pick<Span, 'start' | 'end'>, outer: Pick<Span, 'start' | 'end'>): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

interface Place {
  readonly start: number;
  readonly end: number;
  /** Whole lines went. */
  readonly isLines: boolean;
}

function placesAfter(text: string, edits: readonly Edit[]): readonly Place[] {
  let shift = 0;
  return edits.map(({ start, end, text: written }) => {
    const at = start + shift;
    shift += written.length - (end - start);
    return { start: at, end: at + written.length, isLines: /[\r\n]$/.test(text.slice(start, end)) };
  });
}

interface Span {
  /** `list` may end with a comma that goes, `value` has an opening character and no closing one. */
  readonly kind: 'list' | 'test' | 'child' | 'value';
  /** The first character is the opening bracket, the `=` or the `:`; the last is the closing bracket. */
  readonly start: number;
  readonly end: number;
  /** What stands between the brackets and what is inside on one line. */
  readonly inside: string;
}

/** What may be broken over lines: from the opening bracket to the closing one. */
function spanOf(file: SourceFile, node: Node): Span | undefined {
  const { text } = file;
  switch (node.type) {
    case 'ArrayExpression':
    case 'ArrayPattern':
      return { kind: 'list', start: node.start!, end: closing(file, node, ']'), inside: '' };
    case 'ObjectPattern':
      // Formatters break a pattern that holds another one, however short it is.
      if (node.properties.some((one) => one.type === 'ObjectProperty' && one.value.type === 'ObjectPattern'))
        return undefined;
      return { kind: 'list', start: node.start!, end: closing(file, node, '}'), inside: ' ' };
    case 'CallExpression':
    case 'NewExpression': {
      const [first] = node.arguments;
      const open = first ? text.lastIndexOf('(', first.start!) : -1;
      return open > node.callee.end! - 1 ? { kind: 'list', start: open, end: node.end!, inside: '' } : undefined;
    }
    case 'IfStatement':
    case 'WhileStatement': {
      const body = node.type === 'IfStatement' ? node.consequent : node.body;
      return {
        kind: 'test',
        start: text.indexOf('(', node.start!),
        end: text.lastIndexOf(')', body.start! - 1) + 1,
        inside: '',
      };
    }
    case 'JSXAttribute':
      return node.value?.type === 'JSXExpressionContainer'
        ? { kind: 'test', start: node.value.start!, end: node.value.end!, inside: '' }
        : undefined;
    case 'JSXElement': {
      const shown = node.children.filter((child) => child.type !== 'JSXText' || child.value.trim() !== '');
      const isSpaced = node.children.some((child) => child.type === 'JSXText' && !/^\s*[\r\n]\s*$/.test(child.value));
      if (shown.length !== 1 || shown[0]!.type !== 'JSXExpressionContainer' || isSpaced) return undefined;
      return { kind: 'child', start: node.openingElement.end! - 1, end: node.closingElement!.start! + 1, inside: '' };
    }
    case 'ObjectProperty':
      return node.shorthand || node.computed || !node.value
        ? undefined
        : { kind: 'value', start: text.indexOf(':', node.key.end!), end: node.value.end!, inside: ' ' };
    case 'VariableDeclarator':
      return node.init
        ? { kind: 'value', start: text.lastIndexOf('=', node.init.start!), end: node.init.end!, inside: ' ' }
        : undefined;
    default:
      return undefined;
  }
}

/** The offset behind the closing bracket of a pattern, which may have a type behind it. */
function closing({ text }: SourceFile, node: Node, bracket: string): number {
  if (text[node.end! - 1] === bracket && !('typeAnnotation' in node && node.typeAnnotation)) return node.end!;
  const parts: readonly (Node | null)[] =
    node.type === 'ObjectPattern' ? node.properties : node.type === 'ArrayPattern' ? node.elements : [];
  const last = parts.at(-1);
  return text.indexOf(bracket, last ? last.end! : node.start!) + 1;
}

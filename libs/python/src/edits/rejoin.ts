import type { Edit } from '@ffsd/edits';
import { apply, compose, lineEnd, lineStart } from '@ffsd/edits';
import { type AnyNode, findAll } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { isParsed, parse } from '../parse.ts';
import { commaOf, itemEnd, type Listed, type ListItem, listOf, type Span } from './list-of.ts';

/**
 * The edits, and where they leave one line between brackets that need no lines of their own any more, that line beside its brackets:
 *
 * ```text
 * ready = bool(           ready = bool(          ready = bool(key)
 *     key and on     =>       key           =>
 * )                       )
 * ```
 *
 * Only where it fits, holds no comment, and no trailing comma says that the lines are wanted. An import loses its brackets, too.
 */
export function rejoin(file: SourceFile, edits: readonly Edit[]): readonly Edit[] {
  if (edits.length === 0 || !edits.some((edit) => isBroken(file, edit))) return edits;
  const after = parse(file.path, apply(file.text, edits));
  if (!isParsed(after)) return edits;
  const joins: Edit[] = [];
  for (const place of placesAfter(edits)) {
    const bracket = innermost(after, place);
    const join = bracket && joined(after, bracket);
    const isNew = join?.every((one) => joins.every((other) => one.end <= other.start || other.end <= one.start));
    if (isNew) joins.push(...join!);
  }
  if (joins.length === 0) return edits;
  return compose(
    edits,
    joins.sort((a, b) => a.start - b.start),
  );
}

/** Whether brackets around hold line breaks: only then it is worth to parse the result. */
function isBroken(file: SourceFile, edit: Span): boolean {
  const inside = innermost(file, edit)?.inside;
  return inside !== undefined && /[\r\n]/.test(file.text.slice(inside.start, inside.end));
}

/** The longest line of what is around, but no longer than any style guide allows, and never shorter than all allow. */
function longestLine(...texts: readonly string[]): number {
  const lines = texts.flatMap((text) => text.split(/\r\n|\r|\n/));
  const longest = Math.max(...lines.map((line) => (line.includes('://') ? 0 : line.length)));
  return Math.min(Math.max(longest, 79), 120);
}

function placesAfter(edits: readonly Edit[]): readonly Span[] {
  let shift = 0;
  return edits.map(({ start, end, text }) => {
    const at = start + shift;
    shift += text.length - (end - start);
    return { start: at, end: at + text.length };
  });
}

interface Bracket {
  readonly holder: AnyNode;
  readonly inside: Span;
  readonly items: readonly Listed[];
}

function innermost(file: SourceFile, place: Span): Bracket | undefined {
  let found: Bracket | undefined;
  const look = (node: AnyNode): void => {
    const bracket = bracketOf(node);
    if (bracket && bracket.inside.start <= place.start && place.end <= bracket.inside.end) found = bracket;
    // Brackets that may hold lines by their kind: what stands in a list of them is laid out on purpose.
    else if (isLaidOut(node) && node.start < place.start && place.end < node.end) found = undefined;
    for (const child of node.children())
      if (child.fullStart <= place.start && place.end <= child.fullEnd) look(child as AnyNode);
  };
  look(file.tree);
  return found;
}

function isLaidOut({ type }: AnyNode): boolean {
  return type === 'List' || type === 'Dict' || type === 'Set' || type === 'Tuple';
}

function bracketOf(node: AnyNode): Bracket | undefined {
  const first = firstItem(node);
  if (first) {
    const { holder, items, inside } = listOf(first);
    return inside && { holder, items, inside };
  }
  if (isLaidOut(node) || !('lpar' in node) || !Array.isArray(node.lpar) || node.lpar.length === 0) return undefined;
  const { lpar, rpar } = node as AnyNode & { readonly type: 'Name' };
  return { holder: node, items: [], inside: { start: lpar.at(-1)!.fullStart + 1, end: rpar[0]!.fullEnd - 1 } };
}

function firstItem(node: AnyNode): ListItem | undefined {
  switch (node.type) {
    case 'Call':
      return node.args[0];
    case 'ImportFrom':
      return node.lpar !== null && Array.isArray(node.names) ? node.names[0] : undefined;
    case 'ClassDef':
      return node.lpar ? (node.bases[0] ?? node.keywords[0]) : undefined;
    case 'Parameters':
      return node.parent?.type === 'FunctionDef' ? (node.params[0] ?? node.kwonlyParams[0]) : undefined;
    default:
      return undefined;
  }
}

/** Whether another import of the file has one name on a line of its own, although it is short. */
function keepsLines(tree: AnyNode, holder: AnyNode): boolean {
  return findAll(tree, 'ImportFrom').some((one) => {
    if (one === holder || one.lpar === null || !Array.isArray(one.names) || one.names.length !== 1) return false;
    return /[\r\n]/.test(one.code) && one.code.replace(/\s+/g, ' ').length < 79;
  });
}

function joined({ text, tree }: SourceFile, { holder, inside, items }: Bracket): Edit[] | undefined {
  const isImport = holder.type === 'ImportFrom';
  const last = items.at(-1);
  const comma = last && commaOf(last);
  // Black and others leave one item a line where a comma stands behind the last; isort does not.
  if (comma && !(isImport && items.length === 1 && !keepsLines(tree, holder))) return undefined;
  const whole = text.slice(inside.start, inside.end);
  const content = whole.trim();
  const start = inside.start + (whole.length - whole.trimStart().length);
  const end = comma ? itemEnd(last) : start + content.length;
  const line = text.slice(start, end);
  if (!/[\r\n]/.test(whole) || /[\r\n#\\]/.test(line) || whole.includes('#') || line === '') return undefined;
  const from = isImport ? inside.start - 1 : inside.start;
  const to = isImport ? inside.end + 1 : inside.end;
  const length = from - lineStart(text, from) + line.length + lineEnd(text, to) - to;
  if (length > longestLine(text.slice(0, from), text.slice(to))) return undefined;
  return [
    { start: from, end: start, text: '' },
    { start: end, end: to, text: '' },
  ];
}

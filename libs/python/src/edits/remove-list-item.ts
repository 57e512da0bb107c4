import type { Edit } from '@ffsd/edits';
import { beginsLine, endOfPreviousLine, endsLine, lineStart, nextLine, skipSpaces, skipSpacesBack } from '@ffsd/edits';
import type { AnyNode } from 'libcst-wasm';
import type { SourceFile } from '../parse.ts';
import { endWithComment, startWithComments } from './comments.ts';
import { commaOf, type ItemList, itemEnd, type Listed, type ListItem, listOf, type Span } from './list-of.ts';
import { removeLines } from './remove-lines.ts';
import { removeStatements } from './remove-statements.ts';
import type { Statement } from './suite.ts';

/**
 * Removes one item of a list with its comma: an argument, a parameter, an element, a name of an import, a base of a class and so on.
 * The commas of the others stay as they are, so a trailing comma stays where there was one; but a tuple of one keeps or gets its comma.
 *
 * What is nothing without the item goes with it: the `*` or `/` beside the last parameter of its kind, the brackets of type
 * parameters and bases, an `import` or `global` statement as a whole. An empty set becomes `set()`.
 *
 * @returns undefined where the list cannot be empty: a `with`, a subscript, a mapping pattern with a rest
 */
export function removeListItem(file: SourceFile, item: ListItem): Edit[] | undefined {
  const list = listOf(item);
  // `def f(*args, a)` without `args`: what is behind it still takes keywords only.
  if (
    item.type === 'Param' &&
    item.star === '*' &&
    list.holder.type === 'Parameters' &&
    list.holder.kwonlyParams.length > 0
  ) {
    return [{ start: item.start, end: itemEnd(item), text: '*' }];
  }
  const run = withMarkers(list.items, list.items.indexOf(item));
  const isAll = run.from === 0 && run.to === list.items.length - 1;
  if (isAll && !hasRest(list.holder) && !hasOtherComments(file, list)) return removeAll(file, list);
  const edits = removeRun(file, list, run);
  const left = list.items.length - (run.to - run.from + 1);
  return left === 1 ? [...edits, ...commaOfOne(list, run)] : edits;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** `def f(*, a)` without `a` has no star, and `def f(a, /)` no slash. */
function withMarkers(items: readonly Listed[], index: number): Run {
  const [before, behind] = [items[index - 1], items[index + 1]];
  const isLastOfKind = behind === undefined || (behind.type === 'Param' && behind.star === '**');
  if (before?.type === 'ParamStar' && isLastOfKind) return { from: index - 1, to: index };
  if (behind?.type === 'ParamSlash' && index === 0) return { from: index, to: index + 1 };
  return { from: index, to: index };
}

const hasRest = (holder: AnyNode): boolean => holder.type === 'MatchMapping' && holder.rest !== null;

/** Whether brackets that may be empty hold comments that do not belong to the only item. */
function hasOtherComments(file: SourceFile, { holder, items, inside }: ItemList): boolean {
  if (inside === undefined || !canHoldComments.has(holder.type)) return false;
  const start = startWithComments(file, items[0]!.fullStart);
  const last = items.at(-1)!;
  const end = endWithComment(file, commaOf(last)?.end ?? itemEnd(last));
  return (file.text.slice(inside.start, start) + file.text.slice(end, inside.end)).includes('#');
}

const canHoldComments: ReadonlySet<string> = new Set(['Call', 'Dict', 'List', 'MatchClass', 'Parameters']);

function removeAll(file: SourceFile, { holder, inside }: ItemList): Edit[] | undefined {
  const gone = (span: Span, text = ''): Edit[] => [{ start: span.start, end: span.end, text }];
  switch (holder.type) {
    case 'Import':
    case 'LazyImport':
    case 'ImportFrom':
    case 'LazyImportFrom':
    case 'Global':
    case 'Nonlocal':
      return removeStatements(file, holder as Statement);
    case 'With':
    case 'Subscript':
      return undefined;
    case 'Set':
      return gone(holder, 'set()');
    case 'TypeParameters':
      return gone({ start: holder.fullStart, end: holder.fullEnd });
    case 'ClassDef': {
      const start = skipSpacesBack(file.text, holder.lpar!.fullStart);
      return gone({ start, end: holder.rpar!.fullEnd });
    }
    case 'Tuple':
      if (holder.parent?.type === 'Del') return removeStatements(file, holder.parent);
      return inside === undefined ? gone(holder, '()') : gone(inside);
    case 'MatchList':
      return inside === undefined ? gone(holder, '[]') : gone(inside);
    default:
      return inside === undefined ? undefined : gone(inside);
  }
}

function removeRun(file: SourceFile, { holder, items, inside }: ItemList, { from, to }: Run): Edit[] {
  const { text } = file;
  const [previous, first, last, next] = [items[from - 1], items[from]!, items[to]!, items[to + 1]];
  const comma = commaOf(last);
  const behind = comma?.end ?? itemEnd(last);
  const start = startWithComments(file, first.fullStart);
  const end = endWithComment(file, behind);
  const alone = beginsLine(text, start) && endsLine(text, end) && previousLineIsOpen(text, start, inside);
  const restFollows = next === undefined && hasRest(holder);
  const commaBefore = previous && commaOf(previous);
  // `(a, b)` without `b` is `(a,)`: the comma before stays, and so does that of a trailing comma.
  const keepsComma = comma !== undefined || restFollows || (isTuple(holder) && items.length === 2);
  if (alone) {
    const lines = removeLines(file, start, end, { first: previous === undefined, last: next === undefined });
    if (keepsComma || commaBefore === undefined) return [lines];
    return [{ start: itemEnd(previous!), end: commaBefore.end, text: '' }, lines];
  }
  if (next !== undefined && !(comma !== undefined && endsLine(text, end) && previous !== undefined)) {
    return [{ start: first.fullStart, end: startOfNext(file, next, end), text: '' }];
  }
  if (previous === undefined) return [{ start: first.fullStart, end: skipSpaces(text, behind), text: '' }];
  return removeLast(file, previous, first, behind, keepsComma);
}

/** `f(a, b)` loses `, b`, and `f(a, b,)` loses ` b,`. */
function removeLast(
  { text }: SourceFile,
  previous: Listed,
  first: Listed,
  behind: number,
  keepsComma: boolean,
): Edit[] {
  const comma = commaOf(previous)!;
  const between = text.slice(comma.end, first.fullStart);
  // `a,  # of a⏎ b` keeps the comment.
  if (between.includes('#')) {
    const item = { start: skipSpacesBack(text, first.fullStart), end: behind, text: '' };
    return keepsComma ? [item] : [{ start: itemEnd(previous), end: comma.end, text: '' }, item];
  }
  return [{ start: keepsComma ? comma.end : itemEnd(previous), end: behind, text: '' }];
}

/** Where what is behind an item begins: the next item, or the line break before the comments above that. */
function startOfNext(file: SourceFile, next: Listed, end: number): number {
  const comments = file.text.slice(end, next.fullStart).includes('#');
  return comments ? end : next.fullStart;
}

/** Whether the line break before an item is inside the brackets; without them it is escaped, and must not stay alone. */
function previousLineIsOpen(text: string, start: number, inside: Span | undefined): boolean {
  if (inside === undefined) return false;
  const line = lineStart(text, start);
  // `f(a,⏎ b)` begins on the line of the bracket.
  return inside.start < line && text[endOfPreviousLine(text, line) - 1] !== '\\' && nextLine(text, start) <= inside.end;
}

const isTuple = (holder: AnyNode): boolean =>
  (holder.type === 'Tuple' && holder.parent?.type !== 'Del') ||
  holder.type === 'MatchTuple' ||
  (holder.type === 'MatchList' && holder.lbracket === null);

/** `(a, b)` without `a` is `(b,)`. */
function commaOfOne({ holder, items }: ItemList, { from }: Run): Edit[] {
  const rest = items.at(-1)!;
  if (!isTuple(holder) || from !== 0 || commaOf(rest) !== undefined) return [];
  return [{ start: itemEnd(rest), end: itemEnd(rest), text: ',' }];
}

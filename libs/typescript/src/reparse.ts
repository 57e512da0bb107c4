import type { Statement } from '@babel/types';
import { hoistedNames } from './hoisted-names.ts';
import type { SourceFile } from './parse.ts';

/**
 * Parses a text that differs in a few places from one whose tree is known: only the statements of the module around the difference are
 * parsed, and the others are taken from the tree. A plan parses each file again after each change, and a change is a few lines.
 *
 * Undefined when the result might not be what a parse of the whole text gives. A whole parse sees more than the sum of its statements:
 *
 * - Two statements can run together where one loses its end: `a` and `(b)` are one call. So the neighbours on both sides are parsed, too.
 * - It refuses a name that is declared or exported twice, and an export of what is not declared. So nothing may be declared anew on the
 *   level of the module, and nothing that goes may be named by an `export { … }`.
 * - A string at the beginning is a directive there and a statement elsewhere.
 *
 * @param parseStatements parses a text of the same dialect; undefined when it is not understood
 */
export function reparse(
  known: SourceFile,
  text: string,
  parseStatements: (text: string) => SourceFile['tree'] | undefined,
): SourceFile | undefined {
  const window = windowOf(known, text);
  if (!window) return undefined;
  const { first, last, start, end, shift } = window;
  const { program } = known.tree;
  const parsed = parseStatements(text.slice(start, end + shift));
  if (!parsed || parsed.program.directives.length > 0 || parsed.program.interpreter) return undefined;
  const old = program.body.slice(first, last + 1);
  const fresh = parsed.program.body;
  if (!declaresNoMore(old, fresh, program.body)) return undefined;
  const body = [
    ...program.body.slice(0, first),
    ...fresh.map((one) => moved(one, start)),
    ...program.body.slice(last + 1).map((one) => moved(one, shift)),
  ];
  const comments = known.tree.comments ?? [];
  const tree: SourceFile['tree'] = {
    ...known.tree,
    end: known.tree.end! + shift,
    loc: null,
    comments: [
      ...comments.filter((one) => one.end! <= start),
      ...(parsed.comments ?? []).map((one) => moved(one, start)),
      ...comments.filter((one) => one.start! >= end).map((one) => moved(one, shift)),
    ],
    program: { ...program, end: program.end! + shift, loc: null, body },
  };
  return { path: known.path, text, tree };
}

interface Window {
  /** Places in the body of the old tree, both included. */
  readonly first: number;
  readonly last: number;
  /** Offsets in the old text; everything outside of them is the same in both texts, `shift` further on behind them. */
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

/** The statements that the difference touches, with a neighbour on both sides and what stands between them. */
function windowOf({ text: old, tree }: SourceFile, text: string): Window | undefined {
  const { body, directives, interpreter } = tree.program;
  if (body.length < 6) return undefined;
  const before = samePrefix(old, text);
  const after = sameSuffix(old, text, before);
  // The first statement that does not end before the difference, and the last one that does not begin behind it.
  let first = body.findIndex((one) => one.end! >= before);
  let last = body.findLastIndex((one) => one.start! <= old.length - after);
  if (first < 0) first = body.length - 1;
  first = Math.max(0, first - 1);
  last = Math.min(body.length - 1, Math.max(first, last) + 1);
  if (first === 0 && (interpreter || directives.length > 0)) return undefined;
  const start = first > 0 ? body[first - 1]!.end! : 0;
  const end = last < body.length - 1 ? body[last + 1]!.start! : old.length;
  // With most of the file in the window nothing is saved.
  if (before < start || old.length - after > end || (end - start) * 2 > old.length) return undefined;
  return { first, last, start, end, shift: text.length - old.length };
}

function samePrefix(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let at = 0;
  while (at < most && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  return at;
}

function sameSuffix(left: string, right: string, prefix: number): number {
  const most = Math.min(left.length, right.length) - prefix;
  let count = 0;
  while (count < most && left.charCodeAt(left.length - 1 - count) === right.charCodeAt(right.length - 1 - count))
    count++;
  return count;
}

/** Whether the module declares and exports no name that it did not, and loses none that an `export { … }` may name. */
function declaresNoMore(old: readonly Statement[], fresh: readonly Statement[], body: readonly Statement[]): boolean {
  const left = [...old.flatMap(hoistedNames)];
  for (const name of fresh.flatMap(hoistedNames)) {
    const at = left.indexOf(name);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 0 || !body.some((one) => one.type === 'ExportNamedDeclaration' && one.specifiers.length > 0);
}

/** A copy of a node, and of all below it, that stands `by` further on. The tree it comes from is still in use. */
function moved<T extends object>(node: T, by: number): T {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (offsets.has(key) && typeof value === 'number') copy[key] = value + by;
    // Lines and columns are counted by nobody here; wrong ones would be worse than none.
    else if (key === 'loc' || key === 'trailingCommaLoc') copy[key] = undefined;
    else if (Array.isArray(value)) copy[key] = value.map((one) => (isObject(one) ? moved(one, by) : one));
    else copy[key] = isObject(value) ? moved(value, by) : value;
  }
  return copy as T;
}

const offsets = new Set(['start', 'end', 'parenStart', 'trailingComma']);

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

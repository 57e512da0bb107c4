import { ParseError } from '../../errors/parse-error.ts';
import type { ConcatenatedString, SimpleString } from '../../generated/nodes.ts';
import { kindOf } from '../../kinds.ts';
import { nodeAt } from '../../node.ts';
import { parseExpression } from '../../parse-expression.ts';
import type { Tree } from '../../tree.ts';
import { type Collected, collect } from './collect.ts';
import { Context } from './context.ts';
import { dottedName } from './dotted-name.ts';
import { fullName } from './full-name.ts';
import type { NameAccess, StringPlace } from './name-access.ts';
import { childIn, fieldOf, parentOf } from './rows.ts';
import { stringText } from './string-text.ts';

/** Where the strings of a text stand that was itself a string. */
interface Within {
  readonly place: StringPlace;
  /** Whether all of it is a type, so that a string in it is one too. */
  readonly isType: boolean;
}

/**
 * Reads the strings that stand for types: those in annotations, in subscripts of what `typing` has (`Optional['Node']`),
 * and the types given to `cast`, `TypeVar` and `NewType`.
 *
 * @param link Gives the accesses of a collected text their referents.
 */
export function readStrings(
  module: Collected,
  link: (collected: Collected, root: Context) => void,
): readonly Collected[] {
  const found: Collected[] = [];
  const todo: { readonly collected: Collected; readonly within: Within | null }[] = [
    { collected: module, within: null },
  ];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { collected, within } = next;
    const types = new TypeContext(collected);
    for (const row of collected.strings) {
      const context = collected.contexts[row]!;
      if (!types.isType(row, context.isAnnotation || (within?.isType ?? false))) continue;
      const text = stringText(collected.tree, row);
      if (text === null) continue;
      const outer = within?.place ?? null;
      const base = outer === null ? 0 : outer.offset;
      // The text of an annotation may be indented, which an expression may not.
      const indent = /^[ \t]*/.exec(text.text)![0].length;
      const tree = parse(text.text.slice(indent));
      if (tree === null) continue;
      const place: StringPlace = {
        string: outer?.string ?? (nodeAt(collected.tree, row) as SimpleString | ConcatenatedString),
        row: outer?.row ?? row,
        offset: text.offset === null || base === null ? null : base + text.offset + indent,
      };
      const root = new Context(context.scope, 'load', context.isAnnotation);
      const inner = collect(tree, root, place);
      link(inner, root);
      found.push(inner);
      todo.push({ collected: inner, within: { place, isType: true } });
    }
  }
  return found;
}

function parse(text: string): Tree | null {
  try {
    return parseExpression(text).tree;
  } catch (error) {
    // It is no type then: type checkers complain, Python does not.
    if (error instanceof ParseError) return null;
    throw error;
  }
}

/** Says of a string whether it is a type. */
class TypeContext {
  readonly #collected: Collected;
  readonly #mentionsTyping: boolean;
  #accesses: Map<number, NameAccess> | null = null;

  constructor(collected: Collected) {
    this.#collected = collected;
    this.#mentionsTyping = /\btyping/.test(collected.tree.source);
  }

  isType(string: number, inAnnotation: boolean): boolean {
    const { tree, contexts } = this.#collected;
    if (!inAnnotation && !this.#mentionsTyping) return false;
    let isType = inAnnotation;
    for (let child = string, row = parentOf(tree, string); row >= 0; child = row, row = parentOf(tree, row)) {
      const kind = tree.kind(row);
      if (kind === SUBSCRIPT && tree.field(child) === SLICE) {
        const names = this.names(childIn(tree, row, VALUE));
        if (names.includes('Literal')) return false;
        if (names.includes('Annotated') && childIn(tree, row, SLICE) !== child) return false;
        isType ||= names.length > 0;
      } else if (kind === CALL) {
        isType ||= this.takesType(row, child);
        if (!inAnnotation) return isType;
      } else if (!passing.has(kind) && !(inAnnotation && contexts[row]!.isAnnotation)) {
        return isType;
      }
    }
    return isType;
  }

  private takesType(call: number, child: number): boolean {
    const { tree } = this.#collected;
    const names = this.names(childIn(tree, call, FUNC));
    if (names.length === 0 || tree.field(child) !== ARGS) return false;
    const isFirst = childIn(tree, call, ARGS) === child;
    return isFirst ? names.includes('cast') : names.some((name) => name === 'TypeVar' || name === 'NewType');
  }

  /** What an expression is called in `typing`, if it comes from there. */
  private names(row: number): readonly string[] {
    const dotted = dottedName(this.#collected.tree, row);
    if (dotted === null) return [];
    this.#accesses ??= new Map(this.#collected.accesses.map((access) => [access.row, access]));
    const referents = this.#accesses.get(dotted.first)?.referents ?? [];
    return referents
      .map((binding) => /^(?:typing|typing_extensions)\.(\w+)$/.exec(fullName(binding, dotted.rest).name)?.[1])
      .filter((name) => name !== undefined);
  }
}

const SUBSCRIPT = kindOf('Subscript');
const SLICE = fieldOf('Subscript', 'slice');
const VALUE = fieldOf('Subscript', 'value');
const CALL = kindOf('Call');
const FUNC = fieldOf('Call', 'func');
const ARGS = fieldOf('Call', 'args');

/** `Callable[["Node", "Edge" | None], None]`: what a type may stand in within a type. */
const passing = new Set(
  (['SubscriptElement', 'Index', 'Arg', 'Element', 'Tuple', 'List', 'BinaryOperation'] as const).map(kindOf),
);

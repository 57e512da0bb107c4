import type { Edit } from '@ffsd/edits';
import { apply } from '@ffsd/edits';
import type { AnyNode, Scope, SourceFile, Suite } from '@ffsd/python';
import { docstringOf, findAll, isParsed, parse, scopesOf, skip, walk } from '@ffsd/python';
import type { Damage, Turn } from '../damage.ts';
import { newNames } from '../damage.ts';
import type { KeptCode } from '../kept-code.ts';
import { mapBack } from '../map-back.ts';
import { compileErrorsIn } from './compile-errors.ts';
import { importsTakenAway } from './imports-taken-away.ts';
import { isTaken, unusedBindings } from './unused-names.ts';

export interface Breakage {
  readonly code: Extract<KeptCode, 'would-break' | 'scope-change' | 'generator'>;
  readonly because: string;
}

/**
 * What the edits would break, as far as the text shows: the file must parse afterwards, every name must be bound where it was
 * bound, and a generator must stay one. Undefined when nothing would break.
 */
export function whatBreaks(file: SourceFile, edits: readonly Edit[]): Breakage | undefined {
  const after = parse(file.path, apply(file.text, edits));
  if (!isParsed(after)) return { code: 'would-break', because: 'the result would not parse' };
  const lost = lostNames(file, after);
  if (lost.length > 0) {
    const because = `the result would use ${lost.join(' and ')}, which the removed code binds`;
    return { code: 'would-break', because };
  }
  const [refused] = newNames(compileErrorsIn(file), compileErrorsIn(after));
  if (refused) return { code: 'would-break', because: `Python would not compile the result: ${refused}` };
  const back = (offset: number) => mapBack(edits, offset, 'after');
  return changedScope(file, after, back) ?? lostYield(file, after, back) ?? gainedDocstring(file, after, back);
}

/** What is wrong after all changes and was right before them; `text` is undefined when the file is gone. */
export function damageBetween(before: SourceFile, text: string | undefined, turn: Turn): readonly Damage[] {
  const after = text === undefined ? undefined : parse(before.path, text);
  if (after && !isParsed(after)) return [{ kind: 'syntax', name: '', what: `not parse: ${after.message}` }];
  const lost = importsTakenAway(before, after, turn);
  if (!after) return lost;
  const left = unusedBindings(after);
  const fresh = newNames(
    unusedBindings(before).map(({ name }) => name),
    left.map(({ name }) => name),
  );
  const unused = left.filter((one) => fresh.includes(one.name) && !isTaken(turn.will, after, one));
  return [
    ...lostNames(before, after).map(
      (name): Damage => ({ kind: 'unresolved', name, what: `use ${name}, which nothing binds` }),
    ),
    ...newNames(compileErrorsIn(before), compileErrorsIn(after)).map(
      (name): Damage => ({ kind: 'duplicate', name, what: `not compile: ${name}` }),
    ),
    ...lost,
    ...unused.map(({ name }): Damage => ({ kind: 'unused', name, what: `leave ${name} unused` })),
  ];
}

function lostNames(before: SourceFile, after: SourceFile): readonly string[] {
  const known = new Set(unresolvedNames(before));
  return [...new Set(unresolvedNames(after))].filter((name) => !known.has(name));
}

/** The names that nothing in the file binds, and that are none of Python's own. */
export function unresolvedNames(file: SourceFile): readonly string[] {
  const missing = scopesOf(file)
    .unresolved()
    .filter(({ access }) => access.referents.length === 0)
    .map(({ name }) => name);
  return [...missing, ...unboundNonlocals(file)];
}

/** `nonlocal x` is no Python when no function around binds x. */
function unboundNonlocals(file: SourceFile): readonly string[] {
  const scopes = scopesOf(file);
  return findAll(file.tree, 'Nonlocal').flatMap(({ names }) =>
    names
      .map(({ name }) => name.value)
      .filter((name, index) => {
        for (let scope = scopes.scopeOf(names[index]!.name).parent; scope; scope = scope.parent) {
          if (scope.kind === 'function' && scope.assignments.has(name)) return false;
        }
        return true;
      }),
  );
}

/**
 * A name that a removed assignment made local, and that now means another one:
 *
 * ```text
 * x = 1
 * def f():
 *     print(x)          # UnboundLocalError     =>     1
 *     if off:
 *         x = 2
 * ```
 */
function changedScope(before: SourceFile, after: SourceFile, back: (offset: number) => number): Breakage | undefined {
  const then = new Map(occurrencesIn(before).map((one) => [one.offset, one]));
  for (const now of occurrencesIn(after)) {
    const old = then.get(back(now.offset));
    if (!old || old.name !== now.name) continue;
    if (placeOf(old.scope, (at) => at) !== placeOf(now.scope, back)) {
      const because = `the removed code is what makes ${now.name} a name of its function or class, and it is used there`;
      return { code: 'scope-change', because };
    }
  }
  return undefined;
}

interface Occurrence {
  readonly name: string;
  readonly offset: number;
  /** Where the name is bound. */
  readonly scope: Scope | undefined;
}

/** Where names are used, and where they are bound: a `nonlocal` that goes changes what `x = 1` binds. */
function occurrencesIn(file: SourceFile): readonly Occurrence[] {
  const scopes = scopesOf(file);
  const uses = scopes
    .references()
    .flatMap(({ name, offset, binding }) => (offset === undefined ? [] : [{ name, offset, scope: binding?.scope }]));
  const bindings = scopes
    .bindings()
    .flatMap(({ name, scope, declarations }) => declarations.map(({ start }) => ({ name, offset: start, scope })));
  return [...uses, ...bindings];
}

function placeOf(scope: Scope | undefined, back: (offset: number) => number): string {
  if (!scope) return 'none';
  return scope.kind === 'global' || !scope.node ? scope.kind : `${scope.kind} ${back(scope.node.start)}`;
}

/** A text that comes to stand first in a body would be what `help()` shows. */
function gainedDocstring(
  before: SourceFile,
  after: SourceFile,
  back: (offset: number) => number,
): Breakage | undefined {
  const owners = (file: SourceFile) => [file.tree, ...findAll(file.tree, ['FunctionDef', 'ClassDef'])];
  const documented = (node: AnyNode) =>
    docstringOf((node.type === 'Module' ? node : (node as AnyNode & { type: 'ClassDef' }).body) as Suite) !== undefined;
  const placeOfOwner = (node: AnyNode) => ('name' in node && node.name ? (node.name as AnyNode).start : -1);
  const then = new Set(owners(before).filter(documented).map(placeOfOwner));
  const gained = owners(after)
    .filter(documented)
    .map(placeOfOwner)
    .some((place) => !then.has(place < 0 ? place : back(place)));
  return gained
    ? { code: 'would-break', because: 'a text that is a statement would become the docstring of what holds it' }
    : undefined;
}

/** Without its only `yield` a function would run when it is called, and not when it is asked for values. */
function lostYield(before: SourceFile, after: SourceFile, back: (offset: number) => number): Breakage | undefined {
  if (!before.text.includes('yield')) return undefined;
  const then = new Set(generatorsOf(before).map(({ start }) => start));
  if (then.size === 0) return undefined;
  const now = new Set(generatorsOf(after).map(({ start }) => back(start)));
  for (const node of findAll(after.tree, ['FunctionDef', 'Lambda'])) {
    const start = back(node.start);
    if (!then.has(start) || now.has(start)) continue;
    const name = node.type === 'FunctionDef' ? node.name.value : 'the lambda';
    return { code: 'generator', because: `${name} would lose its only yield and be no generator any more` };
  }
  return undefined;
}

function generatorsOf(file: SourceFile): readonly AnyNode[] {
  return findAll(file.tree, ['FunctionDef', 'Lambda']).filter((node) => hasOwnYield(node));
}

function hasOwnYield(node: AnyNode): boolean {
  let found = false;
  const body = node.type === 'FunctionDef' || node.type === 'Lambda' ? node.body : node;
  walk(body, (inner) => {
    if (inner.type === 'FunctionDef' || inner.type === 'Lambda' || inner.type === 'ClassDef') return skip;
    found ||= inner.type === 'Yield';
    return undefined;
  });
  return found;
}

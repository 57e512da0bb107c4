import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { apply } from '@ffsd/edits';
import type { Binding, SourceFile } from '@ffsd/typescript';
import { isParsed, parse, scopesOf } from '@ffsd/typescript';
import type { Damage, Turn } from '../damage.ts';
import { newNames } from '../damage.ts';
import { mapBack } from '../map-back.ts';
import { duplicatesIn } from './duplicates.ts';
import { importsTakenAway } from './imports-taken-away.ts';
import { unresolvedNames } from './unresolved-names.ts';
import { unusedNames } from './unused-names.ts';

/**
 * What the edits would break, as far as the text shows: the file must parse afterwards, every name must be declared, none twice, and
 * each must mean what it meant. Undefined when nothing would break.
 */
export function whatBreaks(file: SourceFile, edits: readonly Edit[]): string | undefined {
  const after = parse(file.path, apply(file.text, edits));
  if (!isParsed(after)) return `the result would not parse: ${after.message}`;
  const [damage] = lostAndDoubled(file, after);
  return damage ? `the result would ${damage.what}` : changedMeaning(file, after, edits);
}

/** What is wrong after all changes and was right before them; `text` is undefined when the file is gone. */
export function damageBetween(before: SourceFile, text: string | undefined, turn: Turn): readonly Damage[] {
  const after = text === undefined ? undefined : parse(before.path, text);
  if (after && !isParsed(after)) return [{ kind: 'syntax', name: '', what: `not parse: ${after.message}` }];
  const lost = importsTakenAway(before, after, turn);
  if (!after) return lost;
  const unused = newNames(unusedNames(before), unusedNames(after));
  return [
    ...lostAndDoubled(before, after),
    ...lost,
    ...unused.map((name): Damage => ({ kind: 'unused', name, what: `leave ${name} unused` })),
  ];
}

function lostAndDoubled(before: SourceFile, after: SourceFile): readonly Damage[] {
  const known = new Set(unresolvedNames(before));
  const lost = [...new Set(unresolvedNames(after))].filter((name) => !known.has(name));
  return [
    ...lost.map((name): Damage => ({ kind: 'unresolved', name, what: `use ${name}, which is declared nowhere` })),
    ...newNames(duplicatesIn(before), duplicatesIn(after)).map(
      (name): Damage => ({ kind: 'duplicate', name, what: `declare ${name} twice` }),
    ),
  ];
}

/**
 * A name that is still written where it was and now stands for another thing:
 *
 * ```text
 * if (on) { const log = quiet; log('a'); } log('b');   =>   const log = quiet; log('a'); log('b');   // oops!
 * ```
 */
function changedMeaning(before: SourceFile, after: SourceFile, edits: readonly Edit[]): string | undefined {
  const then = new Map(
    scopesOf(before)
      .references()
      .map((one) => [one.node.start!, one]),
  );
  for (const { node, name, binding } of scopesOf(after).references()) {
    const old = then.get(mapBack(edits, node.start!, 'after'));
    if (!old || old.name !== name || isSame(old.binding, binding, edits)) continue;
    return `${name} would mean another thing than before`;
  }
  return undefined;
}

/** The same when one declaration is the same, or when an edit declares the name anew where it was declared: `var x` of a dropped branch. */
function isSame(before: Binding | undefined, after: Binding | undefined, edits: readonly Edit[]): boolean {
  if (!before || !after) return before === after;
  const back = ({ start }: Node) => mapBack(edits, start!, 'after');
  const places = new Set(before.declarations.map(({ start }) => start!));
  if (after.declarations.some((one) => places.has(back(one)))) return true;
  return before.scope.kind === after.scope.kind && before.scope.node.start === back(after.scope.node);
}

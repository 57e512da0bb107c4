import type { Edit } from '@ffsd/edits';
import { apply, compose, mapOffset } from '@ffsd/edits';
import type { AnyNode, Binding, SourceFile } from '@ffsd/python';
import { isParsed, parse, scopesOf } from '@ffsd/python';
import { usersOf } from '../users-of.ts';
import { bindingAt } from './fold-binding.ts';
import { isSeenByOthers } from './is-seen-by-others.ts';
import { removeDeclared } from './remove-declared.ts';
import type { Session } from './session.ts';
import { makeSite } from './site.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * Removes functions and classes that only use each other, since the changes so far took away what used them from outside:
 * `_even` calls `_odd`, and `_odd` calls `_even`. They go together, because none of them can go alone.
 *
 * @returns whether any were removed
 */
export function removeCycle(session: Session, path: string, original: SourceFile): boolean {
  const file = session.parse(path);
  if (!file || scopesOf(file).hasDynamicScope) return false;
  const before = new Set(unreachable(candidatesOf(original)));
  // A cycle that nobody used before the first change is none of this run's business.
  const group = unreachable(candidatesOf(file)).filter((one) => {
    const then = oldOf(session, path, original, one);
    return then?.name === one.name && !before.has(then);
  });
  if (group.length === 0 || unreachable(group).length < group.length) return false;
  if (group.some((one) => one.scope.kind === 'global' && isSeenByOthers(session, file, one.name))) return false;
  const names = group.map(({ name }) => name);
  const edits = removeAll(session, file, group);
  if (!edits || whatBreaks(file, edits)) {
    for (const { declarations, name } of group) {
      const because = `nothing but ${names.join(' and ')} uses ${name} any more`;
      session.keep({
        place: { path, line: session.lineOf(path, declarations[0]!.start) },
        code: 'unused-cycle',
        because,
      });
    }
    return false;
  }
  const first = group[0]!.declarations[0]!.start;
  const uses = group.flatMap((one) =>
    oldOf(session, path, original, one)!.references.flatMap(({ offset }) => offset ?? []),
  );
  return session.commit({
    key: `cycle ${path} ${names.join(' ')} ${session.originOf(path, first)}`,
    title: `Remove ${names.join(', ')} from ${path.split('/').at(-1)}, which only use each other`,
    why: `Nothing else uses ${names.join(' and ')} any more once the changes that this one depends on are made.`,
    safety: names.every((name) => name.startsWith('_')) ? 'safe' : 'review',
    evidence: [
      {
        kind: 'no-other-reference',
        text: `${names.join(' and ')} have no reference left but in each other`,
        place: { path, line: session.lineOf(path, first) },
      },
    ],
    files: [{ kind: 'edit', path, edits }],
    dependsOn: usersOf(session, path, uses),
  });
}

function oldOf(session: Session, path: string, original: SourceFile, { declarations }: Binding): Binding | undefined {
  return bindingAt(original, session.originOf(path, declarations[0]!.start));
}

function candidatesOf(file: SourceFile): readonly Binding[] {
  return scopesOf(file)
    .bindings()
    .filter((one) => one.scope.kind !== 'class' && one.references.length > 0 && definitionOf(one) !== undefined);
}

function definitionOf({ declarations }: Binding): AnyNode | undefined {
  const owner = declarations.length === 1 ? declarations[0]!.parent : undefined;
  return owner?.type === 'FunctionDef' || owner?.type === 'ClassDef' ? owner : undefined;
}

/** Those whose every reference stands in the definition of another of them. */
function unreachable(candidates: readonly Binding[]): readonly Binding[] {
  let dead = candidates;
  for (;;) {
    const definitions = dead.map((one) => definitionOf(one)!);
    const next = dead.filter(({ references }) =>
      references.every(({ offset }) =>
        definitions.some(({ start, end }) => offset !== undefined && start <= offset && offset < end),
      ),
    );
    if (next.length === dead.length) return next;
    dead = next;
  }
}

/** One after the other, each on the text that the one before left: neighbours share the blank lines between them. */
function removeAll(session: Session, file: SourceFile, group: readonly Binding[]): readonly Edit[] | undefined {
  let edits: readonly Edit[] = [];
  for (const { declarations } of group) {
    const now = parse(file.path, apply(file.text, edits));
    const binding = isParsed(now) ? bindingAt(now, mapOffset(edits, declarations[0]!.start, 'after')) : undefined;
    const removal = isParsed(now) && binding && removeDeclared(makeSite(session, now), binding.declarations[0]!);
    if (!removal) return undefined;
    edits = edits.length > 0 ? compose(edits, removal) : removal;
  }
  return edits;
}

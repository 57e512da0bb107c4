import type { Edit } from '@ffsd/edits';
import { apply, compose, mapOffset } from '@ffsd/edits';
import type { Binding, SourceFile } from '@ffsd/typescript';
import { isParsed, parse, scopesOf } from '@ffsd/typescript';
import { usersOf } from '../users-of.ts';
import { bindingAt } from './fold-binding.ts';
import { makeSite } from './make-site.ts';
import { originOfName } from './origin-of-name.ts';
import { removeDeclared } from './remove-declared.ts';
import type { Session } from './session.ts';
import { isImplicit, isWithin, ownDeclaration } from './unused-in.ts';

/**
 * Removes functions, classes and types that only use each other, since the changes so far took away what used them from
 * outside: `even` calls `odd`, and `odd` calls `even`. They go together, because none of them can go alone.
 *
 * @returns whether any were removed
 */
export function removeCycle(session: Session, path: string, original: SourceFile): boolean {
  const file = session.parse(path);
  if (!file) return false;
  const dead = unreachable(file, candidatesOf(file));
  if (dead.length === 0) return false;
  const group = smallestGroup(file, dead);
  const then = (one: Binding) => bindingAt(original, originOfName(session, path, one.declarations[0]!.start!));
  // A cycle that nobody used before the first change is none of this run's business.
  const before = new Set(unreachable(original, candidatesOf(original)));
  const olds = group.map(then);
  if (olds.some((old, index) => old?.name !== group[index]!.name || before.has(old))) return false;
  const edits = removeAll(session, file, group);
  if (!edits) {
    for (const one of group) noteCycle(session, path, one, group);
    return false;
  }
  const names = group.map(({ name }) => name);
  const first = group[0]!.declarations[0]!.start!;
  return session.commit({
    key: `cycle ${path} ${names.join(' ')} ${session.originOf(path, first)}`,
    title: `Remove ${names.join(', ')} from ${path.split('/').at(-1)}, which only use each other`,
    why: `Nothing else uses ${names.join(' and ')} any more once the changes that this one depends on are made.`,
    safety: 'safe',
    evidence: [
      {
        kind: 'no-other-reference',
        text: `${names.join(' and ')} have no reference left but in each other`,
        place: { path, line: session.lineOf(path, first) },
      },
    ],
    files: [{ kind: 'edit', path, edits }],
    dependsOn: usersOf(
      session,
      path,
      olds.flatMap((old) => old!.references.map(({ node }) => node.start!)),
    ),
  });
}

function candidatesOf(file: SourceFile): readonly Binding[] {
  return scopesOf(file)
    .bindings()
    .filter((one) => !one.exported && one.references.length > 0 && ownDeclaration(file, one) && !isImplicit(file, one));
}

/** Those whose every reference stands in the declaration of another of them. */
function unreachable(file: SourceFile, candidates: readonly Binding[]): readonly Binding[] {
  let dead = candidates;
  for (;;) {
    const declarations = dead.map((one) => ownDeclaration(file, one)!);
    const next = dead.filter(({ references }) =>
      references.every(({ node }) => declarations.some((declaration) => isWithin(node, declaration))),
    );
    if (next.length === dead.length) return next;
    dead = next;
  }
}

/** A name with all that use it, directly and through others: the fewest that can go without the rest. */
function smallestGroup(file: SourceFile, dead: readonly Binding[]): readonly Binding[] {
  const groups = dead.map((one) => {
    const group = new Set([one]);
    for (const member of group) {
      for (const other of dead) {
        const declaration = ownDeclaration(file, other)!;
        if (member.references.some(({ node }) => isWithin(node, declaration))) group.add(other);
      }
    }
    return dead.filter((other) => group.has(other));
  });
  return groups.reduce((a, b) => (b.length < a.length ? b : a));
}

/** One after the other, each on the text that the one before left: neighbours share the blank line between them. */
function removeAll(session: Session, file: SourceFile, group: readonly Binding[]): readonly Edit[] | undefined {
  let edits: readonly Edit[] = [];
  for (const { declarations } of group) {
    const now = parse(file.path, apply(file.text, edits));
    const binding = isParsed(now) ? bindingAt(now, mapOffset(edits, declarations[0]!.start!, 'after')) : undefined;
    const removal = isParsed(now) && binding && removeDeclared(makeSite(session, now), { ...binding, references: [] });
    if (!removal) return undefined;
    edits = edits.length > 0 ? compose(edits, removal) : removal;
  }
  return edits;
}

function noteCycle(session: Session, path: string, one: Binding, group: readonly Binding[]): void {
  const others = group.filter((other) => other !== one).map(({ name }) => name);
  session.keep({
    place: { path, line: session.lineOf(path, one.declarations[0]!.start!) },
    code: 'unused-cycle',
    because: `nothing but ${[one.name, ...others].join(' and ')} uses ${one.name} any more`,
  });
}

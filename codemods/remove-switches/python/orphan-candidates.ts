import type { SourceFile } from '@ffsd/python';
import { exportsOf, findAll, importsOf, isCode, resolveExport, resolveExpression, resolveModule } from '@ffsd/python';
import { lostWords } from './lost-words.ts';
import { remembered } from './remembered.ts';
import type { Session } from './session.ts';

/** A name at the top level of a module of which at least one use has gone. */
export interface OrphanCandidate {
  readonly path: string;
  readonly name: string;
}

/**
 * The names of modules that changed or deleted files named before the first change and name less often now, be it as what they import,
 * as a member of a module, or as their own. Sorted by path, then in the order in which they were found.
 */
export function orphanCandidates(session: Session): readonly OrphanCandidate[] {
  return remembered(session, 'orphan candidates', () => collect(session));
}

function collect(session: Session): readonly OrphanCandidate[] {
  const found = new Map<string, OrphanCandidate>();
  const lost = lostWords(session);
  for (const path of touchedFiles(session)) {
    const original = session.original(path);
    if (!original) continue;
    for (const one of namedIn(session, original, lost)) found.set(`${one.path}\n${one.name}`, one);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Python that was changed or deleted. */
export function touchedFiles(session: Session): readonly string[] {
  const paths = session.drafts.flatMap(({ files }) => files.map(({ path }) => path));
  return [...new Set(paths)].filter(isCode).sort();
}

function* namedIn(
  session: Session,
  file: SourceFile,
  lost: ReadonlyMap<string, readonly string[]>,
): Generator<OrphanCandidate> {
  for (const [name] of exportsOf(file).named) if (lost.has(name)) yield { path: file.path, name };
  for (const { specifier, names, kind } of importsOf(file)) {
    for (const { imported, local } of names) {
      if (kind === 'star' || imported === '*' || !(lost.has(imported) || lost.has(local?.value ?? ''))) continue;
      const module = resolveModule(session.base, file.path, specifier);
      if (module.kind !== 'unresolved' && module.path !== undefined) yield* definedAs(session, module.path, imported);
    }
  }
  for (const node of findAll(file.tree, 'Attribute')) {
    if (!lost.has(node.attr.value)) continue;
    for (const one of resolveExpression(session.base, file, node)?.definitions ?? []) {
      if (one.kind === 'name') yield { path: one.path, name: one.binding.name };
    }
  }
}

function definedAs(session: Session, path: string, name: string): readonly OrphanCandidate[] {
  return resolveExport(session.base, path, name).definitions.flatMap((one) =>
    one.kind === 'name' ? [{ path: one.path, name: one.binding.name }] : [],
  );
}

import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import {
  entriesOfPackage,
  exportsOf,
  importsOf,
  inFolder,
  isCode,
  parsedFile,
  removeStatements,
  resolveModule,
} from '@ffsd/typescript';
import { keptWithin, wholeLines } from '../kept-within.ts';
import { usersOf } from '../users-of.ts';
import { actOf } from './acts-when-loaded.ts';
import type { ExportSite } from './export-site.ts';
import { exportSite } from './export-site.ts';
import { globbedBy } from './globbed-folders.ts';
import { groundsOf } from './grounds-of.ts';
import { makeSite } from './make-site.ts';
import { mayDropCall } from './may-drop-call.ts';
import { namedInText } from './named-in-text.ts';
import { namersAhead, namersOf } from './namers-of.ts';
import { noLongerNamed } from './no-longer-named.ts';
import type { Note } from './remove-file.ts';
import { roleOfPath } from './role-of-path.ts';
import type { Session } from './session.ts';
import type { Standing } from './standing-of.ts';
import { standingOf } from './standing-of.ts';
import { testsOfRemoved } from './tests-of-removed.ts';

/**
 * Removes what a file exports and no other file uses any more because of the changes so far: the whole declaration, or `export` alone
 * where the file itself still uses the name; and the lines of other modules that pass it on.
 *
 * What no other file used before the first change stays: whoever exported it had a reason that is none of this run's business.
 *
 * @param droppable names of calls that only exist to reach the flags
 * @param kept files that nothing imports any more and that must stay: with all they hold
 * @returns whether something was removed; then a whole file may have lost its last importer, and there may be more
 */
export function removeExported(
  session: Session,
  droppable: ReadonlySet<string>,
  kept: ReadonlySet<string>,
  note: Note,
): boolean {
  const lost = noLongerNamed(session).names;
  namersAhead(session, lost.keys());
  for (const path of [...lost.keys()].sort()) if (!kept.has(path) && removeStars(session, path)) return true;
  for (const [path, names] of candidates(session, lost)) {
    for (const name of kept.has(path) ? [] : names) {
      const wasTaken = lost.get(path)?.has(name) ?? false;
      if (removeOne({ session, droppable, note }, path, name, { wasTaken, because: [] })) return true;
    }
  }
  return false;
}

/** Names that another file has stopped to take, and names that their own file has stopped to use: tests may be all that is left of them. */
function candidates(
  session: Session,
  lost: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [path, names] of lost) if (isCode(path)) found.set(path, new Set(names));
  for (const path of session.changed().filter(isCode)) {
    const original = session.original(path);
    const file = original && parsedFile(session, path);
    if (!file) continue;
    for (const name of exportsOf(file).named.keys()) {
      const before = exportSite(original, name)?.ownUses.length ?? 0;
      if (before > (exportSite(file, name)?.ownUses.length ?? 0))
        found.set(path, (found.get(path) ?? new Set()).add(name));
    }
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

interface Work {
  readonly session: Session;
  readonly droppable: ReadonlySet<string>;
  readonly note: Note;
}

interface Reason {
  /** Another file used it before the first change. */
  readonly wasTaken: boolean;
  /** Drafts that the removal rests on beside those that took away its own uses. */
  readonly because: readonly string[];
}

function removeOne(work: Work, path: string, name: string, { wasTaken, because }: Reason): boolean {
  const { session, note } = work;
  const file = parsedFile(session, path);
  const site = file && exportSite(file, name);
  if (!site) return false;
  const standing = standingOf(session, path, name);
  if (standing.kind === 'used') return false;
  const place = { path, line: session.lineOf(path, site.node.start!) };
  const label = name === 'default' ? `the default export of ${baseOf(path)}` : name;
  if (standing.kind === 'published') {
    note({ place, code: 'published', because: `nothing here uses ${label} any more, but the package offers it` });
    return false;
  }
  if (!wasTaken && standing.tests.length + standing.passes.length === 0) return false;
  const grounds = [...because, ...groundsOf(session, path, name), ...ownGrounds(session, path, name)];
  // The lines that pass it on go first, each as a change of its own.
  if (standing.passes.length > 0) {
    return standing.passes
      .map((pass) => removeOne(work, pass.path, pass.exported, { wasTaken: true, because: grounds }))
      .includes(true);
  }
  // As long as its own file uses it, tests may look at it.
  if (standing.tests.length > 0 && site.ownUses.length > 0) return false;
  const text = globbedBy(session, path) ?? namedInText(session, path, (one) => onlyResolves(session, one, path));
  if (text) {
    const by = `${text.path}, line ${session.lineOf(text.path, text.offset)},`;
    note({ place, code: 'named-elsewhere', because: `nothing imports ${label} any more, but ${by} may load its file` });
    return false;
  }
  if (!session.isEditable(path)) {
    note({ place, code: 'not-editable', because: `nothing uses ${label} any more, but the file may not be changed` });
    return false;
  }
  return commitRemoval(work, { file, path, name, label, site, standing, grounds });
}

/** A configuration says under which name a file is imported, and who imports it by that name is known. */
function onlyResolves(session: Session, configuration: string, path: string): boolean {
  if (/(?:^|\/)[jt]sconfig[^/]*\.json$/.test(configuration)) return true;
  const owner = entriesOfPackage(session, path);
  return owner?.private === true && configuration === inFolder(owner.folder, 'package.json');
}

interface Removal {
  readonly file: SourceFile;
  readonly path: string;
  readonly name: string;
  readonly label: string;
  readonly site: ExportSite;
  readonly standing: Standing & { readonly kind: 'unused' };
  readonly grounds: readonly string[];
}

function commitRemoval({ session, droppable, note }: Work, removal: Removal): boolean {
  const { file, path, name, label, site, standing, grounds } = removal;
  const place = { path, line: session.lineOf(path, site.node.start!) };
  const edits = site.remove(makeSite(session, file), (node: Node) => mayDropCall(file, node, droppable));
  if (!edits) {
    if (site.ownUses.length === 0)
      note({ place, code: 'unused-export', because: `nothing uses ${label} any more, but it cannot go by itself` });
    return false;
  }
  const fate = testsOfRemoved(session, [{ path, name }], [...new Set(standing.tests.map((one) => one.path))]);
  if (fate.kind === 'need') {
    note({
      place: { path: fate.path, line: session.lineOf(fate.path, fate.offset) },
      code: 'used-by-tests',
      because: `only tests use ${label} any more, and this one is about more`,
    });
    return false;
  }
  const tests = fate.files.map((one) => one.path);
  const act = site.passesOn === 'other' ? actBehind(session, file, site.node) : undefined;
  const cautions = [
    ...(tests.length > 0 ? [` What is about nothing else goes with it: ${tests.join(', ')}.`] : []),
    ...(act
      ? [` The module behind it does something when it is loaded (${act}): see that nothing counts on that.`]
      : []),
  ];
  const release = keptWithin(session, path, wholeLines(file.text, edits));
  const taken = session.commit({
    key: `export ${path} ${name}`,
    title: titleOf(removal),
    why: `No other file uses ${label} any more once the changes that this one depends on are made.${cautions.join('')}`,
    safety: cautions.length > 0 ? 'review' : 'safe',
    evidence: [{ kind: 'no-other-reference', text: `no other file of the workspace takes ${label}`, place }],
    files: [{ kind: 'edit', path, edits }, ...fate.files],
    dependsOn: [...new Set(grounds)],
  });
  if (taken) release();
  return taken;
}

function titleOf({ path, name, label, site, standing }: Removal): string {
  if (site.passesOn === 'other') return `Stop passing on ${name} from ${baseOf(path)}`;
  if (site.passesOn === 'own' || site.ownUses.length > 0) return `Stop exporting ${name} from ${baseOf(path)}`;
  const tests = standing.tests.length > 0 ? ', with what tests it' : '';
  return name === 'default' ? `Remove ${label}${tests}` : `Remove ${site.noun} ${name} from ${baseOf(path)}${tests}`;
}

/** What the module does when it is loaded whose name a line passes on. */
function actBehind(session: Session, file: SourceFile, specifier: Node): string | undefined {
  const behind = importsOf(file).find(({ names }) => names.some(({ node }) => node === specifier));
  const path = behind && resolveModule(session, file.path, behind.specifier);
  return path === undefined ? undefined : actOf(session, path);
}

/** The drafts that took away the uses of the name in its own file. */
function ownGrounds(session: Session, path: string, name: string): readonly string[] {
  const original = session.historyOf(path).length > 0 ? session.original(path) : undefined;
  const uses = original ? (exportSite(original, name)?.ownUses ?? []) : [];
  return usersOf(
    session,
    path,
    uses.map(({ start }) => start!),
  );
}

/** Takes out `export * from './card'` where nobody uses anything of what it passes on: the file behind it has then lost its last importer. */
function removeStars(session: Session, path: string): boolean {
  const file = isCode(path) ? parsedFile(session, path) : undefined;
  if (!file || exportsOf(file).stars.length > 0) return false;
  const importers = namersOf(session, path).filter((one) => roleOfPath(one.path) === 'product');
  const [first] = importers;
  if (!first?.sure || importers.length > 1 || !isCode(first.path) || !session.isEditable(first.path)) return false;
  const names = [...exportsOf(file).named.keys()];
  const from = parsedFile(session, first.path);
  const lines = from ? importsOf(from).filter((one) => resolveModule(session, first.path, one.specifier) === path) : [];
  const [line] = lines;
  if (!from || lines.length !== 1 || line!.node.type !== 'ExportAllDeclaration') return false;
  if (names.some((name) => standingOf(session, path, name).kind !== 'unused')) return false;
  // The last line of a module makes it one.
  if (from.tree.program.body.length === 1) return false;
  const act = actOf(session, path);
  return session.commit({
    key: `star ${first.path} ${path}`,
    title: `Stop passing on all of ${baseOf(path)} from ${baseOf(first.path)}`,
    why: `No file uses anything of ${baseOf(path)} any more once the changes that this one depends on are made.${act ? ` It does something when it is loaded (${act}): see that nothing counts on that.` : ''}`,
    safety: act ? 'review' : 'safe',
    evidence: [
      {
        kind: 'no-other-reference',
        text: `no file of the workspace takes anything of ${baseOf(path)}`,
        place: { path: first.path, line: session.lineOf(first.path, line!.node.start!) },
      },
    ],
    files: [{ kind: 'edit', path: first.path, edits: removeStatements(from, line!.node, line!.node) }],
    dependsOn: [...new Set(names.flatMap((name) => groundsOf(session, path, name)))],
  });
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

import { vocabularies } from '@ffsd/flags';
import { importsOf, isCode, resolveModule } from '@ffsd/python';
import type { Note } from './later-notes.ts';
import type { Session } from './session.ts';

/**
 * Tells of distributions of PyPI that nothing imports any more because of the changes so far. Whether one can go, who installs them
 * decides: a command line or a plugin may need it.
 */
export function noteUnusedDistributions(session: Session, note: Note): void {
  const modules = noLongerImported(session);
  if (modules.size === 0) return;
  const manifests = session.files().filter(isManifest);
  if (manifests.length === 0) return;
  for (const module of modules) {
    if (isNamed(session, module)) continue;
    for (const path of manifests) {
      const text = session.read(path) ?? '';
      const listed = distributionsOf(module).find((name) => listing(name).test(text));
      if (listed === undefined) continue;
      const line = session.lineOf(path, listing(listed).exec(text)!.index);
      note({ place: { path, line }, code: 'dependency-unused', because: `nothing imports ${module} any more` });
    }
  }
}

/** The packages from outside that a changed or deleted file imported and does not import now. */
function noLongerImported(session: Session): ReadonlySet<string> {
  const lost = new Set<string>();
  const paths = session.drafts.flatMap(({ files }) => files.map(({ path }) => path)).filter(isCode);
  for (const path of new Set(paths)) {
    const now = packagesOf(session, path, session.read(path) === undefined ? undefined : session.parse(path));
    for (const one of packagesOf(session, path, session.original(path))) if (!now.has(one)) lost.add(one);
  }
  return lost;
}

function packagesOf(session: Session, path: string, file: ReturnType<Session['parse']>): ReadonlySet<string> {
  const outside = file ? importsOf(file).filter(({ specifier }) => !specifier.startsWith('.')) : [];
  return new Set(
    outside
      .filter(({ specifier }) => resolveModule(session.base, path, specifier).kind === 'unresolved')
      .map(({ specifier }) => specifier.split('.')[0]!),
  );
}

/** In code, a setting such as `INSTALLED_APPS = ['waffle']`, a template, a command: any word of it may be a use. */
function isNamed(session: Session, module: string): boolean {
  const word = new RegExp(`(?<![\\w.-])${module}(?![\\w-])`);
  return session
    .search([module])
    .some((path) => !isManifest(path) && !isSilent(path) && word.test(session.read(path) ?? ''));
}

function isManifest(path: string): boolean {
  return /(?:^|\/)(?:[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w./-]+\.(?:txt|in)|pyproject\.toml|setup\.cfg|setup\.py|Pipfile)$/.test(
    path,
  );
}

/** Locks and pages for people use nothing. */
function isSilent(path: string): boolean {
  return /\.(?:lock|md|rst|txt)$|-lock\.\w+$/.test(path);
}

/** The names under which the package may be listed: `waffle` is installed as django-waffle. */
function distributionsOf(module: string): readonly string[] {
  const known = vocabularies
    .filter(({ languages, modules = [] }) => languages.includes('python') && modules.includes(module))
    .flatMap(({ packages }) => packages);
  return [...known, module];
}

/** PyPI tells neither case nor `-`, `_` and `.` apart. A comment names it, too, but lists nothing. */
function listing(name: string): RegExp {
  const spelled = name.replace(/[-_.]+/g, '[-_.]+');
  return new RegExp(`(?<=^[^#\\n]*)(?<![\\w./-])${spelled}(?=\\s*(?:["'\\[=<>~!;,@ (]|$))`, 'im');
}

import type { FileEdit } from '@ffsd/changes';
import type { AnyNode, Binding, ExportReference, SourceFile } from '@ffsd/python';
import { exportsOf, importsOf, isCode, removeListItem, scopesOf } from '@ffsd/python';
import { isInstalled } from './is-installed.ts';
import { isPublished } from './is-published.ts';
import type { Note } from './later-notes.ts';
import { lostWords } from './lost-words.ts';
import { mayDropCall } from './may-drop-call.ts';
import { orphanCandidates } from './orphan-candidates.ts';
import { remembered } from './remembered.ts';
import { aliasOf, removeDeclared } from './remove-declared.ts';
import type { Session } from './session.ts';
import { makeSite } from './site.ts';
import { standingOf, wasUsed } from './standing-of.ts';
import type { RemovalStep } from './stepwise-removal.ts';
import { stepwise } from './stepwise-removal.ts';
import { usersElsewhere } from './users-elsewhere.ts';
import { describePlaces } from './where-named.ts';

/**
 * Removes functions, classes and variables of modules that no file uses any more because of the changes so far, with the entries of
 * `__all__` and the imports that only handed them on.
 *
 * What nobody used before the first change stays: it may be called in a way that no text shows.
 *
 * @param droppable names of calls that only exist to reach the flags
 * @returns whether anything was removed
 */
export function removeOrphans(session: Session, droppable: ReadonlySet<string>, note: Note): boolean {
  let removed = false;
  for (const { path, name } of orphanCandidates(session)) {
    const file = isInstalled(path) ? undefined : session.parse(path);
    const binding = file && scopesOf(file).lookup(name, scopesOf(file).scope);
    if (binding && !scopesOf(file).hasDynamicScope)
      removed = removeOne(session, file, binding, droppable, note) || removed;
  }
  return removed;
}

function removeOne(
  session: Session,
  file: SourceFile,
  binding: Binding,
  droppable: ReadonlySet<string>,
  note: Note,
): boolean {
  const { path } = file;
  const { name, kind, declarations } = binding;
  const definition = declarations.length === 1 ? statementOf(declarations[0]!) : undefined;
  // What asks for flags is there for the next flag, too; and what frameworks look for by its name is not for us to judge.
  if (!definition || kind === 'import' || isLookedFor(name) || readerWords(session).has(name)) return false;
  const standing = standingOf(session, path, name, definition);
  if (!standing || standing.kind === 'used' || !wasUsed(session, path, name)) return false;
  const place = { path, line: session.lineOf(path, declarations[0]!.start) };
  // Its own file has already said why it stays.
  if (isNoted(session, place)) return false;
  const nobody = `nothing uses ${name} any more`;
  if (standing.kind === 'tests') {
    note({ place, code: 'used-by-tests', because: `${name} is used ${describePlaces(standing.places)}` });
    return false;
  }
  if (standing.kind === 'named') {
    const by = `${standing.place.path}, line ${standing.place.line},`;
    note({ place, code: 'named-elsewhere', because: `${nobody}, but ${by} names it` });
    return false;
  }
  const isOffered = (one: ExportReference) => localOf(one).some((local) => isPublished(session.base, one.path, local));
  if (isPublished(session.base, path, name) || standing.passes.some(isOffered)) {
    note({ place, code: 'published', because: `nothing here uses ${name} any more, but the package offers it` });
    return false;
  }
  const own = ownRemoval(session, file, name, standing.passes, droppable);
  if (!own) {
    note({ place, code: 'unused-effect', because: `${nobody}, but what defines it may have an effect` });
    return false;
  }
  const passed = passesRemoval(session, file, standing.passes);
  // An import with a fallback stays, and so does what it imports.
  if (!passed) return false;
  const files = [own, ...passed];
  const closed = files.find((one) => !session.isEditable(one.path));
  if (closed) {
    note({ place, code: 'not-editable', because: `${nobody}, but ${closed.path} may not be changed` });
    return false;
  }
  const origin = session.originOf(path, declarations[0]!.start);
  return session.commit({
    key: `orphan ${path} ${name}`,
    title: `Remove ${nounOf(definition)} ${name} from ${path.split('/').at(-1)}`,
    why: `Nothing uses ${name} any more once the changes that this one depends on are made. See that nothing outside of the workspace does.`,
    safety: 'review',
    evidence: [{ kind: 'no-other-reference', text: `${name} has no reference left in the workspace`, place }],
    files,
    // Where it went by another name, the word is not lost.
    dependsOn: [...(lostWords(session).get(name) ?? []), ...usersElsewhere(session, path, origin)],
  });
}

/** The whole statement that binds the name. */
function statementOf(name: AnyNode): AnyNode | undefined {
  const { parent } = name;
  switch (parent?.type) {
    case 'FunctionDef':
    case 'ClassDef':
      return parent.name === name ? parent : undefined;
    case 'AnnAssign':
      return parent.target === name ? parent : undefined;
    case 'AssignTarget':
      return parent.target === name ? (parent.parent as AnyNode) : undefined;
    default:
      return undefined;
  }
}

function nounOf({ type }: AnyNode): string {
  return type === 'FunctionDef' ? 'the function' : type === 'ClassDef' ? 'the class' : 'the variable';
}

/** Names by which frameworks and runners find things in modules. */
function isLookedFor(name: string): boolean {
  return /^(?:__\w+__|main|app|application|includeme|urlpatterns|handler\d+|upgrade|downgrade|register|setup(?:_module)?|teardown(?:_module)?|pytest_\w+|test_\w+|Test\w+|load_(?:tests|\w+_extension)|Command|Migration|Meta)$/.test(
    name,
  );
}

/** The names with which the folded reads were written: readers, clients, registers of keys. */
function readerWords(session: Session): ReadonlySet<string> {
  return remembered(session, 'reader words', () => {
    const words = new Set<string>();
    for (const { text, place, kind } of session.drafts.flatMap(({ evidence }) => evidence)) {
      if (kind !== 'flag-read') continue;
      const written = new Set(text.match(/[\p{L}_][\p{L}\p{N}_]*/gu));
      for (const word of written) words.add(word);
      // `from shop.flags import is_enabled as on`
      const original = place && isCode(place.path) ? session.original(place.path) : undefined;
      for (const { names } of original ? importsOf(original) : []) {
        for (const { imported, local } of names) if (local && written.has(local.value)) words.add(imported);
      }
    }
    return words;
  });
}

type FileRemoval = FileEdit & { readonly kind: 'edit' };

/** The definition, and the entry of `__all__` in its own file. */
function ownRemoval(
  session: Session,
  file: SourceFile,
  name: string,
  passes: readonly ExportReference[],
  droppable: ReadonlySet<string>,
): FileRemoval | undefined {
  const locals = passes.filter((one) => one.path === file.path).flatMap(localOf);
  const edits = stepwise(
    file,
    [name, ...locals].flatMap((one) => [declaredStep(session, one, droppable), listedStep(one)]),
  );
  return edits && edits.length > 0 ? { kind: 'edit', path: file.path, edits } : undefined;
}

/** The imports that hand it on in other files, with their entries of `__all__`. */
function passesRemoval(
  session: Session,
  file: SourceFile,
  passes: readonly ExportReference[],
): readonly FileRemoval[] | undefined {
  const files: FileRemoval[] = [];
  for (const path of new Set(passes.map((one) => one.path))) {
    if (path === file.path) continue;
    const there = session.parse(path);
    const locals = passes.filter((one) => one.path === path).flatMap(localOf);
    const steps = locals.flatMap((one) => [declaredStep(session, one, new Set()), listedStep(one)]);
    const edits = there && stepwise(there, steps);
    if (!edits || edits.length === 0) return undefined;
    files.push({ kind: 'edit', path, edits });
  }
  return files;
}

function isNoted(session: Session, { path, line }: { readonly path: string; readonly line: number }): boolean {
  return session.kept.some(
    ({ place, code }) => place.path === path && place.line === line && /^(?:unused|hoisted|scope)/.test(code),
  );
}

/** The name that an import gives to what it takes. */
function localOf({ node, kind }: ExportReference): readonly string[] {
  if (kind !== 'import') return [];
  const alias = node && aliasOf(node);
  const local = alias?.asname ? alias.asname.name : alias?.name;
  return local?.type === 'Name' ? [local.value] : [];
}

function declaredStep(session: Session, name: string, droppable: ReadonlySet<string>): RemovalStep {
  return (file) => {
    const site = makeSite(session, file);
    const binding = scopesOf(file).lookup(name, scopesOf(file).scope);
    const [declaration, ...more] = binding?.declarations ?? [];
    if (!declaration || more.length > 0) return 'refused';
    return removeDeclared(site, declaration, (value) => mayDropCall(site, value, droppable)) ?? 'refused';
  };
}

/** `'old_view'` of `__all__`. */
function listedStep(name: string): RemovalStep {
  return (file) => {
    const [literal, ...more] = exportsOf(file).all?.names.get(name) ?? [];
    if (!literal) return undefined;
    const element = literal.parent as AnyNode;
    if (more.length > 0 || element.type !== 'Element') return 'refused';
    return removeListItem(file, element) ?? 'refused';
  };
}

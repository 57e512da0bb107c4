import type { FileEdit, Kept } from '@ffsd/changes';
import type { SourceFile } from '@ffsd/typescript';
import { importsOf, isCode, isMixed, parsedFile, resolveModule, walk } from '@ffsd/typescript';
import type { KeptCode } from '../kept-code.ts';
import { actOf } from './acts-when-loaded.ts';
import { isEntryFile } from './entry-files.ts';
import { filesWith } from './files-with.ts';
import { globbedBy } from './globbed-folders.ts';
import { groundsOf } from './grounds-of.ts';
import { namedInText } from './named-in-text.ts';
import { namersAhead, namersOf } from './namers-of.ts';
import { noLongerNamed } from './no-longer-named.ts';
import { roleOfPath } from './role-of-path.ts';
import type { Session } from './session.ts';
import { testsOfRemoved } from './tests-of-removed.ts';

/** Takes a note of what is left alone for now; it counts when nothing changes any more. */
export type Note = (kept: Kept & { readonly code: KeptCode }) => void;

/**
 * Deletes the files that other files have stopped to import because of the changes so far, each as a change of its own: components with
 * their tests, and then what only they imported, style sheets, texts and pictures included.
 *
 * A file that was imported by nobody before is none of this run's business: somebody may start it by hand.
 *
 * @returns whether any was deleted, and the files that could go and must stay for some reason that was noted
 */
export function removeFiles(
  session: Session,
  note: Note,
): { readonly any: boolean; readonly kept: ReadonlySet<string> } {
  let any = false;
  const kept = new Set<string>();
  for (let again = true; again; any ||= again) {
    again = false;
    kept.clear();
    const paths = [...noLongerNamed(session).files].sort();
    namersAhead(session, paths);
    for (const path of paths) {
      const noteOf: Note = (one) => {
        kept.add(path);
        note(one);
      };
      if (session.base.read(path) === undefined) noteBinary(session, path, note);
      else if (session.read(path) !== undefined) again = removeFile(session, path, noteOf) || again;
    }
  }
  return { any, kept };
}

/** A picture cannot be written back from a list of changes, so a person has to delete it. */
function noteBinary(session: Session, path: string, note: Note): void {
  if (isEntryFile(session, path) || namersOf(session, path).length > 0 || namedInText(session, path)) return;
  note({ place: { path, line: 1 }, code: 'unused-asset', because: `nothing uses ${baseOf(path)} any more` });
}

function removeFile(session: Session, path: string, note: Note): boolean {
  const group = isCode(path) ? unreachableWith(session, path) : unusedAsset(session, path);
  if (!group || group.some((one) => isEntryFile(session, one) || declaresGlobally(session, one))) return false;
  const place = { path, line: 1 };
  for (const one of group) {
    const text = namedInText(session, one) ?? (isCode(one) ? globbedBy(session, one) : undefined);
    if (text) {
      const by = `${text.path}, line ${session.lineOf(text.path, text.offset)},`;
      note({
        place,
        code: 'named-elsewhere',
        because: `nothing imports ${baseOf(one)} any more, but ${by} may load it`,
      });
      return false;
    }
    if (session.isEditable(one)) continue;
    note({
      place,
      code: 'not-editable',
      because: `nothing imports ${baseOf(one)} any more, but it may not be changed`,
    });
    return false;
  }
  const users = testsOf(session, group);
  const fate = testsOfRemoved(
    session,
    group.map((one) => ({ path: one })),
    users,
  );
  if (fate.kind === 'need') {
    note({
      place: { path: fate.path, line: session.lineOf(fate.path, fate.offset) },
      code: 'used-by-tests',
      because: `only tests use ${group.map(baseOf).join(' and ')} any more, and this one is about more`,
    });
    return false;
  }
  const tests = fate.files.filter(({ kind }) => kind === 'delete').map((file) => file.path);
  const mocks = group.flatMap((one) => mockBeside(session, one, tests));
  const files: FileEdit[] = [...group, ...mocks].map((one) => ({ kind: 'delete', path: one }));
  const names = group.map(baseOf).join(' and ');
  const with_ = tests.some((one) => !one.endsWith('.snap'))
    ? ` with what tests ${group.length > 1 ? 'them' : 'it'}`
    : '';
  return session.commit({
    key: `file ${group.join(' ')}`,
    title: `Delete ${names}${with_}: ${group.length > 1 ? 'only they use each other' : 'nothing uses it'} any more`,
    why: reasons(session, group, [...tests, ...mocks]).join(' '),
    safety: 'review',
    evidence: group.map((one) => ({
      kind: 'no-importer',
      text: `no file of the product imports ${baseOf(one)}, and no text names its path`,
      place: { path: one, line: 1 },
    })),
    files: [...files, ...fate.files],
    dependsOn: [...new Set(group.flatMap((one) => groundsOf(session, one)))],
  });
}

function reasons(session: Session, group: readonly string[], others: readonly string[]): string[] {
  const names = group.map(baseOf).join(' and ');
  const because = [`Nothing imports ${names} any more once the changes that this one depends on are made.`];
  for (const one of group) {
    const act = actOf(session, one);
    if (act) because.push(`${baseOf(one)} did something when it was loaded (${act}): see that nothing counts on that.`);
  }
  if (others.length > 0) because.push(`What is about nothing else goes with it: ${others.join(', ')}.`);
  because.push('See that nothing loads it in a way that no text of this workspace shows.');
  return because;
}

/**
 * The file, with those that only import each other and it; undefined when something else still imports one of them.
 *
 * Among files of tests every importer counts; product code is not kept by tests.
 */
function unreachableWith(session: Session, path: string): readonly string[] | undefined {
  const known = used.get(session) ?? new Set();
  used.set(session, known);
  const group = new Set([path]);
  for (const one of group) {
    const users = known.has(one) ? [] : importersOfProduct(session, one);
    if (users.length > many) known.add(one);
    if (known.has(one)) return undefined;
    // What imports the file and is itself imported by nobody is started in some other way.
    if (one !== path && users.length === 0) return undefined;
    for (const user of users) {
      if (!isCode(user) || group.size > 8 || isEntryFile(session, user)) return undefined;
      group.add(user);
    }
  }
  const reached = new Set([path]);
  for (const one of reached) {
    const file = group.size > 1 ? parsedFile(session, one) : undefined;
    for (const { specifier } of file ? importsOf(file) : []) {
      const target = resolveModule(session, one, specifier);
      if (target !== undefined && group.has(target)) reached.add(target);
    }
  }
  return reached.size === group.size ? [...group].sort() : undefined;
}

/** Files with more importers than this are in use, whatever else goes: they need not be looked for again after every change. */
const many = 16;

const used = new WeakMap<Session, Set<string>>();

function importersOfProduct(session: Session, path: string): readonly string[] {
  const counts = roleOfPath(path) === 'product' ? (one: string) => roleOfPath(one) === 'product' : () => true;
  return namersOf(session, path)
    .map((one) => one.path)
    .filter(counts);
}

/** Style sheets, data and pictures: every text that names them counts. A component of a template may go by its name alone. */
function unusedAsset(session: Session, path: string): readonly string[] | undefined {
  if (namersOf(session, path).length > 0 || namedInText(session, path)) return undefined;
  if (isMixed(path) && filesWith(session, tagsOf(path)).some((one) => one !== path && isMixed(one))) return undefined;
  return [path];
}

/** `<FormField` and `<form-field` of `FormField.vue`. */
function tagsOf(path: string): readonly string[] {
  const name = baseOf(path).replace(/\.\w+$/, '');
  return [`<${name}`, `<${name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()}`];
}

function testsOf(session: Session, group: readonly string[]): readonly string[] {
  const tests = group.flatMap((one) => namersOf(session, one).map(({ path }) => path));
  return [...new Set(tests)].filter((one) => !group.includes(one)).sort();
}

/** `__mocks__/card.ts` stands for `card.ts` in tests. */
function mockBeside(session: Session, path: string, tests: readonly string[]): readonly string[] {
  const at = path.lastIndexOf('/') + 1;
  const mock = `${path.slice(0, at)}__mocks__/${path.slice(at)}`;
  if (session.read(mock) === undefined || !session.isEditable(mock)) return [];
  return namersOf(session, mock).every((one) => tests.includes(one.path)) ? [mock] : [];
}

/** `declare global` and `declare module` hold wherever the file is part of the program, imported or not. */
function declaresGlobally(session: Session, path: string): boolean {
  const file: SourceFile | undefined = isCode(path) ? parsedFile(session, path) : undefined;
  if (!file) return isCode(path);
  let found = false;
  walk(file.tree.program, (node) => {
    found ||= node.type === 'TSModuleDeclaration' && (node.global === true || node.id.type === 'StringLiteral');
  });
  return found;
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

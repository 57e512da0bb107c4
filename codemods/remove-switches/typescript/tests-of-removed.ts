import type { Node } from '@babel/types';
import type { FileEdit } from '@ffsd/changes';
import type { Edit } from '@ffsd/edits';
import type { ImportedName, SourceFile } from '@ffsd/typescript';
import {
  folderOf,
  importsOf,
  isCode,
  mocksOf,
  parentsOf,
  parsedFile,
  removeStatements,
  resolveModule,
  scopesOf,
} from '@ffsd/typescript';
import { namersOf } from './namers-of.ts';
import { roleOfPath } from './role-of-path.ts';
import type { Session } from './session.ts';

/** What is about to go: a whole file, or one name that it exports. */
export interface Removed {
  readonly path: string;
  readonly name?: string;
}

/** What becomes of the tests that use what goes: they go with it, or one of them needs it. */
export type TestsFate =
  | { readonly kind: 'go'; readonly files: readonly FileEdit[] }
  | { readonly kind: 'need'; readonly path: string; readonly offset: number };

/**
 * A test that is about nothing else goes with what it tests: every value that it imports from the product is removed, or it is named
 * after the removed file. Types, and modules that it replaces by mocks, are not what it is about. A test of something else that only
 * mocks the removed file loses the mock.
 *
 * @param paths the tests that name what goes
 */
export function testsOfRemoved(session: Session, removed: readonly Removed[], paths: readonly string[]): TestsFate {
  const files: FileEdit[] = [];
  const gone = new Set(paths.filter((path) => isAbout(session, path, removed)));
  for (const path of paths) {
    if (gone.has(path)) {
      const other = namersOf(session, path).find((one) => !gone.has(one.path));
      if (other) return { kind: 'need', path: other.path, offset: 0 };
      if (!session.isEditable(path)) return { kind: 'need', path, offset: 0 };
      files.push({ kind: 'delete', path }, ...besideTest(session, path));
      continue;
    }
    const edits = withoutMocks(session, path, removed);
    if (!Array.isArray(edits)) return { kind: 'need', path, offset: edits as number };
    files.push({ kind: 'edit', path, edits });
  }
  return { kind: 'go', files };
}

function isAbout(session: Session, path: string, removed: readonly Removed[]): boolean {
  if (roleOfPath(path) !== 'test') return false;
  const file = isCode(path) ? parsedFile(session, path) : undefined;
  // `openapi-spec.ts` may be no test at all.
  if (!file || !(/[.-](?:stories|story)\./.test(path) || /\b(?:describe|it|test|suite|bench)\s*[.(]/.test(file.text)))
    return false;
  let own = false;
  let others = false;
  for (const { specifier, names, typeOnly, sideEffectOnly } of importsOf(file)) {
    const target = resolveModule(session, path, specifier);
    if (target === undefined || typeOnly || sideEffectOnly || !isCode(target)) continue;
    for (const name of names) {
      if (removed.some((one) => one.path === target && (one.name ?? name.imported) === name.imported)) own = true;
      else if (roleOfPath(target) === 'product' && isValue(file, name)) others = true;
    }
  }
  return own && (!others || removed.some((one) => one.name === undefined && isNamedAfter(path, one.path)));
}

function isValue(file: SourceFile, { local, typeOnly }: ImportedName): boolean {
  if (typeOnly) return false;
  const references = local ? scopesOf(file).bindingOf(local)?.references : undefined;
  return references === undefined || references.some(({ type, query }) => !type || query);
}

/** `card.test.tsx`, `card-test.js` and `__tests__/card.tsx` are named after `card.tsx`. */
function isNamedAfter(test: string, path: string): boolean {
  const stem = (one: string) => one.slice(one.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const subject = stem(path) === 'index' ? folderOf(path).split('/').at(-1)! : stem(path);
  const isBeside = folderOf(test).replace(/\/(?:__tests__|tests?|stories)$/, '') === folderOf(path);
  return isBeside && stem(test).replace(/[.-](?:test|spec|cy|e2e|stories|story|bench)$/, '') === subject;
}

/** The file of snapshots that the runner keeps for a test. */
function besideTest(session: Session, path: string): readonly FileEdit[] {
  const at = path.lastIndexOf('/') + 1;
  const snapshot = `${path.slice(0, at)}__snapshots__/${path.slice(at)}.snap`;
  return session.read(snapshot) === undefined ? [] : [{ kind: 'delete', path: snapshot }];
}

/** Takes out the calls that mock what goes, when the test names it in no other way; else the offset of another use. */
function withoutMocks(session: Session, path: string, removed: readonly Removed[]): readonly Edit[] | number {
  const file = isCode(path) ? parsedFile(session, path) : undefined;
  if (!file) return 0;
  const means = (specifier: string) => {
    const target = resolveModule(session, path, specifier);
    return removed.some((one) => one.path === target);
  };
  const mocks = mocksOf(file).filter(({ source }) => means(source.value));
  const statements = mocks.map(({ node }) => statementOf(file, node));
  const inside = (node: Node) =>
    statements.some((statement) => statement && node.start! >= statement.start! && node.end! <= statement.end!);
  const use = importsOf(file).find(({ specifier, node }) => means(specifier) && !inside(node));
  if (use) return use.node.start!;
  const [first] = mocks;
  // One name of a module that stays: the mock stands for the others, too.
  if (!first || removed.some(({ name }) => name !== undefined)) return first?.node.start ?? 0;
  if (!session.isEditable(path) || statements.some((one) => !one)) return first.node.start!;
  return statements.flatMap((statement) => removeStatements(file, statement!, statement!));
}

/** The statement of the top level that consists of the call. */
function statementOf(file: SourceFile, call: Node): Node | undefined {
  const statement = parentsOf(file).parent(call);
  const isTop = statement && parentsOf(file).parent(statement)?.type === 'Program';
  return statement?.type === 'ExpressionStatement' && isTop ? statement : undefined;
}

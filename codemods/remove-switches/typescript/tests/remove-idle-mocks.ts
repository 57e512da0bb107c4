import type { Node, ObjectProperty } from '@babel/types';
import { inOrder } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { importsOf, isCode, mocksOf, parentsOf, removeListItem, scopesOf } from '@ffsd/typescript';
import { commitTest } from '../../commit-test.ts';
import { decideSetUp } from '../../decide-test.ts';
import { isTestPath } from '../../test-path.ts';
import { usersOf } from '../../users-of.ts';
import { deletedFiles } from '../deleted-files.ts';
import { makeSite } from '../make-site.ts';
import { nameOf } from '../occurrences-of-key.ts';
import type { Session } from '../session.ts';
import type { Site } from '../site.ts';
import { waysTo } from './asks-for.ts';
import type { SetUp, TestContext } from './find-set-ups.ts';
import { setUpsOfMock } from './find-set-ups.ts';
import type { Loaded } from './loaded-by.ts';
import { loadedBy, targetOf } from './loaded-by.ts';
import type { Losers } from './lost-names.ts';
import { lostNames } from './lost-names.ts';
import type { MockParts } from './mock-parts.ts';
import { mockPartsOf } from './mock-parts.ts';
import { mayGoAlong, removeOtherValue } from './remove-other-value.ts';
import { removeStatementRuns } from './remove-statement-runs.ts';
import { withEmptied } from './with-emptied.ts';

/**
 * Removes mocks that nobody asks any more. A test file is full of what the code that it loads may ask for; since the changes so far
 * nothing that it loads asks for this name, so what the mock says is said to nobody.
 *
 * @param mayLose whether nothing else is told by what a test file sets up
 */
export function removeIdleMocks(session: Session, context: TestContext, mayLose: (path: string) => boolean): boolean {
  let removed = false;
  for (const [name, losers] of lostNames(session)) {
    for (const path of testsThatMock(session, name)) {
      if (!mayLose(path)) continue;
      removed = removeMock(session, context, path, name, losers) || removed;
    }
  }
  return removed;
}

function testsThatMock(session: Session, name: string): readonly string[] {
  return session
    .search([name])
    .filter((path) => isCode(path) && isTestPath(path) && session.isEditable(path))
    .filter((path) => /\b(?:mock|spy|stub|fake|when|fn|replace)/i.test(session.read(path) ?? ''));
}

function removeMock(session: Session, context: TestContext, path: string, name: string, losers: Losers): boolean {
  const [file, original] = [session.parse(path), session.original(path)];
  if (!file || !original || !new RegExp(`\\b${name}\\b`).test(file.text)) return false;
  const site = makeSite(session, file);
  const parts = mockPartsOf(site, name);
  const isMock = 'node' in parts ? parts.counts : parts.statements.length + parts.entries.length > 0;
  if (!isMock) return false;
  const before = loadedBy(session.base, original);
  // Without a file that asked for it, the mock was idle before.
  if (![...losers.keys()].some((loser) => before.files.has(loser))) return false;
  const ways = waysTo(session, file, name, packagesMocked(file), loadedBy(session, file));
  if (ways.open) return false;
  if ('node' in parts) {
    noteCount(session, path, name, parts.node);
    return false;
  }
  if (isReader(session, context, name, losers)) {
    const setUps = setUpsOfMock(session, file, context.flag, parts.gives);
    if (removeOtherValue(session, file, context, setUps)) {
      removeMock(session, context, path, name, losers);
      return true;
    }
    const open = setUps.find((one) => one.facts.gives !== 'unknown' && !mayGoAlong(one, context));
    if (open) return noteOpen(session, path, open);
  }
  const gone = whatGoes(session, site, name, parts);
  if (!gone) return false;
  const isInStatement = ({ start, end }: Node) =>
    gone.statements.some((one) => one.start! <= start! && end! <= one.end!);
  const edits = [
    ...removeStatementRuns(site, gone.statements),
    ...gone.entries
      .filter((entry) => !isInStatement(entry))
      .flatMap((entry) => {
        const owner = parentsOf(file).parent(entry) as Node & { readonly properties: readonly Node[] };
        return removeListItem(file, owner.properties, owner.properties.indexOf(entry));
      }),
  ];
  const at = [...gone.statements, ...gone.entries][0]!.start!;
  return commitTest(session, file, context, {
    what: 'set-up',
    offset: at,
    title: `Remove the mock of ${name} from ${path.split('/').at(-1)}`,
    why: `Nothing that this test file loads asks for ${name} any more, so what the mock says is said to nobody. See that the tests are about what they were about.`,
    edits: inOrder(edits),
    grounds: groundsOf(session, original, ways.names, before),
  });
}

/** All that goes with the mock; undefined when a part of it would do something else then. */
function whatGoes(
  session: Session,
  site: Site,
  name: string,
  parts: MockParts,
): Pick<MockParts, 'statements' | 'entries'> | undefined {
  const { file } = site;
  const statements = [...parts.statements];
  const targets = new Map<string, boolean[]>();
  for (const call of parts.modules) {
    const source = call.arguments[0]?.type === 'StringLiteral' ? call.arguments[0].value : '';
    const target = targetOf(session, file, source);
    const statement = parentsOf(file).parent(call);
    if (target === undefined || statement?.type !== 'ExpressionStatement') return undefined;
    const fate = fateOf(session, file, call, target, name, parts);
    if (fate === 'stays' && call.arguments.length > 1) return undefined;
    if (fate === 'goes') statements.push(statement);
    targets.set(target, [...(targets.get(target) ?? []), fate === 'goes']);
  }
  // Of two mocks of one module the other would come into force.
  if ([...targets.values()].some((fates) => fates.length > 1 && fates.includes(false))) return undefined;
  statements.push(...emptiedBy(site, parts.entries, statements));
  return { statements: withEmptied(site, statements), entries: parts.entries };
}

/** What becomes of `vi.mock('./flags', …)`: it goes, it only loses the entry, or it has to stay as it is. */
function fateOf(
  session: Session,
  file: SourceFile,
  call: Node & { readonly type: 'CallExpression' },
  target: string,
  name: string,
  { statements, entries }: MockParts,
): 'goes' | 'loses-entry' | 'stays' {
  const own = entries.find(({ start, end }) => call.start! < start! && end! < call.end!);
  const object = own && parentsOf(file).parent(own);
  if (call.arguments.length > 1 && object?.type !== 'ObjectExpression') return 'stays';
  const others =
    object?.type === 'ObjectExpression'
      ? object.properties.filter(
          (one) => one.type === 'SpreadElement' || !(one === own || nameOf(one.key) === '__esModule'),
        )
      : [];
  if (others.length > 0) {
    // With nothing but the real module left, the mock is the real module.
    const isReal = others.every((one) => one.type === 'SpreadElement' && isActual(file, one.argument));
    return isReal ? 'goes' : 'loses-entry';
  }
  const isOnlyIn = (local: Node) =>
    scopesOf(file)
      .bindingOf(local)!
      .references.every(({ node }) =>
        [...statements, ...entries].some(({ start, end }) => start! <= node.start! && node.end! <= end!),
      );
  // The test itself may need what else the module has.
  const needs = importsOf(file).some(
    ({ specifier, names, typeOnly }) =>
      !typeOnly &&
      targetOf(session, file, specifier) === target &&
      names.some(({ imported, local }) => imported !== name && !(imported === '*' && local && isOnlyIn(local))),
  );
  const { files, packages, unknown } = loadedBy(session, file, target);
  return needs || unknown !== undefined || files.has(target) || packages.has(target) ? 'stays' : 'goes';
}

function isActual(file: SourceFile, node: Node): boolean {
  const text = file.text.slice(node.start!, node.end!);
  if (/Actual|importOriginal/.test(text)) return true;
  const [name] = node.type === 'Identifier' ? (scopesOf(file).bindingOf(node)?.declarations ?? []) : [];
  const declarator = name && parentsOf(file).parent(name);
  return declarator?.type === 'VariableDeclarator' && declarator.init != null && isActual(file, declarator.init);
}

/** `const mocks = vi.hoisted(() => ({}))` that nothing uses any more. */
function emptiedBy(site: Site, entries: readonly ObjectProperty[], statements: readonly Node[]): readonly Node[] {
  const { parents, file } = site;
  const isGone = ({ start, end }: Node) =>
    [...entries, ...statements].some((one) => one.start! <= start! && end! <= one.end!);
  const emptied: Node[] = [];
  for (const owner of new Set(entries.map((entry) => parents.parent(entry)!))) {
    if (!('properties' in owner) || !(owner.properties as readonly Node[]).every(isGone)) continue;
    const declarator = [...parents.ancestors(owner)].find(({ type }) => /^(?:VariableDeclarator|Program)$/.test(type));
    const declaration = declarator && parents.parent(declarator);
    if (declarator?.type !== 'VariableDeclarator' || declaration?.type !== 'VariableDeclaration') continue;
    const { init, id } = declarator;
    const makes =
      owner === id || init === owner || (init?.type === 'CallExpression' && /hoisted$/.test(nameOfCallee(init)));
    const references = id.type === 'Identifier' ? (scopesOf(file).bindingOf(id)?.references ?? []) : [];
    if (makes && declaration.declarations.length === 1 && references.every(({ node }) => isGone(node)))
      emptied.push(declaration);
  }
  return emptied;
}

function nameOfCallee({ callee }: Node & { readonly type: 'CallExpression' }): string {
  return callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee);
}

/** The drafts that took away what led to the name: a use of something on the way, an import, a file. */
function groundsOf(
  session: Session,
  original: SourceFile,
  names: ReadonlySet<string>,
  before: Loaded,
): readonly string[] {
  const keys = new Set<string>();
  const word = new RegExp(`(?<![\\w$])(?:${[...names].map((one) => one.replaceAll('$', '\\$')).join('|')})(?![\\w$])`);
  for (const path of session.changed()) {
    if (path !== original.path && !before.files.has(path)) continue;
    for (const { key, before: text, edits } of session.historyOf(path)) {
      if (edits.some(({ start, end }) => word.test(text.slice(start, end)))) keys.add(key);
    }
    const then = path === original.path || !isCode(path) ? undefined : session.original(path);
    const offsets = then ? importsOf(then).map(({ source }) => source.start!) : [];
    for (const key of usersOf(session, path, offsets)) keys.add(key);
  }
  for (const [path, key] of deletedFiles(session)) if (before.files.has(path)) keys.add(key);
  return [...keys];
}

/** Whether the files that asked for the name asked it for the flag: the user says so, or the key was what they gave it. */
function isReader(session: Session, { words, spellings, names }: TestContext, name: string, losers: Losers): boolean {
  if (words.has(name)) return true;
  return [...losers].some(([path, uses]) => {
    const original = session.original(path);
    if (!original) return false;
    const nodes = uses.flatMap(({ node }) => {
      const local = 'local' in node ? (node.local as Node) : undefined;
      const references = local ? (scopesOf(original).bindingOf(local)?.references ?? []) : [];
      return local ? references.map((one) => one.node as Node) : [node];
    });
    return nodes.some((node) => {
      const parent = parentsOf(original).parent(node);
      const call = parent?.type === 'MemberExpression' ? parentsOf(original).parent(parent) : parent;
      const isKey = (one: Node) =>
        (one.type === 'StringLiteral' && spellings.includes(one.value)) ||
        names.has(nameOf(one.type === 'MemberExpression' ? one.property : one));
      return call?.type === 'CallExpression' && call.arguments.some(isKey);
    });
  });
}

function noteOpen(session: Session, path: string, { key, facts }: SetUp): boolean {
  const verdict = decideSetUp(facts);
  const place = { path, line: session.lineOf(path, key.start!) };
  if (verdict.kind === 'kept') session.keep({ place, code: verdict.code, because: verdict.because });
  return false;
}

function packagesMocked(file: SourceFile): ReadonlySet<string> {
  return new Set(mocksOf(file).map(({ source }) => source.value));
}

function noteCount(session: Session, path: string, name: string, node: Node): void {
  session.keep({
    place: { path, line: session.lineOf(path, node.start!) },
    code: 'call-count',
    because: `nothing that the test loads asks for ${name} any more, but it is counted here how often it is asked, or with what`,
  });
}

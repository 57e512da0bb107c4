import type { Class, ClassMethod, Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import {
  importsOf,
  isCode,
  isMixed,
  offsetsOf,
  parentsOf,
  parsedFile,
  removeStatements,
  resolveExport,
  resolveModule,
  scopesOf,
  walk,
} from '@ffsd/typescript';
import { deletedFiles } from './deleted-files.ts';
import { filesWith, searchAhead } from './files-with.ts';
import { isPublished } from './is-published.ts';
import type { Note } from './remove-file.ts';
import { removersOf } from './remove-key.ts';
import { roleOfPath } from './role-of-path.ts';
import type { Session } from './session.ts';

/**
 * Removes a method of a class that code called before the changes so far, and whose name stands nowhere else now.
 *
 * "Nowhere" is meant textually, over the whole workspace: what the receiver of a call is, no analysis tells for certain. A method that a
 * class of a package may call or ask for stays, and so does what a decorator registers.
 *
 * @returns whether one was removed
 */
export function removeMethod(session: Session, note: Note): boolean {
  const names = callsLost(session);
  searchAhead(session, names);
  for (const name of names) {
    const places = placesOf(session, name);
    const product = places.filter(({ path }) => roleOfPath(path) === 'product');
    const [only] = product;
    if (!only || product.length > 1 || !isCode(only.path)) continue;
    const file = parsedFile(session, only.path);
    const method = file && methodAt(file, only.offset);
    if (!method || !session.isEditable(only.path) || !isOnlyItsOwn(session, file, method)) continue;
    const place = { path: only.path, line: session.lineOf(only.path, method.node.start!) };
    const test = places.find(({ path }) => roleOfPath(path) !== 'product');
    if (test) {
      const at = { path: test.path, line: session.lineOf(test.path, test.offset) };
      note({ place: at, code: 'used-by-tests', because: `only tests call ${name} any more` });
      continue;
    }
    const owner = method.owner.id?.name;
    if (owner !== undefined && isPublished(session.base, only.path, owner)) {
      note({
        place,
        code: 'published',
        because: `nothing here calls ${name} any more, but the package offers its class`,
      });
      continue;
    }
    const deleted = [...deletedFiles(session)].filter(([one]) => session.base.read(one)?.includes(name));
    return session.commit({
      key: `method ${only.path} ${name}`,
      title: `Remove the method ${name} from ${only.path.split('/').at(-1)}`,
      why: `Nothing calls ${name} any more once the changes that this one depends on are made. See that nothing reaches for it by a name that it puts together.`,
      safety: 'review',
      evidence: [{ kind: 'no-other-reference', text: `${name} stands nowhere else in the workspace`, place }],
      files: [{ kind: 'edit', path: only.path, edits: removeStatements(file, method.node, method.node) }],
      dependsOn: [...new Set([...removersOf(session, name), ...deleted.map(([, key]) => key)])],
    });
  }
  return false;
}

/** Names of methods that files called before the first change and call less often now, but for those that every object has. */
function callsLost(session: Session): readonly string[] {
  const lost = new Set<string>();
  for (const path of [...session.changed(), ...deletedFiles(session).keys()].filter(isCode)) {
    const original = session.original(path);
    const file = parsedFile(session, path);
    if (!original || (!file && session.read(path) !== undefined)) continue;
    const after = file ? callsIn(file) : new Map<string, number>();
    for (const [name, count] of callsIn(original)) if (count > (after.get(name) ?? 0)) lost.add(name);
  }
  const texts = session.changed().map((path) => session.read(path) ?? '');
  // Cheaper than to look through the workspace: what a changed file still says twice is in use.
  return [...lost]
    .filter((name) => !common.has(name) && texts.every((text) => offsetsOf(text, name).length < 2))
    .sort();
}

const common = new Set(
  [Object, Function, Array, String, Number, Date, RegExp, Map, Set, Promise, Error]
    .flatMap((one) => [...Object.getOwnPropertyNames(one.prototype), ...Object.getOwnPropertyNames(one)])
    .concat('log', 'warn', 'error', 'info', 'debug', 'get', 'set', 'json', 'send', 'next', 'render', 'toJSON'),
);

function callsIn(file: SourceFile): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  walk(file.tree.program, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return;
    const { callee } = node;
    if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return;
    if (callee.computed || callee.property.type !== 'Identifier') return;
    calls.set(callee.property.name, (calls.get(callee.property.name) ?? 0) + 1);
  });
  return calls;
}

function placesOf(session: Session, name: string): readonly { readonly path: string; readonly offset: number }[] {
  return filesWith(session, [name])
    .filter((path) => isCode(path) || isMixed(path) || /\.(?:json|ya?ml|graphql|py)$/.test(path))
    .flatMap((path) => offsetsOf(session.read(path) ?? '', name).map((offset) => ({ path, offset })));
}

interface Method {
  readonly node: ClassMethod;
  readonly owner: Class;
}

function methodAt(file: SourceFile, offset: number): Method | undefined {
  let found: Method | undefined;
  walk(file.tree.program, (owner) => {
    if (owner.type !== 'ClassDeclaration' && owner.type !== 'ClassExpression') return;
    const node = owner.body.body.find((one) => one.type === 'ClassMethod' && one.key.start === offset);
    if (node?.type === 'ClassMethod' && node.kind === 'method' && !node.computed) found = { node, owner };
  });
  return found;
}

/** Whether no class above it and no interface from outside can ask for the method, and no decorator tells others of it. */
function isOnlyItsOwn(session: Session, file: SourceFile, { node, owner }: Method): boolean {
  if (node.decorators?.length || owner.decorators?.length || node.override) return false;
  const above = [...(owner.superClass ? [owner.superClass] : []), ...(owner.implements ?? []).map(nameOf)];
  return above.every((one) => one !== undefined && isOfWorkspace(session, file, one));
}

/** The parser calls what stands behind `implements` and `extends` by several names. */
function nameOf(one: Node): Node | undefined {
  return 'expression' in one && typeof one.expression === 'object' ? (one.expression as Node) : undefined;
}

/** A class or an interface that the workspace declares, as all above it. */
function isOfWorkspace(session: Session, file: SourceFile, name: Node, depth = 0): boolean {
  const binding = name.type === 'Identifier' ? scopesOf(file).bindingOf(name) : undefined;
  const declaration = binding?.declarations[0];
  if (!declaration || depth > 5) return false;
  const imported = importsOf(file).find(({ names }) => names.some(({ local }) => local === declaration));
  if (imported) {
    const path = resolveModule(session, file.path, imported.specifier);
    const exported = imported.names.find(({ local }) => local === declaration)!.imported;
    const resolved = path === undefined ? undefined : resolveExport(session, path, exported);
    const other = resolved && parsedFile(session, resolved.path);
    return other !== undefined && declaresAlone(session, other, resolved!.declaration, depth);
  }
  const owner = parentsOf(file).parent(declaration);
  return owner !== undefined && declaresAlone(session, file, owner, depth);
}

function declaresAlone(session: Session, file: SourceFile, declaration: Node, depth: number): boolean {
  if (declaration.type === 'TSInterfaceDeclaration') {
    return (declaration.extends ?? []).every((one) => {
      const name = nameOf(one);
      return name !== undefined && isOfWorkspace(session, file, name, depth + 1);
    });
  }
  if (declaration.type !== 'ClassDeclaration') return false;
  return !declaration.superClass || isOfWorkspace(session, file, declaration.superClass, depth + 1);
}

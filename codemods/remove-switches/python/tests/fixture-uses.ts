import type { AnyNode, FunctionDef, SourceFile } from '@ffsd/python';
import { dottedName, findAll, isCode, scopesOf, stringValue } from '@ffsd/python';
import type { Session } from '../session.ts';
import { isFixture, ownerOf } from './test-around.ts';

/** A place where a test asks for a fixture by its name. */
export type FixtureUse = { readonly path: string } & (
  | { readonly kind: 'parameter'; readonly node: AnyNode & { readonly type: 'Param' }; readonly of: FunctionDef }
  /** `usefixtures('flag_on')` as a decorator or in `pytestmark`. */
  | { readonly kind: 'mark'; readonly node: AnyNode & { readonly type: 'Arg' }; readonly call: AnyNode }
);

/**
 * The places that ask for a fixture.
 *
 * @returns undefined when not all of them are known: its value is used, it is asked for while the test runs, it is imported, or another one
 *   of that name stands in its way
 */
export function usesOfFixture(
  session: Session,
  file: SourceFile,
  fixture: FunctionDef,
): readonly FixtureUse[] | undefined {
  const name = fixture.name.value;
  const owner = ownerOf(fixture);
  // `@pytest.fixture(name='other')`
  if (fixture.decorators.some(({ decorator }) => decorator.type === 'Call' && decorator.args.some(isRename)))
    return undefined;
  // A fixture of a class is also one of the classes below it.
  if (owner && isNamedElsewhere(session, owner.name.value)) return undefined;
  const uses: FixtureUse[] = [];
  for (const path of session.search([name]).filter(isCode)) {
    if (!isVisible(file.path, path)) continue;
    const there = path === file.path ? file : session.parse(path);
    if (!there) return undefined;
    const found = usesIn(there, fixture, owner);
    if (!found) return undefined;
    uses.push(...found);
  }
  return uses;
}

function isRename({ keyword }: { readonly keyword: { readonly value: string } | null }): boolean {
  return keyword?.value === 'name';
}

function isNamedElsewhere(session: Session, name: string): boolean {
  // Another file may have a class of that name for itself.
  const word = new RegExp(`(?<!\\w)(?<!^class\\s+)${name}(?!\\w)`, 'm');
  return session.search([name]).some((path) => word.test(session.read(path)!));
}

/** What a conftest offers is seen by the files of its folder and below; what a test file has is its own. */
function isVisible(from: string, path: string): boolean {
  if (from === path) return true;
  const folder = /(?:^|\/)conftest\.py$/.test(from) ? from.slice(0, from.length - 'conftest.py'.length) : undefined;
  return folder !== undefined && path.startsWith(folder);
}

function usesIn(file: SourceFile, fixture: FunctionDef, owner: AnyNode | undefined): readonly FixtureUse[] | undefined {
  const name = fixture.name.value;
  const isInside = (node: AnyNode) => !owner || (owner.start <= node.start && node.end <= owner.end);
  const uses: FixtureUse[] = [];
  for (const node of findAll(file.tree, ['Name', 'SimpleString'])) {
    if (!isInside(node) || (node.type === 'Name' ? node.value : stringValue(node as AnyNode)) !== name) continue;
    if (node === fixture.name) continue;
    const { parent } = node;
    if (node.type === 'Name') {
      if (parent?.type === 'Param' && parent.name === node) {
        const of = parent.parent?.parent as AnyNode;
        if (of.type !== 'FunctionDef') continue;
        if ((scopesOf(file).bindingOf(node)?.references.length ?? 0) > 0) return undefined;
        if (!/^test/.test(of.name.value) && !isFixture(of)) continue;
        uses.push({ path: file.path, kind: 'parameter', node: parent, of });
      } else if (parent?.type === 'FunctionDef' || parent?.type === 'ImportAlias') {
        return undefined;
      } else if (scopesOf(file).bindingOf(node)?.scope === scopesOf(file).scope) {
        return undefined;
      }
    } else {
      const call = parent?.parent as AnyNode | null | undefined;
      if (parent?.type !== 'Arg' || call?.type !== 'Call' || !/(?:^|\.)usefixtures$/.test(dottedName(call.func) ?? ''))
        return undefined;
      uses.push({ path: file.path, kind: 'mark', node: parent, call });
    }
  }
  return uses;
}

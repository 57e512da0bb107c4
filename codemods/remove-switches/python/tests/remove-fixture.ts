import type { Edit } from '@ffsd/edits';
import { inOrder } from '@ffsd/edits';
import type { AnyNode, FunctionDef, SourceFile } from '@ffsd/python';
import { removeListItem } from '@ffsd/python';
import { removersOf } from '../remove-key.ts';
import { removal } from '../remove-statement.ts';
import type { Session } from '../session.ts';
import { makeSite } from '../site.ts';
import { commitTest } from './commit-test.ts';
import type { TestContext } from './find-set-ups.ts';
import type { FixtureUse } from './fixture-uses.ts';
import { usesOfFixture } from './fixture-uses.ts';
import { hasWithout } from './needs-database.ts';
import { withoutDecorator } from './remove-set-up.ts';

/**
 * Removes a fixture that only sets the flag: first from the tests that ask for it, one change for each file, and then itself.
 *
 * @returns whether one of these changes was made
 */
export function removeFixture(session: Session, file: SourceFile, context: TestContext, fixture: FunctionDef): boolean {
  const uses = usesOfFixture(session, file, fixture);
  if (!uses) return false;
  const fileOf = ({ path }: FixtureUse) => (path === file.path ? file : session.parse(path));
  const mayGo = (use: FixtureUse) => {
    const there = fileOf(use);
    return there !== undefined && session.isEditable(use.path) && hasWithout(session, fixture, there, use);
  };
  // A fixture that stays for one test stays for all.
  if (!uses.every(mayGo)) return false;
  const [first] = uses;
  if (!first) return removeUnusedFixture(session, file, context, fixture);
  const there = fileOf(first)!;
  const own = uses.filter(({ path }) => path === first.path);
  const name = fixture.name.value;
  const where = own.length === 1 ? 'what asks for it' : `${own.length} places that ask for it`;
  return commitTest(session, there, context, {
    what: 'fixture',
    offset: first.node.start,
    title: `Remove the fixture ${name} from ${where} in ${there.path.split('/').at(-1)}`,
    why: `All that ${name} does is to set ${context.flag.key}, which nothing outside of tests reads any more.`,
    edits: inOrder(own.flatMap((use) => withoutUse(session, there, use))),
  });
}

/** Removes a fixture that no test asks for. */
export function removeUnusedFixture(
  session: Session,
  file: SourceFile,
  context: TestContext,
  fixture: FunctionDef,
): boolean {
  const name = fixture.name.value;
  return commitTest(session, file, context, {
    what: 'fixture',
    offset: fixture.name.start,
    title: `Remove the fixture ${name}, which sets ${context.flag.key}, from ${file.path.split('/').at(-1)}`,
    why: `Nothing outside of tests reads ${context.flag.key} any more, and no test asks for ${name}.`,
    edits: removal(makeSite(session, file), fixture),
    grounds: removersOf(session, name),
  });
}

function withoutUse(session: Session, file: SourceFile, use: FixtureUse): readonly Edit[] {
  if (use.kind === 'parameter') return removeListItem(file, use.node) ?? [];
  const { call, node } = use;
  if (call.type === 'Call' && call.args.length > 1) return removeListItem(file, node) ?? [];
  const owner = call.parent as AnyNode;
  switch (owner.type) {
    case 'Decorator':
      return [withoutDecorator(file, owner)];
    case 'Assign':
      return removal(makeSite(session, file), owner);
    case 'Element':
      return removeListItem(file, owner) ?? [];
    default:
      return [];
  }
}

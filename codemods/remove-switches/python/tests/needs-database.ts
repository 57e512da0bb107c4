import type { AnyNode, ClassDef, FunctionDef, SourceFile } from '@ffsd/python';
import { findAll } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { classOf } from '../constant-of.ts';
import type { FixtureUse } from './fixture-uses.ts';
import { ownerOf } from './test-around.ts';

/** Fixtures of pytest and its plugins that do nothing by being asked for. */
const inert: ReadonlySet<string> = new Set('self cls settings monkeypatch mocker request caplog'.split(' '));

/**
 * Whether a test still has what it got through a fixture that goes: each fixture that this one asks for does nothing by itself, or the
 * test asks for it, too.
 *
 * ```text
 * @pytest.fixture
 * def flag_on(db): …
 *
 * def test_page(flag_on): …      # without it the test may not use the database
 * ```
 */
export function hasWithout(workspace: Workspace, fixture: FunctionDef, file: SourceFile, use: FixtureUse): boolean {
  const { params } = fixture.params;
  return params.every(({ name: { value } }) => {
    if (inert.has(value)) return true;
    if (use.kind === 'parameter' && use.of.params.params.some(({ name }) => name.value === value)) return true;
    if (use.kind === 'mark' && use.call.code.includes(value)) return true;
    const marked = use.kind === 'mark' && use.call.parent?.type === 'Decorator' ? use.call.parent.parent : undefined;
    if (marked?.type === 'FunctionDef' && marked.params.params.some(({ name }) => name.value === value)) return true;
    return (value === 'db' || value === 'transactional_db') && isMarked(workspace, file, use);
  });
}

/** `django_db` on the test, its class, a base of that, or the module. */
function isMarked(workspace: Workspace, file: SourceFile, use: FixtureUse): boolean {
  const place: AnyNode = use.kind === 'parameter' ? use.of : use.call;
  if (hasMark(file.tree.body as readonly AnyNode[])) return true;
  for (let at: AnyNode | null = place; at; at = at.parent) {
    if (at.type !== 'FunctionDef' && at.type !== 'ClassDef') continue;
    if (at.decorators.some(({ decorator }) => decorator.code.includes('django_db'))) return true;
    if (at.type === 'ClassDef' && isMarkedClass(workspace, file, at)) return true;
  }
  const owner = use.kind === 'parameter' ? ownerOf(use.of) : undefined;
  return owner !== undefined && isMarkedClass(workspace, file, owner);
}

function isMarkedClass(workspace: Workspace, file: SourceFile, node: ClassDef, depth = 0): boolean {
  if (depth > 4) return false;
  if (hasMark(node.body.body as readonly AnyNode[])) return true;
  return node.bases.some(({ value }) => {
    const base = classOf(workspace, file, value);
    return base !== undefined && isMarkedClass(workspace, base.file, base.node, depth + 1);
  });
}

/** `pytestmark = pytest.mark.django_db` */
function hasMark(lines: readonly AnyNode[]): boolean {
  return lines.some(
    (line) =>
      line.type === 'SimpleStatementLine' &&
      findAll(line, 'Assign').some(
        ({ targets, value }) =>
          targets.some(({ target }) => target.type === 'Name' && target.value === 'pytestmark') &&
          value.code.includes('django_db'),
      ),
  );
}

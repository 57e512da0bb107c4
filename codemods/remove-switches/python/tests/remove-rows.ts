import type { Edit } from '@ffsd/edits';
import { mapOffset } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import type { Name, SourceFile } from '@ffsd/python';
import { findAll, rejoin, removeListItem, scopesOf } from '@ffsd/python';
import { isSettledValue } from '../../decide-test.ts';
import { planUses } from '../plan-value.ts';
import type { Session } from '../session.ts';
import { commitTest } from './commit-test.ts';
import type { SetUp, TestContext } from './find-set-ups.ts';
import { setUpRemoval } from './remove-set-up.ts';
import type { Stepwise } from './stepwise.ts';
import { removeEach, startOf, step } from './stepwise.ts';
import { tableOf } from './table-of.ts';
import { withoutColumn } from './without-column.ts';

/**
 * Removes the rows of a table that give the flag another value, what set it, and the parameter that would always have the same value.
 *
 * ```text
 * @parametrize('on, page', [(True, 'card'), (False, 'form')])      @parametrize('page', ['card'])
 * def test_page(on, page):                                     =>  def test_page(page):
 *     set_flag('new', on)                                              assert show() == page
 *     assert show() == page
 * ```
 *
 * What else the parameter decides is folded. Where it goes to something that is not told by its name to be an assertion, the rows
 * test more than the flag, and stay.
 */
export function removeRows(
  session: Session,
  file: SourceFile,
  context: TestContext,
  { setter, standing, around, facts }: SetUp,
): boolean {
  if (around.kind !== 'test' || setter.gives.kind !== 'parameter' || !facts.pure) return false;
  const { flag } = context;
  const { name } = setter.gives;
  const test = around.node;
  const table = tableOf(session, file, test, name);
  const setUp = setUpRemoval(session, file, standing);
  if (!table || !setUp || table.rows.some(({ value }) => value === undefined)) return false;
  const isOther = table.rows.map((row) => !isSettledValue(row.value!.value, flag.value));
  if (isOther.every((one) => one)) return false;
  const gone = [...table.rows.map(({ item }) => item), ...table.ids].filter(
    (_, index) => isOther[index % isOther.length],
  );
  const rowless = removeEach(startOf(file), gone, removeListItem);
  const unset = rowless && step(rowless, () => mapped(rowless, setUp));
  const folded = unset && withoutUses(session, unset, name, flag.value);
  const done = folded && withoutColumn(session, folded, test, name);
  if (!done) return false;
  return commitTest(session, file, context, {
    what: 'set-up',
    offset: name.start,
    title: `Remove ${name.value} from ${test.name.value}, which sets ${flag.key} by it`,
    why: `Nothing outside of tests reads ${flag.key} any more: rows that give it another value than ${JSON.stringify(flag.value)} test code that is removed, and for the others it need not be set. See that they test nothing else.`,
    edits: rejoin(file, done.edits),
  });
}

/** Edits of the text before the first step, as they are after the steps that stand elsewhere. */
function mapped({ edits }: Stepwise, planned: readonly Edit[]): readonly Edit[] {
  return planned.map(({ start, end, text }) => ({
    start: mapOffset(edits, start, 'after'),
    end: mapOffset(edits, end, 'after'),
    text,
  }));
}

/** Folds what the parameter decides; undefined where the value goes on to something else, or a use is left. */
function withoutUses(session: Session, at: Stepwise, name: Name, value: Constant): Stepwise | undefined {
  const parameter = parameterAt(at, name);
  const binding = parameter && scopesOf(at.file).bindingOf(parameter);
  if (!parameter || !binding) return undefined;
  if (binding.references.length === 0) return at;
  const plan = planUses(session, at.file, parameter, value);
  if (
    plan.kind === 'kept' ||
    plan.flows.some(({ kind, receiver }) => kind !== 'passed-value' || !/assert/i.test(receiver))
  )
    return undefined;
  const after = step(at, () => plan.edits);
  const left = after && parameterAt(after, name);
  return left && scopesOf(after.file).bindingOf(left)?.references.length === 0 ? after : undefined;
}

function parameterAt({ file, edits }: Stepwise, name: Name): Name | undefined {
  const offset = mapOffset(edits, name.start, 'after');
  return findAll(file.tree, 'Param').find((one) => one.name.start === offset)?.name;
}

import type { Edit } from '@ffsd/edits';
import { mapOffset } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import type { FunctionDef, Name, SourceFile } from '@ffsd/python';
import { findAll, rejoin, removeListItem, scopesOf } from '@ffsd/python';
import { isSettledValue } from '../../decide-test.ts';
import { planUses } from '../plan-value.ts';
import type { Session } from '../session.ts';
import type { Stepwise } from './stepwise.ts';
import { removeEach, startOf, step } from './stepwise.ts';
import { tableOf } from './table-of.ts';
import { withoutColumn } from './without-column.ts';

/**
 * The edits that take the rows of other values from the table of a test, and then the parameter, which always is the same:
 *
 * ```text
 * @parametrize('on, page', [(True, 'card'), (False, 'form')])      @parametrize('page', ['card'])
 * def test_page(on, page):                                     =>  def test_page(page):
 *     set_flag('new', on)                                              assert show() == page
 *     assert show() == page
 * ```
 *
 * What else the parameter decides is folded. Where it goes to something that is not told by its name to be an assertion, the rows test
 * more than the flag, and stay.
 *
 * @param own the edits of the place that takes the parameter: what set the flag by it goes, an argument becomes the constant
 * @returns undefined where something else than the rows would go
 */
export function settledRows(
  session: Session,
  file: SourceFile,
  test: FunctionDef,
  name: Name,
  value: Constant,
  own: readonly Edit[],
): readonly Edit[] | undefined {
  const table = tableOf(session, file, test, name);
  if (!table || table.rows.some((row) => row.value === undefined)) return undefined;
  const isOther = table.rows.map((row) => !isSettledValue(row.value!.value, value));
  if (isOther.every((one) => one)) return undefined;
  const gone = [...table.rows.map(({ item }) => item), ...table.ids].filter(
    (_, index) => isOther[index % isOther.length],
  );
  const rowless = removeEach(startOf(file), gone, removeListItem);
  const unset = rowless && step(rowless, () => mapped(rowless, own));
  const folded = unset && withoutUses(session, unset, name, value);
  const done = folded && withoutColumn(session, folded, test, name);
  return done && rejoin(file, done.edits);
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

import type { AnyNode, Name, Statement } from '@ffsd/python';
import { isPass, lineOf, suiteOf } from '@ffsd/python';
import type { Site } from './site.ts';

/**
 * The query of Django's that gives a local its value, when all it does is to read: `Flag.objects.filter(name=NEW).first()`.
 *
 * `get` raises where there is no such row, or more than one. It counts only where that is caught right there and nothing comes of it, so
 * that the `try` goes with it:
 *
 * ```text
 * try:
 *     flag = Flag.objects.get(name='new')
 * except Flag.DoesNotExist:
 *     pass
 * ```
 */
export function readOnlyQuery(site: Site, name: Name): AnyNode | undefined {
  const statement = name.parent?.parent as AnyNode | null | undefined;
  if (statement?.type !== 'Assign' || statement.targets.length !== 1) return undefined;
  const methods = queryMethods(site, statement.value);
  if (!methods?.every((one) => reading.has(one))) return undefined;
  return methods.every((one) => !raising.has(one)) || isCaughtForNothing(statement) ? statement.value : undefined;
}

/** The methods that are called one after the other on `Model.objects`, when their arguments have no effect. */
function queryMethods(site: Site, node: AnyNode): readonly string[] | undefined {
  if (node.type === 'Await') return queryMethods(site, node.expression);
  if (node.type !== 'Call' || node.func.type !== 'Attribute') return undefined;
  if (!node.args.every(({ value }) => site.isPure(value))) return undefined;
  const { value, attr } = node.func;
  const isManager =
    value.type === 'Attribute' &&
    /^(?:objects|_default_manager|all_objects)$/.test(value.attr.value) &&
    value.value.type === 'Name' &&
    /^[A-Z]/.test(value.value.value);
  if (isManager) return [attr.value];
  const before = queryMethods(site, value);
  return before && [...before, attr.value];
}

const raising: ReadonlySet<string> = new Set(['get', 'aget', 'latest', 'earliest']);

const reading: ReadonlySet<string> = new Set([
  ...raising,
  ...'all filter exclude order_by distinct only defer select_related prefetch_related values values_list using none'.split(
    ' ',
  ),
  ...'first last exists count afirst alast aexists acount'.split(' '),
]);

/** The statement is all of a `try` whose handlers do nothing, and nothing runs only where all went well. */
function isCaughtForNothing(statement: Statement): boolean {
  const suite = suiteOf(statement);
  const owner = suite.parent as AnyNode | null;
  if (owner?.type !== 'Try' || owner.orelse || suite.type !== 'IndentedBlock') return false;
  if ((suite.body as readonly AnyNode[]).some((one) => one !== (lineOf(statement) as AnyNode))) return false;
  return owner.handlers.every(({ body }) => (body.body as readonly Statement[]).every(isPass));
}

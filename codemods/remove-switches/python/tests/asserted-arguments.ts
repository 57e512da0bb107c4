import type { AnyNode, Arg, Call, FunctionDef, Param, SourceFile } from '@ffsd/python';
import { dottedName, findAll, isCode, parsedFile } from '@ffsd/python';
import { isTestPath } from '../../test-path.ts';
import { argumentFor } from '../argument-for.ts';
import type { Callee } from '../callee.ts';
import type { CallPlace } from '../calls-of.ts';
import type { Session } from '../session.ts';

export interface AssertedArgument {
  readonly file: SourceFile;
  readonly argument: Arg;
}

/**
 * What tests expect a mock of a function to be called with for one of its parameters: the `compact=…` of
 * `Page.assert_called_once_with(user, compact=sentinel.compact)`.
 *
 * A mock is known by its name, which is that of what it stands for.
 */
export function assertedArguments(
  session: Session,
  callee: Callee,
  param: Param,
  calls: readonly CallPlace[],
): readonly AssertedArgument[] {
  const { node, owner, kind } = callee;
  const name = kind === 'constructor' ? owner!.node.name.value : node.name.value;
  const position = kind === 'method' ? undefined : positionIn(calls, node, param);
  const found: AssertedArgument[] = [];
  for (const path of session.search(['.assert_']).filter((one) => isCode(one) && isTestPath(one))) {
    const mayName = session.isEditable(path) && plain(session.read(path) ?? '').includes(plain(name));
    const file = mayName ? parsedFile(session, path) : undefined;
    if (!file) continue;
    for (const call of findAll(file.tree, 'Call')) {
      if (!isExpectation(call, name)) continue;
      const argument = argumentIn(call, param.name.value, position);
      if (argument) found.push({ file, argument });
    }
  }
  return found;
}

/** Where all calls that give the parameter by its place give it. */
function positionIn(calls: readonly CallPlace[], node: FunctionDef, param: Param): number | undefined {
  const positions = new Set<number>();
  for (const { call, bound, path } of calls) {
    if (isTestPath(path)) continue;
    const given = argumentFor(call, node, param, bound);
    if (given.kind === 'given') positions.add(given.argument.keyword ? -1 : call.args.indexOf(given.argument));
  }
  const [position, ...more] = positions;
  return position === undefined || position < 0 || more.length > 0 ? undefined : position;
}

function argumentIn({ args }: Call, name: string, position: number | undefined): Arg | undefined {
  const named = args.find(({ keyword }) => keyword?.value === name);
  if (named) return named;
  const positional = args.filter(({ keyword }) => keyword === null);
  if (position === undefined || positional.some(({ star }) => star !== '')) return undefined;
  return positional[position];
}

/** `page.assert_called_with(…)`, and each `call(…)` of `page.assert_has_calls([…])`. */
function isExpectation(call: Call, name: string): boolean {
  const { func } = call;
  if (func.type === 'Attribute' && /^assert_(?:called|any|awaited)\w*(?:with|call|await)$/.test(func.attr.value)) {
    return isMockOf(func.value, name);
  }
  if (!/(?:^|\.)call$/.test(dottedName(func) ?? '')) return false;
  for (let at: AnyNode | null = call.parent; at; at = at.parent) {
    if (at.type !== 'Call') continue;
    return at.func.type === 'Attribute' && at.func.attr.value === 'assert_has_calls' && isMockOf(at.func.value, name);
  }
  return false;
}

function isMockOf(node: AnyNode, name: string): boolean {
  const last = dottedName(node)?.split('.').at(-1);
  return last !== undefined && plain(last) === plain(name);
}

/** `mock_get_page` and `get_page_mock` are mocks of `get_page`. */
function plain(name: string): string {
  return name
    .replace(/^(?:mock|mocked|patched|fake)_|_(?:mock|patch|fake)$/g, '')
    .replaceAll('_', '')
    .toLowerCase();
}

import type { AnyNode, SourceFile, Statement } from '@ffsd/python';
import { dottedName, findAll, parsedFile, scopesOf } from '@ffsd/python';
import type { Session } from '../session.ts';
import { givenBy } from './given-value.ts';
import { asksBy, mockedName, subjectsOf } from './reader-names.ts';
import type { Setter } from './setter-of.ts';
import { aroundOf } from './test-around.ts';

/** What is known of those that were asked for the flag. */
export interface Asked {
  /** The names of the functions and methods that are asked. */
  readonly names: ReadonlySet<string>;
  /** The files in which the reads of the flag were folded. */
  readonly paths: readonly string[];
  /** One of these still asks for something by one of the names. */
  readonly asksOn: boolean;
}

/**
 * The set-up that a comparison with the key belongs to: `request.feature = lambda name: name == 'new'`. It gives this flag, and no other.
 */
export function setterByLambda(key: AnyNode, { names }: Asked): Setter | undefined {
  const target = key.parent;
  const comparison = target?.type === 'ComparisonTarget' ? target.parent : target;
  if (comparison?.type !== 'Comparison' || comparison.comparisons.length !== 1) return undefined;
  const [only] = comparison.comparisons;
  const other = only!.comparator === key ? comparison.left : only!.comparator;
  const lambda = comparison.parent;
  if (only!.operator.type !== 'Equal' || lambda?.type !== 'Lambda' || lambda.body !== comparison) return undefined;
  const [parameter, ...more] = lambda.params.params;
  if (more.length > 0 || other.type !== 'Name' || parameter?.name.value !== other.value) return undefined;
  const statement = statementOf(lambda);
  const mocked = statement && mockedName(statement.targets[0]!.target, /^side_effect$/);
  if (!statement || !mocked || !names.has(mocked)) return undefined;
  return { kind: 'assignment', node: statement, gives: { kind: 'value', value: true } };
}

/** `request.feature.assert_called_once_with('new')`: nobody asks for it any more. */
export function setterByAssertion(key: AnyNode, { names }: Asked): Setter | undefined {
  const call = key.parent?.type === 'Arg' ? key.parent.parent : undefined;
  if (call?.type !== 'Call' || call.parent?.type !== 'Expr' || call.func.type !== 'Attribute') return undefined;
  if (!/^assert_(?:called|any_call|awaited)/.test(call.func.attr.value)) return undefined;
  const mocked = mockedName(call.func.value, /^(?!)$/);
  if (mocked === undefined || !names.has(mocked) || !isOfFlags(mocked)) return undefined;
  return { kind: 'assertion', node: call.parent };
}

/**
 * Whether a mock says no to all flags unless a test says otherwise: fixtures beside the test or above it make it so, and none makes it otherwise.
 *
 * ```text
 * request.feature = create_autospec(lambda feature: False, return_value=False)
 * ```
 */
export function isOffByDefault(session: Session, path: string, { names }: Asked): boolean {
  const folders = path.split('/').slice(0, -1);
  const paths = [
    path,
    ...folders.map((_, at) => [...folders.slice(0, at + 1), 'conftest.py'].join('/')),
    'conftest.py',
  ];
  const answers = paths.flatMap((one) => {
    const file = session.read(one) === undefined ? undefined : parsedFile(session, one);
    return (file ? findAll(file.tree, 'Assign') : []).filter((statement) => {
      const [target] = statement.targets;
      const name = target && mockedName(target.target, /^(?:return_value|side_effect)$/);
      return name !== undefined && names.has(name) && aroundOf(statement).kind === 'fixture';
    });
  });
  const unnamed = answers.filter(({ value }) => findAll(value, 'Comparison').length === 0);
  return unnamed.length > 0 && unnamed.every(({ value }) => isNo(value));
}

function isNo(value: AnyNode): boolean {
  if (value.type === 'Lambda') return isNo(value.body);
  if (value.type === 'Name') return value.value === 'False';
  if (value.type !== 'Call') return false;
  const effect = value.args.find(({ keyword }) => keyword?.value === 'side_effect');
  const given = value.args.find(({ keyword }) => keyword?.value === 'return_value');
  return effect ? isNo(effect.value) : given !== undefined && isNo(given.value);
}

/**
 * The places of a test file that say what a mock answers to whatever it is asked, `request.feature.return_value = True`, when what the file
 * tests asked it for this flag and for nothing else.
 */
export function answersIn(session: Session, file: SourceFile, { names, paths, asksOn }: Asked): readonly Setter[] {
  if (asksOn) return [];
  const answers = findAll(file.tree, 'Assign').filter((statement) => {
    const [target, ...more] = statement.targets;
    if (more.length > 0 || target?.target.type !== 'Attribute' || target.target.attr.value !== 'return_value')
      return false;
    const name = mockedName(target.target, /^return_value$/);
    // `client.get` answers much else.
    return name !== undefined && names.has(name) && isOfFlags(name) && !isOwn(file, target.target);
  });
  if (answers.length === 0) return [];
  const subjects = subjectsOf(session, file.path);
  if (!subjects.some((path) => paths.includes(path))) return [];
  if (subjects.some((path) => asksBy(session, path, names))) return [];
  return answers.map((node): Setter => ({ kind: 'assignment', node, gives: givenBy(session, file, node.value) }));
}

function isOfFlags(name: string): boolean {
  return /feature|flag|switch|toggle|experiment/i.test(name);
}

/** A mock that the test itself has made or patched is another matter: it may be counted or asked by the test. */
function isOwn(file: SourceFile, target: AnyNode & { readonly type: 'Attribute' }): boolean {
  return target.value.type === 'Name' && scopesOf(file).bindingOf(target.value) !== undefined;
}

/** The assignment of which the expression is the value, brackets around it or not. */
function statementOf(node: AnyNode): (Statement & { readonly type: 'Assign' }) | undefined {
  const { parent } = node;
  if (parent?.type !== 'Assign' || parent.value !== node || parent.targets.length !== 1) return undefined;
  return dottedName(parent.targets[0]!.target) === undefined ? undefined : (parent as Statement & { type: 'Assign' });
}

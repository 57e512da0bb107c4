import type { AnyNode, SourceFile } from '@ffsd/python';
import { dottedName, findAll, isCode, resolveExpression, scopesOf, stringValue } from '@ffsd/python';
import { usersOf } from '../../users-of.ts';
import { bindingAt } from '../fold-binding.ts';
import type { Session } from '../session.ts';
import type { Given } from './given-value.ts';
import { givenBy, unknown } from './given-value.ts';

type Call = AnyNode & { readonly type: 'Call' };

/** A name of a module that asked for the flag there and for nothing else, and that the module does not use any more. */
export interface IdleReader {
  readonly path: string;
  readonly name: string;
}

/** What a test puts in the place of such a name: it has no effect, because nobody asks for it. */
export interface Replacement {
  readonly call: Call;
  readonly gives: Given;
  /** The parameter by which the test gets the mock. */
  readonly parameter: (AnyNode & { readonly type: 'Param' }) | undefined;
  /** `mock.return_value = True`: says what the mock gives. */
  readonly statements: readonly AnyNode[];
  /** It is asked how often the mock was called. */
  readonly counted: boolean;
  /** The mock is used in yet another way. */
  readonly used: boolean;
}

/**
 * @param readers keys of the drafts that folded the reads of the flag
 * @param words the names that reads are known by: what else a removed condition asked is no reader
 */
export function idleReaders(
  session: Session,
  readers: readonly string[],
  words: ReadonlySet<string>,
): readonly IdleReader[] {
  const paths = new Set(
    session.drafts.filter(({ key }) => readers.includes(key)).flatMap(({ files }) => files.map(({ path }) => path)),
  );
  return [...paths].filter(isCode).flatMap((path) => {
    const [original, file] = [session.original(path), session.parse(path)];
    if (!original || !file) return [];
    return scopesOf(file)
      .bindings()
      .filter(({ scope, kind, references }) => scope.kind === 'global' && kind === 'import' && references.length === 0)
      .filter(({ name }) => words.has(name))
      .flatMap(({ name, declarations }) => {
        const then = declarations[0] && bindingAt(original, session.originOf(path, declarations[0].start));
        const offsets = then?.name === name ? then.references.flatMap(({ offset }) => offset ?? []) : [];
        const users = usersOf(session, path, offsets);
        return offsets.length > 0 && users.length > 0 && users.every((key) => readers.includes(key))
          ? [{ path, name }]
          : [];
      });
  });
}

/** The places of a test file that replace one of the names. */
export function replacementsIn(
  session: Session,
  file: SourceFile,
  idle: readonly IdleReader[],
): readonly Replacement[] {
  if (idle.length === 0) return [];
  return findAll(file.tree, 'Call').flatMap((call) => {
    const value = replacedBy(session, file, call, idle);
    return value === undefined ? [] : [describe(session, file, call, value)];
  });
}

/** What is put in the place of an idle name, `mock` for what the library makes; undefined where the call replaces none. */
function replacedBy(
  session: Session,
  file: SourceFile,
  call: Call,
  idle: readonly IdleReader[],
): AnyNode | 'mock' | undefined {
  const name = dottedName(call.func) ?? '';
  const positional = call.args.filter(({ keyword, star }) => keyword === null && star === '').map(({ value }) => value);
  const target = positional[0] && stringValue(positional[0]);
  const isText = target !== undefined && idle.some((one) => names(target, one));
  const member = positional[1] && stringValue(positional[1]);
  const isMember =
    positional[0] !== undefined &&
    member !== undefined &&
    idle.some((one) => one.name === member && isModule(session, file, positional[0]!, one.path));
  const behind = isText ? positional[1] : isMember ? positional[2] : undefined;
  if (/(?:^|\.)monkeypatch\.setattr$/.test(name)) return isText || isMember ? behind : undefined;
  const isPatch = (isText && /(?:^|\.)patch$/.test(name)) || (isMember && /(?:^|\.)patch\.object$/.test(name));
  return isPatch ? (behind ?? 'mock') : undefined;
}

/** `shop.checkout.is_enabled` names the name of `src/shop/checkout.py`. */
function names(target: string, { path, name }: IdleReader): boolean {
  if (!target.endsWith(`.${name}`)) return false;
  const module = target.slice(0, -name.length - 1).replaceAll('.', '/');
  const stem = path.replace(/(?:\/__init__)?\.pyi?$/, '');
  return stem === module || stem.endsWith(`/${module}`);
}

function isModule(session: Session, file: SourceFile, node: AnyNode, path: string): boolean {
  const [definition, ...more] = resolveExpression(session, file, node)?.definitions ?? [];
  return definition?.kind === 'module' && more.length === 0 && definition.module.path === path;
}

function describe(session: Session, file: SourceFile, call: Call, value: AnyNode | 'mock'): Replacement {
  const given =
    value === 'mock'
      ? givenByMock(session, file, call)
      : value.type === 'Call'
        ? givenByMock(session, file, value)
        : givenBy(session, file, value);
  const parameter =
    value === 'mock' && !call.args.some(({ keyword }) => keyword?.value === 'new') ? injected(call) : undefined;
  const uses = parameter ? (scopesOf(file).bindingOf(parameter.name)?.references ?? []) : [];
  const sets = uses.flatMap(({ node }) => setting(node) ?? []);
  const values = sets.map((statement) => givenBy(session, file, (statement as AnyNode & { type: 'Assign' }).value));
  const gives = values.length === 1 ? values[0]! : values.length > 1 ? ({ kind: 'ordered' } as const) : given;
  const others = uses.filter(({ node }) => setting(node) === undefined);
  const counts = others.filter(({ node }) => isCount(node));
  const isLost = call.parent?.type === 'Decorator' && value === 'mock' && !parameter;
  return {
    call,
    gives,
    parameter,
    statements: sets,
    counted: counts.length > 0,
    used: isLost || others.length > counts.length,
  };
}

/** `patch(…, return_value=True)`, `Mock(return_value=True)` */
function givenByMock(session: Session, file: SourceFile, call: Call): Given {
  const named = (name: string) => call.args.find(({ keyword }) => keyword?.value === name)?.value;
  const effect = named('side_effect');
  if (effect && effect.type !== 'Lambda') return { kind: 'ordered' };
  const value = effect ?? named('return_value') ?? named('new');
  if (!value) return unknown;
  return value.type === 'Call' ? givenByMock(session, file, value) : givenBy(session, file, value);
}

/**
 * The parameter that a `@patch` gives its mock to: the last of the decorators gives the first. Undefined where something else may give
 * parameters by their place, too.
 */
function injected(call: Call): (AnyNode & { readonly type: 'Param' }) | undefined {
  const decorator = call.parent;
  const test = decorator?.parent;
  if (decorator?.type !== 'Decorator' || test?.type !== 'FunctionDef') return undefined;
  const isMark = (text: string) => /(?:^|\.)(?:mark\.\w+|override_\w+|freeze_time|fixture)$/.test(text);
  const injecting: AnyNode[] = [];
  for (const one of [...test.decorators].reverse()) {
    const { decorator: inner } = one;
    const name = dottedName(inner.type === 'Call' ? inner.func : inner) ?? '?';
    if (isMark(name)) continue;
    if (inner.type !== 'Call' || !/(?:^|\.)patch(?:\.object)?$/.test(name)) return undefined;
    const width = name.endsWith('.object') ? 3 : 2;
    const isGiven =
      inner.args.filter(({ keyword }) => keyword === null).length >= width ||
      inner.args.some(({ keyword }) => keyword?.value === 'new');
    if (!isGiven) injecting.push(one);
  }
  const parameters = test.params.params.filter(({ name }, index) => index > 0 || !/^(?:self|cls)$/.test(name.value));
  return parameters[injecting.indexOf(decorator)];
}

/** The statement `mock.return_value = True` of the mock. */
function setting(node: AnyNode): AnyNode | undefined {
  const member = node.parent;
  if (member?.type !== 'Attribute' || member.value !== node || member.attr.value !== 'return_value') return undefined;
  const statement = member.parent?.type === 'AssignTarget' ? member.parent.parent : undefined;
  return statement?.type === 'Assign' && statement.targets.length === 1 ? statement : undefined;
}

/** `mock.assert_called_once_with('new')`, `mock.call_count` */
function isCount({ parent }: AnyNode): boolean {
  return parent?.type === 'Attribute' && /^(?:assert_|call|mock_calls|method_calls)/.test(parent.attr.value);
}

import type { Constant } from '@ffsd/fold';
import type { AnyNode, BaseExpression, Binding, Name, SourceFile } from '@ffsd/python';
import { parsedFile, placementOf, scopesOf, usageOf } from '@ffsd/python';
import { draftsOver } from '../drafts-over.ts';
import { flagBehind } from '../flag-behind.ts';
import type { KnownValue, UsePlace } from '../fold-known-uses.ts';
import type { SettledFlag } from '../language.ts';
import { settleFlow } from '../settle-flow.ts';
import { isTestPath } from '../test-path.ts';
import { usedExpression } from './calls-of.ts';
import { bindingAt } from './fold-binding.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { goesOn } from './goes-on.ts';
import { changedNodes, inOrder, touchedNodes } from './grounds.ts';
import { isPublished } from './is-published.ts';
import { isSameConstant, literalOf } from './literal-of.ts';
import { meansOnly } from './means-only.ts';
import { assignmentOf } from './member-values.ts';
import { planValue } from './plan-value.ts';
import type { PlacedReference } from './references-of.ts';
import { referencesOf } from './references-of.ts';
import type { Session } from './session.ts';

/** Folds the variables of modules that always have one value since the changes so far, here and in the files that import them. */
export function followConstants(session: Session, path: string, flags: readonly SettledFlag[]): boolean {
  const file = parsedFile(session, path);
  return file !== undefined && namesIn(session, file).some((name) => followConstant(session, file, name, flags));
}

/** The names of the module of which a changed or removed statement gives the value. */
function namesIn(session: Session, file: SourceFile): readonly Name[] {
  const found = new Set<string>();
  const original = parsedFile(session.base, file.path);
  const statements: readonly AnyNode[] = [
    ...touchedNodes(session, file, 'Assign'),
    ...touchedNodes(session, file, 'AnnAssign'),
    ...(original ? changedNodes(session, original, 'Assign') : []),
  ];
  for (const one of statements) {
    const targets = one.type === 'Assign' ? one.targets.map(({ target }) => target) : [];
    for (const target of one.type === 'AnnAssign' ? [one.target] : targets) {
      if (target.type === 'Name') found.add(target.value);
    }
  }
  const scopes = scopesOf(file);
  return [...found].flatMap((name) => scopes.lookup(name, scopes.scope)?.declarations[0] ?? []);
}

function followConstant(session: Session, file: SourceFile, name: Name, flags: readonly SettledFlag[]): boolean {
  const { path } = file;
  const wanted = constantOfModule(file, name);
  const original = parsedFile(session.base, path);
  const then = original && bindingAt(original, session.originOf(path, name.start));
  if (wanted === undefined || !original || then?.name !== name.value) return false;
  const valueThen = constantOfModule(original, then.declarations[0]!);
  if (valueThen !== undefined && isSameConstant(valueThen, wanted)) return false;
  const references = referencesOf(session, file, name);
  const grounds = groundsOf(session, original, then, assignmentOf(name)!, path);
  const flag = flagBehind(session, flags, grounds);
  if (!references || !flag || !goesOn(wanted, flag)) return false;
  const shown = name.value;
  const uses = references.filter(({ kind }) => kind === 'read' || kind === 'call');
  const outside = uses.some((use) => use.path !== path);
  // What its own file alone uses is folded with the read.
  if (uses.length === 0 || (!outside && !isNoted(session, path, name.start))) return false;
  const because = whyNot(session, references, path, shown);
  const line = session.lineOf(path, name.start);
  const flow = { path, lines: [line], code: 'exported-value' } as const;
  if (because !== undefined) {
    settleFlow(session, flow, because);
    return false;
  }
  const known: KnownValue = {
    name: shown,
    value: wanted,
    because: `${path.split('/').at(-1)} gives it that, and nothing else gives it a value`,
    place: { path, line },
    grounds,
  };
  const origin = session.originOf(path, name.start);
  const places = uses.map((use) => use.path);
  const { folded, left } = foldEverywhere(session, flag, places, known, (at) =>
    placesIn(session, path, origin, at, wanted),
  );
  const open = references.find((one) => one.kind === 'textual' && !isTestPath(one.path));
  if (open) {
    const place = `${open.path}:${session.lineOf(open.path, open.offset)}`;
    settleFlow(session, flow, `nobody knows whether ${shown} is meant at ${place}`);
  } else if (left === 0) {
    settleFlow(session, { ...flow, names: [shown] }, undefined);
  }
  return folded > 0;
}

/** The constant that the only assignment of a variable of the module gives it for sure. */
function constantOfModule(file: SourceFile, name: Name): Constant | undefined {
  const scopes = scopesOf(file);
  const binding = scopes.bindingOf(name);
  if (!binding || binding.scope !== scopes.scope || scopes.hasDynamicScope) return undefined;
  // `from defaults import *` may give it another value.
  if (scopes.scope.starImports.length > 0) return undefined;
  const [assignment, ...more] = binding.assignments.filter(({ kind }) => kind !== 'declaration');
  if (
    more.length > 0 ||
    assignment?.nameNode !== name ||
    binding.references.some(({ write, deletion }) => write || deletion)
  ) {
    return undefined;
  }
  const { conditional, deferred, inClass } = placementOf(name);
  const statement = assignmentOf(name);
  if (conditional || deferred || inClass || !statement?.value) return undefined;
  return literalOf(statement.value)?.value;
}

function isNoted(session: Session, path: string, offset: number): boolean {
  const line = session.lineOf(path, offset);
  return session.kept.some(
    ({ place, code }) => code === 'exported-value' && place.path === path && place.line === line,
  );
}

/** The drafts that wrote the constant, or removed what else was done with the name. */
function groundsOf(
  session: Session,
  original: SourceFile,
  then: Binding,
  { start, end }: AnyNode,
  path: string,
): readonly string[] {
  const keys = new Set(session.touching(path, start, end));
  const add = (at: string, from: number, to: number) => {
    for (const key of draftsOver(session, at, from, to)) keys.add(key);
  };
  for (const { nameNode } of then.assignments) {
    const statement = nameNode && (assignmentOf(nameNode) ?? nameNode);
    if (statement) add(path, statement.start, statement.end);
  }
  for (const { path: at, offset, kind } of referencesOf(session.base, original, then.declarations[0]!) ?? []) {
    if (kind !== 'read' && kind !== 'call' && kind !== 'import' && kind !== 'export') add(at, offset, offset);
  }
  return inOrder(session, keys);
}

function whyNot(
  session: Session,
  references: readonly PlacedReference[],
  path: string,
  shown: string,
): string | undefined {
  const at = (one: { readonly path: string }, offset: number) => `${one.path}:${session.lineOf(one.path, offset)}`;
  if (isPublished(session, path, shown)) return `${shown} is offered to the outside by its package`;
  const other = references.find((one) => !isTestPath(one.path) && mayWrite(one));
  if (other) return `${shown} may get another value at ${at(other, other.offset)}`;
  const test = references.find(({ kind }) => kind === 'write' || kind === 'delete' || kind === 'string');
  return test && `${shown} has the constant but for a test (${at(test, test.offset)})`;
}

/** `module.NAME = …`, `setattr(module, …)`, and a module that is handed on. */
function mayWrite({ kind, node }: PlacedReference): boolean {
  if (kind === 'textual') return !node || usedExpression(node) === node || usageOf(usedExpression(node)) !== 'read';
  return kind === 'write' || kind === 'delete' || kind === 'string';
}

/** The uses in the present text of a file. */
function placesIn(session: Session, path: string, origin: number, at: string, value: Constant): readonly UsePlace[] {
  const file = parsedFile(session, path);
  const name = file && nameAt(session, file, origin);
  return (file && name ? (referencesOf(session, file, name) ?? []) : [])
    .filter((one) => one.path === at && one.kind === 'read' && one.node !== undefined && one.file !== undefined)
    .map(({ file: where, node }) => placeOf(session, where!, usedExpression(node!) as BaseExpression, value, path));
}

function nameAt(session: Session, file: SourceFile, origin: number): Name | undefined {
  return scopesOf(file)
    .bindings()
    .flatMap(({ declarations }) => declarations)
    .find(({ start }) => session.originOf(file.path, start) === origin);
}

function placeOf(session: Session, file: SourceFile, node: BaseExpression, value: Constant, path: string): UsePlace {
  return {
    offset: node.start,
    code: file.text.slice(node.start, node.end),
    plan() {
      if (!meansOnly(session, file, node, path)) {
        return { kind: 'kept', code: 'exported-value', because: 'the name may stand for something else here' };
      }
      return planValue(session, file, { node, value });
    },
  };
}

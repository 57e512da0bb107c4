import type { AnyNode, FunctionDef, SourceFile } from '@ffsd/python';
import { findAll, parsedFile } from '@ffsd/python';
import { draftsOver } from '../drafts-over.ts';
import type { Callee } from './callee.ts';
import { calleeAt } from './callee.ts';
import type { Calls } from './calls-of.ts';
import { callsOf } from './calls-of.ts';
import type { Session } from './session.ts';

/** A function as it was before the first change, with all that was done with it then. */
export interface Before {
  readonly file: SourceFile;
  readonly callee: Callee;
  readonly calls: Calls;
}

/** Undefined for a function that nobody finds in the text before the first change. */
export function before(session: Session, { path, node }: Callee): Before | undefined {
  const file = parsedFile(session.base, path);
  const found = file && definitionBefore(session, file, path, node);
  if (!file || !found) return undefined;
  const callee = calleeAt(path, found);
  return { file, callee, calls: callsOf(session.base, file, callee) };
}

function definitionBefore(
  session: Session,
  file: SourceFile,
  path: string,
  { name }: FunctionDef,
): FunctionDef | undefined {
  const offset = session.originOf(path, name.start);
  return findAll(file.tree, 'FunctionDef').find((one) => one.name.start === offset && one.name.value === name.value);
}

/**
 * The drafts that what is known of all calls of a function rests on: those that changed or removed one of its calls, and those that
 * removed what would have made it uncertain.
 */
export function groundsOfCalls(session: Session, then: Before, now: Calls): readonly string[] {
  const keys = new Set<string>();
  const add = (some: readonly string[]) => {
    for (const key of some) keys.add(key);
  };
  for (const { path, call } of then.calls.calls) add(draftsOver(session, path, call.start, call.end));
  for (const { path, offset } of then.calls.hindrances) add(draftsOver(session, path, offset, offset));
  for (const { path, call } of now.calls) add(session.touching(path, call.start, call.end));
  return inOrder(session, keys);
}

/** The keys in the order in which the drafts were made. */
export function inOrder(session: Session, keys: ReadonlySet<string>): readonly string[] {
  return session.drafts.map(({ key }) => key).filter((key) => keys.has(key));
}

/** The nodes of a kind in the present text in which or right beside which a draft has changed something. */
export function touchedNodes<T extends AnyNode['type']>(
  session: Session,
  file: SourceFile,
  type: T,
): readonly (AnyNode & { readonly type: T })[] {
  const isTouched = ({ fullStart, fullEnd }: AnyNode) => session.touching(file.path, fullStart, fullEnd).length > 0;
  return collect(file.tree, type, isTouched);
}

/** The same in the text before the first change. */
export function changedNodes<T extends AnyNode['type']>(
  session: Session,
  file: SourceFile,
  type: T,
): readonly (AnyNode & { readonly type: T })[] {
  const isChanged = ({ fullStart, fullEnd }: AnyNode) => draftsOver(session, file.path, fullStart, fullEnd).length > 0;
  return collect(file.tree, type, isChanged);
}

function collect<T extends AnyNode['type']>(
  node: AnyNode,
  type: T,
  isWanted: (node: AnyNode) => boolean,
): readonly (AnyNode & { readonly type: T })[] {
  const found: AnyNode[] = [];
  const look = (at: AnyNode): void => {
    for (const child of at.children()) {
      if (!isWanted(child)) continue;
      if (child.type === type) found.push(child);
      look(child);
    }
  };
  look(node);
  return found as (AnyNode & { readonly type: T })[];
}

import type { ReturnedValue } from '@ffsd/flags';
import type { AnyNode, Arg, BaseExpression, Name, SourceFile } from '@ffsd/python';
import type { ReadFacts } from '../decide.ts';
import type { HeldResult } from './held-in.ts';
import { heldIn } from './held-in.ts';
import { memberRead } from './member-read.ts';

export type ReadUse =
  /** An expression that yields the value: the match itself, its `await`, its member. */
  | { readonly kind: 'expression'; readonly node: BaseExpression }
  /** A local that takes the value out of a tuple: `on, config = client.get_treatment_with_config(…)`. */
  | { readonly kind: 'unpacked'; readonly local: Name }
  /** What is left of `decision = user.decide("x")` when nothing is taken out of the local any more. */
  | { readonly kind: 'left'; readonly statement: AnyNode & { readonly type: 'Assign' } }
  /** The decorator that lets a function run while the flag is on. */
  | { readonly kind: 'decorator'; readonly node: AnyNode & { readonly type: 'Decorator' } }
  /** The keyword of a decorator that is there for more than the flag. */
  | { readonly kind: 'keyword'; readonly node: AnyNode & { readonly type: 'Decorator' }; readonly argument: Arg }
  /** The match stands for one of its own parts: `choose('x', old, new)`. */
  | { readonly kind: 'choice'; readonly on: BaseExpression | undefined; readonly off: BaseExpression | undefined }
  /** A decorator that is given more than the flag, when nothing shows whether it would work without it. */
  | { readonly kind: 'more-arguments' }
  | { readonly kind: 'none' };

export interface LeavingValue {
  readonly use: ReadUse;
  readonly facts: Pick<ReadFacts, 'promise' | 'detail'>;
  /** The local that holds the whole result, when all its uses are known. */
  readonly held?: HeldResult;
}

/** How the value gets out of the matched expression: awaited, as an attribute, an item, or by unpacking. */
export function useOfRead(file: SourceFile, match: AnyNode, returned: ReturnedValue, byUser: boolean): LeavingValue {
  if (match.type === 'Decorator') {
    return { use: { kind: 'decorator', node: match }, facts: { promise: 'none', detail: 'none' } };
  }
  let node = match as BaseExpression;
  let promise: ReadFacts['promise'] = 'none';
  const awaited = node.parent?.type === 'Await' ? node.parent : undefined;
  if (returned.wrap === 'promise' && node.type !== 'Await') {
    if (!awaited) return { use: { kind: 'none' }, facts: { promise: 'not-awaited', detail: 'none' } };
    node = awaited;
    promise = 'awaited';
  } else if (awaited) {
    // `await is_enabled('x')` shows that the user's reader is a coroutine; of an SDK it shows that another client is meant.
    if (!byUser) return { use: { kind: 'none' }, facts: { promise: 'not-awaited', detail: 'none' } };
    node = awaited;
    promise = 'awaited';
  }
  for (const member of returned.path) {
    const next = memberRead(node, member, returned.access);
    if (next) {
      node = next;
      continue;
    }
    const local = returned.access === 'index' ? unpacked(node, Number(member)) : undefined;
    if (local) return { use: { kind: 'unpacked', local }, facts: { promise, detail: 'used' } };
    const held = member === returned.path[0] ? heldIn(file, node, returned) : undefined;
    if (held?.isUnused) {
      return { use: { kind: 'left', statement: held.statement }, facts: { promise, detail: 'used' } };
    }
    return { use: { kind: 'none' }, facts: { promise, detail: 'other-use' }, ...(held ? { held } : {}) };
  }
  return { use: { kind: 'expression', node }, facts: { promise, detail: returned.path.length > 0 ? 'used' : 'none' } };
}

function unpacked(node: BaseExpression, index: number): Name | undefined {
  const { parent } = node;
  const [target, ...more] = parent?.type === 'Assign' && parent.value === node ? parent.targets : [];
  const list = target?.target;
  if (more.length > 0 || (list?.type !== 'Tuple' && list?.type !== 'List')) return undefined;
  if (list.elements.some(({ type }) => type !== 'Element')) return undefined;
  const element = list.elements[index]?.value;
  return element?.type === 'Name' ? element : undefined;
}

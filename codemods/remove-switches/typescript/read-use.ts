import type { Node } from '@babel/types';
import type { ReturnedValue } from '@ffsd/flags';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf } from '@ffsd/typescript';
import type { ReadFacts } from '../decide.ts';
import type { ComponentUse } from './component-of.ts';
import type { HeldResult } from './held-in.ts';
import { heldIn } from './held-in.ts';
import { isMemberRead, outward } from './member-read.ts';

export type ReadUse =
  /** An expression that yields the value: the match itself, its `await`, its member. */
  | { readonly kind: 'expression'; readonly node: Node }
  /** A local bound by a pattern: `const { x: on } = useFlags()`, `const [on] = useTuple('x')`. */
  | { readonly kind: 'binding'; readonly pattern: Node; readonly element: Node; readonly local: Node }
  /** The whole element of a component that reads the flag. */
  | ({ readonly kind: 'component' } & ComponentUse)
  /** The match stands for one of its own parts. */
  | { readonly kind: 'choice'; readonly on: Node | undefined; readonly off: Node | undefined }
  /** A decorator, which lets through what stands below it. */
  | { readonly kind: 'decorator' }
  | { readonly kind: 'none' };

export interface LeavingValue {
  readonly use: ReadUse;
  readonly facts: Pick<ReadFacts, 'promise' | 'detail'>;
  /** The local that holds the whole result, when all its uses are known. */
  readonly held?: HeldResult;
}

/** How the value gets out of the matched expression: awaited, as a member, by destructuring. */
export function useOfRead(file: SourceFile, match: Node, returned: ReturnedValue): LeavingValue {
  const parents = parentsOf(file);
  let node = match;
  let promise: ReadFacts['promise'] = 'none';
  const awaiting = outward(parents, node);
  if (node.type !== 'AwaitExpression' && awaiting?.type === 'AwaitExpression') {
    // Older versions of an SDK give a promise where newer ones give the value; an await says nothing else of a value.
    node = awaiting;
    promise = 'awaited';
  } else if (returned.wrap === 'promise' ? node.type !== 'AwaitExpression' : isThenOf(awaiting, node)) {
    return { use: { kind: 'none' }, facts: { promise: 'not-awaited', detail: 'none' } };
  }
  for (const member of returned.path) {
    const parent = outward(parents, node);
    if (parent && isMemberRead(parent, node, member)) {
      node = parent;
      continue;
    }
    const bound = parent?.type === 'VariableDeclarator' ? boundMember(parent.id, member) : undefined;
    if (bound && member === returned.path.at(-1)) {
      return { use: { kind: 'binding', ...bound }, facts: { promise, detail: 'used' } };
    }
    const held = bound || member !== returned.path[0] ? undefined : heldIn(file, node, returned.path);
    if (held?.isUnused) {
      const { local } = held;
      return { use: { kind: 'binding', pattern: local, element: local, local }, facts: { promise, detail: 'used' } };
    }
    return { use: { kind: 'none' }, facts: { promise, detail: 'other-use' }, ...(held ? { held } : {}) };
  }
  return { use: { kind: 'expression', node }, facts: { promise, detail: returned.path.length > 0 ? 'used' : 'none' } };
}

/** `client.checkGate(user, 'x').then(…)`: what is taken for a value is a promise here, and `true.then` would throw. */
function isThenOf(parent: Node | undefined, node: Node): boolean {
  return parent !== undefined && ['then', 'catch', 'finally'].some((name) => isMemberRead(parent, node, name));
}

function boundMember(pattern: Node, member: string): { pattern: Node; element: Node; local: Node } | undefined {
  if (pattern.type === 'ArrayPattern') {
    const element = pattern.elements[Number(member)];
    return element?.type === 'Identifier' ? { pattern, element, local: element } : undefined;
  }
  if (pattern.type !== 'ObjectPattern' || pattern.properties.some(({ type }) => type === 'RestElement'))
    return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'ObjectProperty' || property.computed || property.key.type !== 'Identifier') continue;
    if (property.key.name !== member) continue;
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    return target.type === 'Identifier' ? { pattern, element: property, local: target } : undefined;
  }
  return undefined;
}

import type { Identifier, Node, ObjectPattern, ObjectProperty } from '@babel/types';
import type { FunctionNode } from './function-at.ts';
import { parametersOf } from './function-at.ts';
import type { Input } from './given-at.ts';
import { keyOf } from './given-at.ts';

/** How a function takes what it is called with. */
export type Slot =
  /** `(open = false) => …` and `({ open = false }) => …` */
  | {
      readonly kind: 'local';
      readonly local: Identifier;
      /** What it is where nothing is given. */
      readonly otherwise: Node | undefined;
      readonly element: ObjectProperty | undefined;
      readonly pattern: ObjectPattern | undefined;
      /** What the whole parameter is where nothing is given: `({ open } = {}) => …`. */
      readonly whole: Node | undefined;
    }
  /** `(props) => …`: what it is may be read as `props.open`. */
  | { readonly kind: 'object'; readonly local: Identifier; readonly whole: Node | undefined };

/** Undefined where the function does not take it by a name: it is destructured further, collected by a rest, or not taken. */
export function slotOf(fn: FunctionNode, { index, property }: Input): Slot | undefined {
  const parameter = parametersOf(fn)[index];
  if (!parameter) return undefined;
  const [target, whole] = withDefault(parameter);
  if (property === undefined) {
    return target.type === 'Identifier'
      ? { kind: 'local', local: target, otherwise: whole, element: undefined, pattern: undefined, whole: undefined }
      : undefined;
  }
  if (target.type === 'Identifier') return { kind: 'object', local: target, whole };
  if (target.type !== 'ObjectPattern') return undefined;
  for (const element of target.properties) {
    if (element.type !== 'ObjectProperty' || element.computed || keyOf(element.key) !== property) continue;
    const [local, otherwise] = withDefault(element.value);
    return local.type === 'Identifier'
      ? { kind: 'local', local, otherwise, element, pattern: target, whole }
      : undefined;
  }
  return undefined;
}

function withDefault(node: Node): [target: Node, otherwise: Node | undefined] {
  return node.type === 'AssignmentPattern' ? [node.left, node.right] : [node, undefined];
}

import type { AnyNode } from '@ffsd/python';
import { stringValue } from '@ffsd/python';

/** Whether the expression is a tuple of the text alone: `NEW = ('new',)` is most often meant to be `NEW = ('new')`. */
export function isInTuple(node: AnyNode, text: string): boolean {
  return textInTuple(node) === text;
}

/** The only element of a tuple, when it is a text. */
export function textInTuple(node: AnyNode): string | undefined {
  const element = node.type === 'Tuple' && node.elements.length === 1 ? node.elements[0] : undefined;
  return element?.type === 'Element' ? stringValue(element.value) : undefined;
}

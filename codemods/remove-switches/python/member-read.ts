import type { ReturnedValue } from '@ffsd/flags';
import type { BaseExpression } from '@ffsd/python';
import { stringValue } from '@ffsd/python';
import { onlyIndex } from './constant-of.ts';

/** What takes the member out of the node: `.name`, `["name"]` or `[0]`. */
export function memberRead(
  node: BaseExpression,
  member: string,
  access: ReturnedValue['access'],
): BaseExpression | undefined {
  const { parent } = node;
  if (access === 'attribute') {
    return parent?.type === 'Attribute' && parent.value === node && parent.attr.value === member ? parent : undefined;
  }
  if (parent?.type !== 'Subscript' || parent.value !== node) return undefined;
  const index = onlyIndex(parent);
  const name = index?.type === 'Integer' ? index.value : index && stringValue(index);
  return name === member ? parent : undefined;
}

import type { Constant } from '@ffsd/fold';
import type { AnyNode } from '@ffsd/python';
import { stringValue } from '@ffsd/python';
import type { Known } from '../fold-result.ts';

/** The value of an expression that is written out: a name that stands for a constant is another matter. */
export function literalOf(node: AnyNode): Known | undefined {
  switch (node.type) {
    case 'Name': {
      const value = keywords[node.value];
      return value === undefined ? undefined : { value };
    }
    case 'SimpleString':
    case 'ConcatenatedString': {
      const value = stringValue(node);
      return value === undefined ? undefined : { value };
    }
    case 'Integer':
    case 'Float': {
      const value = Number(node.value.replaceAll('_', ''));
      return Number.isSafeInteger(value) || (node.type === 'Float' && Number.isFinite(value)) ? { value } : undefined;
    }
    default:
      return undefined;
  }
}

const keywords: Readonly<Record<string, Constant>> = { True: true, False: false, None: null };

export function isSameConstant(one: Constant, other: Constant): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

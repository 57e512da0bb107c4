import { type Kinds, noKinds } from '../kinds.ts';
import type { Spec } from './spec.ts';

/** The kinds of node that may match, so that others need not be made; null if any may. */
export function candidatesOf(spec: Spec): Kinds | null {
  switch (spec.kind) {
    case 'any':
    case 'if':
    case 'not':
      return null;
    case 'is':
    case 'like':
    case 'list':
      return noKinds();
    case 'node': {
      const kinds = noKinds();
      kinds[spec.of] = 1;
      return kinds;
    }
    case 'save':
      return candidatesOf(spec.of);
    case 'one-of':
      return spec.options.map(candidatesOf).reduce(either, noKinds());
    case 'all-of':
      return spec.options.map(candidatesOf).reduce(common, null);
    default:
      return spec satisfies never;
  }
}

const either = (one: Kinds | null, other: Kinds | null): Kinds | null =>
  one === null || other === null ? null : one.map((is, kind) => is | other[kind]!);

const common = (one: Kinds | null, other: Kinds | null): Kinds | null =>
  one === null ? other : other === null ? one : one.map((is, kind) => is & other[kind]!);

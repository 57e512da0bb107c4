import { isTruthy } from '@ffsd/fold';
import type { FoldResult } from '../fold-result.ts';
import { edited } from '../fold-result.ts';
import { decideBranch } from './decide-branch.ts';
import type { KnownExpression, Site } from './site.ts';

/**
 * Folds the tag whose test is the known expression.
 *
 * @returns undefined when the constant has to stand there as it is
 */
export function foldTag(site: Site, { node, place, value }: KnownExpression): FoldResult | undefined {
  const holds = isTruthy(value, 'python');
  switch (place.kind) {
    case 'test':
      return decideBranch(site, place.block, place.index, holds);
    case 'loop-test': {
      const list = site.file.places.find((one) => one.kind === 'argument' && one.tag === place.tag);
      // A loop over nothing shows its `else`, which is more than a test: the constant stays for everybody to see.
      return holds && list ? edited([{ start: list.expression.end, end: node.end, text: '' }]) : undefined;
    }
    case 'output':
    case 'binding':
    case 'argument':
      return undefined;
    default:
      return place satisfies never;
  }
}

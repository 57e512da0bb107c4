import type { CaseTest, Constant } from '@ffsd/fold';
import { chooseCase, isTruthy } from '@ffsd/fold';
import type { AngularNode, AngularSwitch } from '@ffsd/templates';
import type { FoldResult } from '../fold-result.ts';
import { refused } from '../fold-result.ts';
import { decideBranch } from './decide-branch.ts';
import { decideElement } from './decide-element.ts';
import { isTranslated } from './is-translated.ts';
import { keepSpan } from './keep-span.ts';
import type { KnownExpression, Site } from './site.ts';

/**
 * Folds the directive or block whose test is the known expression.
 *
 * @returns undefined when the constant has to stand there as it is
 */
export function foldPlace(site: Site, { place, value }: KnownExpression): FoldResult | undefined {
  switch (place.kind) {
    case 'test':
      return decided(site, place.block, () => decideBranch(site, place.block, place.index, isTruthy(value)));
    case 'switch':
      return decided(site, place.block, () => keepCase(site, place.block, value));
    case 'structural':
      if (place.input !== 'ngIf' || place.element.structural?.name !== 'ngIf') return undefined;
      return decided(site, place.element, () => decideElement(site, place.element, 'ngIf', isTruthy(value)));
    case 'attribute': {
      const { element, attribute } = place;
      if (element.name !== 'ng-template' || attribute.name !== 'ngIf') return undefined;
      return decided(site, element, () => decideElement(site, element, 'ngIf', isTruthy(value)));
    }
    case 'output':
    case 'let':
    case 'other':
      return undefined;
    default:
      return place satisfies never;
  }
}

function decided(site: Site, node: AngularNode, decide: () => FoldResult | undefined): FoldResult | undefined {
  return isTranslated(site.file, node)
    ? refused('unfolded-use', 'it is part of a text that is translated as a whole, and would be another text')
    : decide();
}

function keepCase(site: Site, block: AngularSwitch, value: Constant): FoldResult | undefined {
  const tests = block.branches.flatMap(({ values }, index) => values.map((one) => ({ test: testOf(one), index })));
  const chosen = chooseCase(
    value,
    tests.map(({ test }) => test),
  );
  if (chosen.kind === 'undecided') return undefined;
  return keepSpan(site, block, chosen.kind === 'case' ? block.branches[tests[chosen.index]!.index] : undefined);
}

function testOf(node: AngularSwitch['branches'][number]['values'][number]): CaseTest {
  if (!node) return { kind: 'default' };
  return node.type === 'literal' ? { kind: 'constant', value: node.value } : { kind: 'unknown' };
}

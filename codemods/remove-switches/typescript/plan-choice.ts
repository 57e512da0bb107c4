import type { Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import { isTruthy } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import type { KeptCode } from '../kept-code.ts';
import type { PlannedRead } from '../planned-read.ts';
import { checkedPlan } from './checked-plan.ts';
import type { FoundRead } from './find-reads.ts';
import { makeSite } from './make-site.ts';
import { planValue } from './plan-value.ts';
import { replaceExpression } from './replace-expression.ts';

/**
 * `choose('x', oldPrice(), price)` becomes `price`, and `withFeature('x')(View)` becomes `View`.
 *
 * All parts are evaluated before one is chosen, so a part goes only when its evaluation has no effect.
 */
export function planChoice(
  workspace: Workspace,
  file: SourceFile,
  { node, effects }: FoundRead,
  { on, off }: FoundRead['use'] & { readonly kind: 'choice' },
  value: Constant,
): PlannedRead {
  const [part, other] = isTruthy(value) ? [on, off] : [off, on];
  if (!part) {
    const state = isTruthy(value) ? 'on' : 'off';
    return kept('guarded-definition', `nothing says what this stands for while the flag is ${state}`);
  }
  const site = makeSite(workspace, file);
  const lost: readonly Node[] = other && !site.mayDrop(other) ? [other, ...effects] : effects;
  if (lost.length > 0) return kept('impure-argument', 'an argument of the read has an effect that would be lost');
  const known = site.constantOf(part);
  if (typeof known?.value === 'boolean') return planValue(workspace, file, { node, value: known.value, effects: [] });
  const result = replaceExpression(site, node, part, []);
  if (result.kind === 'refused') return kept(result.code, result.because);
  return checkedPlan(file, {
    kind: 'edits',
    edits: result.edits,
    births: [],
    flows: [],
    assumptions: site.assumptions,
  });
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}

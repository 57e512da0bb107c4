import type { Constant } from '@ffsd/fold';
import { isTruthy } from '@ffsd/fold';
import type { AnyNode, BaseExpression, SourceFile } from '@ffsd/python';
import { rejoin } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { KeptCode } from '../kept-code.ts';
import type { PlannedRead } from '../planned-read.ts';
import type { FoundRead } from './find-reads.ts';
import { checkedPlan, planValue } from './plan-value.ts';
import { putExpression } from './put-expression.ts';
import { makeSite } from './site.ts';

/**
 * `choose('x', old_price, price)` becomes `price`.
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
  const [part, other] = isTruthy(value, 'python') ? [on, off] : [off, on];
  if (!part) {
    const state = isTruthy(value, 'python') ? 'on' : 'off';
    return kept('guarded-definition', `nothing says what this stands for while the flag is ${state}`);
  }
  const site = makeSite(workspace, file);
  const lost: readonly AnyNode[] = other && !site.mayDrop(other) ? [other, ...effects] : effects;
  if (lost.length > 0) return kept('impure-argument', 'an argument of the read has an effect that would be lost');
  const known = site.constantOf(part);
  const whole = node as BaseExpression;
  if (typeof known?.value === 'boolean') return planValue(workspace, file, { node: whole, value: known.value });
  const result = putExpression(site, whole, part, []);
  if (result.kind === 'refused') return kept(result.code, result.because);
  const edits = rejoin(file, result.edits);
  return checkedPlan(file, { kind: 'edits', edits, births: [], flows: [], assumptions: site.assumptions });
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}

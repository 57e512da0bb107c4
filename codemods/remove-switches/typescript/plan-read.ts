import type { Constant } from '@ffsd/fold';
import { foldUnary } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import type { KeptCode } from '../kept-code.ts';
import type { PlannedRead } from '../planned-read.ts';
import { checkedPlan } from './checked-plan.ts';
import type { FoundRead } from './find-reads.ts';
import { foldComponent } from './fold-component.ts';
import { makeSite } from './make-site.ts';
import { planChoice } from './plan-choice.ts';
import { planDecorator } from './plan-decorator.ts';
import { planLocal, planValue } from './plan-value.ts';
import { typeGuardOf } from './type-guard-of.ts';

/**
 * Everything that one read of the flag takes with it in its file: the branch it decides, or the local it is bound to with
 * all uses of that local.
 */
export function planRead(workspace: Workspace, file: SourceFile, read: FoundRead, flagValue: Constant): PlannedRead {
  const value = read.shape.negate ? foldUnary('!', flagValue) : flagValue;
  const { use, effects } = read;
  switch (use.kind) {
    case 'binding':
      if (effects.length > 0)
        return kept('impure-argument', 'an argument of the read has an effect that would be lost');
      return planLocal(workspace, file, use.local, value);
    case 'component':
      return planComponent(workspace, file, read, use, value);
    case 'expression': {
      const planned = planValue(workspace, file, { node: use.node, value, effects });
      const guarded = planned.kind === 'edits' ? typeGuardOf(workspace, file, read.node) : undefined;
      return guarded && planned.kind === 'edits'
        ? { ...planned, assumptions: [...planned.assumptions, guarded] }
        : planned;
    }
    case 'choice':
      return planChoice(workspace, file, read, use, value);
    case 'decorator':
      return planDecorator(file, read, value);
    case 'none':
      return kept('detail-object', 'the value of the flag is not taken out of the read here');
    default:
      return use satisfies never;
  }
}

function planComponent(
  workspace: Workspace,
  file: SourceFile,
  { shape }: FoundRead,
  use: FoundRead['use'] & { kind: 'component' },
  value: Constant,
): PlannedRead {
  const site = makeSite(workspace, file);
  const result = foldComponent(site, use, shape, value);
  if (result.kind === 'refused') return kept(result.code, result.because);
  const { assumptions } = site;
  return checkedPlan(file, { kind: 'edits', edits: result.edits, births: [], flows: [], assumptions });
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}

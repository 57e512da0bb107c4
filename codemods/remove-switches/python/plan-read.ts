import type { Constant } from '@ffsd/fold';
import { foldUnary } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/python';
import { removeStatements } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { KeptCode } from '../kept-code.ts';
import type { PlannedRead } from '../planned-read.ts';
import type { FoundRead } from './find-reads.ts';
import { planChoice } from './plan-choice.ts';
import { planDecorator, planKeyword } from './plan-decorator.ts';
import { checkedPlan, planValue } from './plan-value.ts';

/**
 * Everything that one read of the flag takes with it in its file: the branch it decides, or the local it is bound to with
 * all uses of that local.
 */
export function planRead(workspace: Workspace, file: SourceFile, read: FoundRead, flagValue: Constant): PlannedRead {
  const value = read.shape.negate ? foldUnary('!', flagValue, 'python') : flagValue;
  const { use, effects } = read;
  switch (use.kind) {
    case 'expression':
      return planValue(workspace, file, { node: use.node, value, effects });
    case 'choice':
      return planChoice(workspace, file, read, use, value);
    case 'decorator':
      return checkedPlan(file, planDecorator(file, read, use.node, value));
    case 'keyword':
      return checkedPlan(file, planKeyword(workspace, file, use.node, use.argument, value));
    case 'more-arguments':
      return kept('other-arguments', 'the decorator is given more than the flag, and may be there for more');
    case 'left':
      return checkedPlan(file, planLeft(file, read, use.statement));
    case 'unpacked':
      return kept('detail-object', 'the value is unpacked together with others of the result');
    case 'none':
      return kept('detail-object', 'the value of the flag is not taken out of the read here');
    default:
      return use satisfies never;
  }
}

/** The statement that only made an object of which nothing is used any more. */
function planLeft(
  file: SourceFile,
  { effects }: FoundRead,
  statement: Parameters<typeof removeStatements>[1],
): PlannedRead {
  if (effects.length > 0) return kept('impure-argument', 'an argument of the read has an effect that would be lost');
  const edits = removeStatements(file, statement);
  if (!edits) return kept('detail-object', 'the statement that holds the result cannot be taken out');
  return { kind: 'edits', edits, births: [], flows: [], assumptions: [] };
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}

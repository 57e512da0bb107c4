import type { Constant } from '@ffsd/fold';
import { isTruthy } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import type { PlannedRead } from '../planned-read.ts';
import { checkedPlan } from './checked-plan.ts';
import type { FoundRead } from './find-reads.ts';

/** `@RequireFlag('x')` goes when the flag is on; when it is off, what stands below it never runs, and that is more than a line. */
export function planDecorator(file: SourceFile, { node, effects }: FoundRead, value: Constant): PlannedRead {
  if (effects.length > 0) {
    const because = 'an argument of the decorator has an effect that would be lost';
    return { kind: 'kept', code: 'impure-argument', because };
  }
  if (!isTruthy(value)) {
    const because = 'the decorator never lets through what stands below it, which has lost its use';
    return { kind: 'kept', code: 'guarded-definition', because };
  }
  const behind = /^[ \t]*(?:\r?\n[ \t]*)?/.exec(file.text.slice(node.end!))![0];
  const edit = { start: node.start!, end: node.end! + behind.length, text: '' };
  return checkedPlan(file, { kind: 'edits', edits: [edit], births: [], flows: [], assumptions: [] });
}

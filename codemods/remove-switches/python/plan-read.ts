import { apply, compose, mapOffset } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import { foldUnary, isPrimitive, isTruthy } from '@ffsd/fold';
import type { AnyNode, SourceFile } from '@ffsd/python';
import { lineStart, removeStatements } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { KeptCode } from '../kept-code.ts';
import { mapBack } from '../map-back.ts';
import type { PlannedRead } from '../planned-read.ts';
import type { FoundRead } from './find-reads.ts';
import { foldBinding } from './fold-binding.ts';
import { foldExpression } from './fold-expression.ts';
import { makeSite } from './site.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * Everything that one read of the flag takes with it in its file: the branch it decides, or the local it is bound to with
 * all uses of that local.
 */
export function planRead(workspace: Workspace, file: SourceFile, read: FoundRead, flagValue: Constant): PlannedRead {
  const value = read.shape.negate ? foldUnary('!', flagValue, 'python') : flagValue;
  const planned = planUse(workspace, file, read, value);
  if (planned.kind === 'kept') return planned;
  const breakage = whatBreaks(file, planned.edits);
  return breakage ? kept(breakage.code, breakage.because) : planned;
}

function planUse(workspace: Workspace, file: SourceFile, read: FoundRead, value: Constant): PlannedRead {
  switch (read.use.kind) {
    case 'expression':
      return planExpression(workspace, file, read, read.use.node, value);
    case 'decorator':
      return planDecorator(file, read, read.use.node, value);
    case 'left':
      return planLeft(file, read, read.use.statement);
    case 'unpacked':
      return kept('detail-object', 'the value is unpacked together with others of the result');
    case 'none':
      return kept('detail-object', 'the value of the flag is not taken out of the read here');
    default:
      return read.use satisfies never;
  }
}

function planExpression(
  workspace: Workspace,
  file: SourceFile,
  read: FoundRead,
  node: Parameters<typeof foldExpression>[1]['node'],
  value: Constant,
): PlannedRead {
  if (!isPrimitive(value) && !canHoldObject(node)) {
    return kept('object-value', 'the value is a structure, which cannot be repeated where the flag is read');
  }
  const site = makeSite(workspace, file);
  const result = foldExpression(site, { node, value, effects: read.effects, uncovered: false });
  if (result.kind === 'refused') return kept(result.code, result.because);
  const flows = result.flow ? [result.flow] : [];
  const { birth, edits } = result;
  const { assumptions } = site;
  if (!birth) return { kind: 'edits', edits, births: [], flows, assumptions };
  if (birth.exported) {
    const exported = { kind: 'exported-value', offset: birth.offset, receiver: birth.name } as const;
    return { kind: 'edits', edits, births: [], flows: [exported], assumptions };
  }
  const offset = mapOffset(edits, birth.offset, 'after');
  // `hide = not is_enabled('x')` is the local of this read, too; its uses belong to the same change.
  const text = apply(file.text, edits);
  const folded = foldBinding(workspace, file.path, text, { name: birth.name, offset, value: birth.value });
  const back = (at: number) => mapBack(edits, at);
  return {
    kind: 'edits',
    edits: folded.edits.length > 0 ? compose(edits, folded.edits) : edits,
    births: folded.births,
    assumptions: [...assumptions, ...folded.assumptions],
    flows: [...flows, ...folded.flows.map((flow) => ({ ...flow, offset: back(flow.offset) }))],
  };
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

/** `@flag_required('x')` goes when the flag is on; when it is off, what stands below it never runs, and that is more than a line. */
function planDecorator(
  file: SourceFile,
  { effects }: FoundRead,
  node: AnyNode & { readonly type: 'Decorator' },
  value: Constant,
): PlannedRead {
  if (effects.length > 0)
    return kept('impure-argument', 'an argument of the decorator has an effect that would be lost');
  if (!isTruthy(value, 'python')) {
    return kept('guarded-definition', 'the decorator never lets through what stands below it, which has lost its use');
  }
  const edits = [{ start: lineStart(file.text, node.start), end: node.fullEnd, text: '' }];
  return { kind: 'edits', edits, births: [], flows: [], assumptions: [] };
}

function canHoldObject({ parent }: AnyNode): boolean {
  return parent?.type === 'Assign' || parent?.type === 'AnnAssign' || parent?.type === 'Subscript';
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}

import { apply, compose, mapOffset } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import { isPrimitive } from '@ffsd/fold';
import type { AnyNode, BaseExpression, Name, SourceFile } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { KeptCode } from '../kept-code.ts';
import { mapBack } from '../map-back.ts';
import type { PlannedRead } from '../planned-read.ts';
import { foldBinding } from './fold-binding.ts';
import { foldExpression } from './fold-expression.ts';
import { makeSite } from './site.ts';
import { whatBreaks } from './what-breaks.ts';

/** An expression of a file that always has one value. */
export interface ValueAt {
  readonly node: BaseExpression;
  readonly value: Constant;
  /** Parts of it that have an effect and must still be evaluated, in this order. */
  readonly effects?: readonly AnyNode[];
}

/** Everything that the value of an expression decides in its file: the branch, or the uses of the local that it gives its value. */
export function planValue(workspace: Workspace, file: SourceFile, known: ValueAt): PlannedRead {
  return checkedPlan(file, planned(workspace, file, known));
}

function planned(workspace: Workspace, file: SourceFile, { node, value, effects = [] }: ValueAt): PlannedRead {
  if (!isPrimitive(value) && !canHoldObject(node)) {
    return kept('object-value', 'the value is a structure, which cannot be repeated where the flag is read');
  }
  const site = makeSite(workspace, file);
  const result = foldExpression(site, { node, value, effects, uncovered: false });
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

/**
 * The uses of a local, a parameter or a variable of the module in its own file, and its assignment as far as nothing else would go
 * with it. A name that can be folded nowhere is kept with the reason.
 */
export function planUses(workspace: Workspace, file: SourceFile, name: Name, value: Constant): PlannedRead {
  const local = { name: name.value, offset: name.start, value };
  const { edits, births, flows, assumptions } = foldBinding(workspace, file.path, file.text, local);
  if (edits.length > 0) return checkedPlan(file, { kind: 'edits', edits, births, flows, assumptions });
  const [hindrance] = flows;
  if (hindrance?.kind === 'reassigned') return kept('reassigned', `${name.value} is assigned again`);
  if (hindrance?.kind === 'read-early') return kept('read-early', `${name.value} may be read before it has its value`);
  if (hindrance?.kind === 'dynamic-scope') return kept('dynamic-scope', `exec, eval or locals() may use ${name.value}`);
  return kept('unfolded-use', `a use of ${name.value} cannot be folded`);
}

/** The last net of a plan: whatever would break the file is kept with its reason. */
export function checkedPlan(file: SourceFile, plan: PlannedRead): PlannedRead {
  if (plan.kind === 'kept') return plan;
  const breakage = whatBreaks(file, plan.edits);
  return breakage ? kept(breakage.code, breakage.because) : plan;
}

function canHoldObject({ parent }: AnyNode): boolean {
  return parent?.type === 'Assign' || parent?.type === 'AnnAssign' || parent?.type === 'Subscript';
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}

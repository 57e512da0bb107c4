import { apply, compose, mapOffset } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import { foldUnary, isTruthy } from '@ffsd/fold';
import type { DjangoFile } from '@ffsd/templates';
import type { Workspace } from '@ffsd/workspace';
import type { FoldResult } from '../fold-result.ts';
import type { KeptCode } from '../kept-code.ts';
import { mapBack } from '../map-back.ts';
import type { PlannedRead } from '../planned-read.ts';
import { decideBlock } from './decide-branch.ts';
import type { FoundRead } from './find-reads.ts';
import { foldBinding } from './fold-binding.ts';
import { foldExpression } from './fold-expression.ts';
import type { KnownExpression, Site } from './site.ts';
import { makeSite } from './site.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * Everything that one read of the flag takes with it in its template: the branch it decides, or the name it is bound to with all
 * uses of that name.
 */
export function planRead(workspace: Workspace, file: DjangoFile, read: FoundRead, flagValue: Constant): PlannedRead {
  const value = read.shape.negate ? foldUnary('!', flagValue, 'python') : flagValue;
  const { use } = read;
  switch (use.kind) {
    case 'expression':
      return planExpression(workspace, file, { node: use.node, place: use.place, value });
    case 'block': {
      const site = makeSite(workspace, file);
      return planned(site, decideBlock(site, use.block, isTruthy(value, 'python')));
    }
    case 'binding': {
      const { name, nameSpan } = use;
      const folded = foldBinding(workspace, file.path, file.text, { name, offset: nameSpan.start, value });
      if (!folded.removed)
        return kept('unfolded-use', `other places may use ${name}, to which the tag gives its value`);
      return checked(file, { kind: 'edits', ...folded });
    }
    default:
      return use satisfies never;
  }
}

/** What an expression of a known value decides. */
export function planExpression(workspace: Workspace, file: DjangoFile, known: KnownExpression): PlannedRead {
  const site = makeSite(workspace, file);
  return planned(site, foldExpression(site, known));
}

function planned({ workspace, file, assumptions }: Site, result: FoldResult): PlannedRead {
  if (result.kind === 'refused') return kept(result.code, result.because);
  const { edits, birth } = result;
  const flows = result.flow ? [result.flow] : [];
  if (!birth) return checked(file, { kind: 'edits', edits, births: [], flows, assumptions });
  // `{% with hide=flags.x %}`: the name is a local of this read, and its uses belong to the same change.
  const offset = mapOffset(edits, birth.offset, 'after');
  const folded = foldBinding(workspace, file.path, apply(file.text, edits), {
    name: birth.name,
    offset,
    value: birth.value,
  });
  return checked(file, {
    kind: 'edits',
    edits: folded.edits.length > 0 ? compose(edits, folded.edits) : edits,
    births: folded.births,
    flows: [...flows, ...folded.flows.map((flow) => ({ ...flow, offset: mapBack(edits, flow.offset) }))],
    assumptions: [...assumptions, ...folded.assumptions],
  });
}

function checked(file: DjangoFile, plan: PlannedRead & { kind: 'edits' }): PlannedRead {
  const damage = whatBreaks(file, plan.edits);
  return damage === undefined ? plan : kept('would-break', damage);
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}

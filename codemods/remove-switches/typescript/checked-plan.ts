import type { Edit } from '@ffsd/edits';
import { apply, mapOffset } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { isParsed, parse } from '@ffsd/typescript';
import type { PlannedRead } from '../planned-read.ts';
import { keepVars, lostVars } from './keep-vars.ts';
import { rejoin } from './rejoin.ts';
import { unresolvedNames } from './unresolved-names.ts';

/** Refuses what does not parse, or leaves a name without its declaration; what fits on one line now is put there. */
export function checkedPlan(file: SourceFile, planned: PlannedRead): PlannedRead {
  const checked = checkedEdits(file, planned);
  if (checked.kind === 'kept') return checked;
  const { edits, joins } = rejoin(file, checked.edits);
  if (joins.length === 0) return checked;
  const births = checked.births.map((birth) => ({ ...birth, offset: mapOffset(joins, birth.offset, 'after') }));
  return { ...checked, edits, births };
}

function checkedEdits(file: SourceFile, planned: PlannedRead): PlannedRead {
  if (planned.kind === 'kept') return planned;
  const after = parse(file.path, apply(file.text, planned.edits));
  if (!isParsed(after)) return wouldBreak;
  const known = unresolvedNames(file);
  const unresolved = unresolvedNames(after).filter((name) => !known.includes(name));
  const lost = [...new Set([...unresolved, ...lostVars(file, planned.edits)])];
  if (lost.length === 0) return planned;
  const edits = keepVars(file, planned.edits, lost);
  const again = edits && parse(file.path, apply(file.text, edits));
  if (edits && again && isParsed(again) && unresolvedNames(again).every((name) => known.includes(name))) {
    // What was noted of the text behind has moved by the declarations.
    const births = planned.births.map((birth) => ({ ...birth, offset: moved(planned.edits, edits, birth.offset) }));
    return { ...planned, edits, births };
  }
  const because = `the result would use ${lost.join(' and ')}, which the removed code declares`;
  return { kind: 'kept', code: 'would-break', because };
}

/** Where an offset of the text after some edits lies when other texts are put in the same places. */
function moved(before: readonly Edit[], after: readonly Edit[], offset: number): number {
  let shift = 0;
  let added = 0;
  for (const [index, { start, end, text }] of before.entries()) {
    if (start + shift >= offset) break;
    shift += text.length - (end - start);
    added += after[index]!.text.length - text.length;
  }
  return offset + added;
}

export const wouldBreak: PlannedRead = {
  kind: 'kept',
  code: 'would-break',
  because: 'the result would not parse',
};

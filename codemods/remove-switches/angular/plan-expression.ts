import type { AngularFile } from '@ffsd/templates';
import type { PlannedRead } from '../planned-read.ts';
import { foldExpression } from './fold-expression.ts';
import type { KnownExpression, Site } from './site.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * What an expression of a known value decides.
 *
 * @param code the text of the file that declares the component
 */
export function planExpression(file: AngularFile, code: string, known: KnownExpression): PlannedRead {
  const site: Site = { file, code, assumptions: [] };
  const result = foldExpression(site, known);
  if (result.kind === 'refused') return { kind: 'kept', code: result.code, because: result.because };
  const damage = whatBreaks(file, result.edits);
  if (damage !== undefined) return { kind: 'kept', code: 'would-break', because: damage };
  const flows = result.flow ? [result.flow] : [];
  return { kind: 'edits', edits: result.edits, births: [], flows, assumptions: site.assumptions };
}

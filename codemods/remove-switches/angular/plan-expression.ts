import type { AngularElement, AngularFile } from '@ffsd/templates';
import type { FoldResult } from '../fold-result.ts';
import { refused } from '../fold-result.ts';
import type { PlannedRead } from '../planned-read.ts';
import { decideElement } from './decide-element.ts';
import { foldExpression } from './fold-expression.ts';
import { isTranslated } from './is-translated.ts';
import type { KnownExpression, Site } from './site.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * What an expression of a known value decides.
 *
 * @param code the text of the file that declares the component
 */
export function planExpression(file: AngularFile, code: string, known: KnownExpression): PlannedRead {
  const site: Site = { file, code, assumptions: [] };
  return planned(site, foldExpression(site, known));
}

/** What is left of an element whose directive shows it where the flag is on. */
export function planDirective(
  file: AngularFile,
  code: string,
  element: AngularElement,
  directive: string,
  holds: boolean,
): PlannedRead {
  const site: Site = { file, code, assumptions: [] };
  const translated = 'it is part of a text that is translated as a whole, and would be another text';
  return planned(
    site,
    isTranslated(file, element) ? refused('unfolded-use', translated) : decideElement(site, element, directive, holds),
  );
}

function planned({ file, assumptions }: Site, result: FoldResult): PlannedRead {
  if (result.kind === 'refused') return { kind: 'kept', code: result.code, because: result.because };
  const damage = whatBreaks(file, result.edits);
  if (damage !== undefined) return { kind: 'kept', code: 'would-break', because: damage };
  const flows = result.flow ? [result.flow] : [];
  return { kind: 'edits', edits: result.edits, births: [], flows, assumptions };
}

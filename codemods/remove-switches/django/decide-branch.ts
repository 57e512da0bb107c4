import type { Edit } from '@ffsd/edits';
import type { Block, Span } from '@ffsd/templates';
import { dropBranch, keepBranch, makeLast, whereIn } from '@ffsd/templates';
import type { FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import { hindranceOf } from './hindrance-of.ts';
import type { Site } from './site.ts';

/** Decides the test of an `if` or `elif`: its branch stays without the others, or goes. */
export function decideBranch(site: Site, block: Block, index: number, holds: boolean): FoldResult {
  const { file } = site;
  const dropped = block.branches.filter((_, at) => (holds ? at > index : at === index));
  const edits = holds ? makeLast(file, block, index) : dropBranch(file, block, index);
  return withoutHindrance(site, block, dropped, edits);
}

/** Decides a block that is shown or not by itself: `{% flag "x" %} … {% else %} … {% endflag %}`. */
export function decideBlock(site: Site, block: Block, holds: boolean): FoldResult {
  const kept = holds ? 0 : block.branches.length > 1 ? 1 : undefined;
  const dropped = block.branches.filter((_, at) => at !== kept);
  return withoutHindrance(site, block, dropped, keepBranch(site.file, block, kept));
}

function withoutHindrance(site: Site, block: Block, dropped: readonly Span[], edits: readonly Edit[]): FoldResult {
  const hindrance = hindranceOf(site.file, dropped);
  if (hindrance) return refused('would-break', hindrance);
  const where = whereIn(site.file, block.start);
  if (where === 'lines' && edits.some(({ start, end }) => /[\r\n]/.test(site.file.text.slice(start, end)))) {
    site.assumptions.push(
      'the lines that held nothing but tags are not missed: their line breaks are no part of the text any more',
    );
  }
  return edited(edits);
}

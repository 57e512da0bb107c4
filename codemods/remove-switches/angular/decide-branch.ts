import type { Edit } from '@ffsd/edits';
import type { AngularBranch, AngularIf } from '@ffsd/templates';
import { withAngularParts } from '@ffsd/templates';
import type { FoldResult } from '../fold-result.ts';
import { edited, refused } from '../fold-result.ts';
import { keepSpan } from './keep-span.ts';
import type { Site } from './site.ts';

/** Decides the test of an `@if` or `@else if`: its branch stays without those behind it, or goes. */
export function decideBranch(site: Site, block: AngularIf, index: number, holds: boolean): FoldResult {
  const { text } = site.file;
  const { branches } = block;
  const branch = branches[index]!;
  if (holds && isNamed(site, branch)) return refused('unfolded-use', `the value is called ${branch.alias} there`);
  if (holds && index === 0) return keepSpan(site, block, branch);
  if (holds) {
    const head: Edit = { start: branch.start, end: branch.inner.start, text: '@else {' };
    return edited([head, { start: branch.end, end: block.end, text: '' }]);
  }
  const next = branches[index + 1];
  if (index > 0) return edited([{ start: branches[index - 1]!.end, end: branch.end, text: '' }]);
  if (!next) return keepSpan(site, block, undefined);
  if (!next.test) return keepSpan(site, block, next);
  const word = /^@else\s+if/.exec(text.slice(next.start, next.end))?.[0];
  return word
    ? edited([{ start: branch.start, end: next.start + word.length, text: '@if' }])
    : refused('unfolded-use', 'the block behind it is not understood');
}

function isNamed({ file }: Site, { alias, start, end }: AngularBranch): boolean {
  return (
    alias !== undefined &&
    file.places.some(({ expression }) =>
      withAngularParts(expression).some(
        (node) => node.type === 'name' && node.name === alias && start <= node.start && node.end <= end,
      ),
    )
  );
}

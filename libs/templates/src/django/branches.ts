import type { Edit } from '@ffsd/edits';
import { keepPart } from '../keep-part.ts';
import { beginsLine, lineStart } from '../layout.ts';
import { removePart } from '../remove-part.ts';
import type { Span } from '../span.ts';
import type { DjangoFile } from './parse.ts';
import type { Tag } from './scan.ts';
import type { Block } from './tree.ts';
import { isContentIn, whereIn } from './where.ts';

/** Puts the content of one branch where the block stands; without a branch the whole block goes. */
export function keepBranch(file: DjangoFile, block: Block, index: number | undefined): readonly Edit[] {
  const { branches, close } = block;
  const where = whereIn(file, block.start);
  const branch = index === undefined ? undefined : branches[index];
  const outer = { before: branches[0]!.tag.trims.before, behind: close.trims.behind };
  if (!branch) return [removePart(file.text, block, where, outer)];
  const next = nextTag(block, index!);
  return keepPart(file.text, block, branch, {
    where,
    head: { before: outer.before, behind: branch.tag.trims.behind },
    tail: { before: next.trims.before, behind: outer.behind },
    isContent: (offset) => isContentIn(file, offset),
  });
}

/** A branch whose test always holds is the last: those behind it go, and of its own tag the test. */
export function makeLast(file: DjangoFile, block: Block, index: number): readonly Edit[] {
  if (index === 0) return keepBranch(file, block, 0);
  const { tag } = block.branches[index]!;
  const words = { start: tag.nameSpan.start, end: tag.args.end, text: 'else' };
  const behind = block.branches[index + 1];
  return behind ? [words, removeBranches(file, behind.tag, block.close)] : [words];
}

/** A branch whose test never holds goes; what follows it takes its place. */
export function dropBranch(file: DjangoFile, block: Block, index: number): readonly Edit[] {
  const next = block.branches[index + 1];
  if (index > 0) return [removeBranches(file, block.branches[index]!.tag, nextTag(block, index))];
  if (!next || next.tag.name === 'else') return keepBranch(file, block, next ? 1 : undefined);
  const first = block.branches[0]!.tag;
  // What the first tag does to the white space before it stays with it: `{%- if a %} … {% elif b %}` => `{%- if b %}`.
  return [
    { ...removeBranches(file, first, next.tag), text: '' },
    { start: next.tag.nameSpan.start, end: next.tag.nameSpan.end, text: 'if' },
    ...trimOf(file, first, next.tag),
  ];
}

function trimOf(file: DjangoFile, first: Tag, next: Tag): readonly Edit[] {
  const at = next.start + 2;
  if (first.trims.before === next.trims.before) return [];
  const sign = /[-+]/.test(file.text[at]!) ? 1 : 0;
  return [{ start: at, end: at + sign, text: first.trims.before ? '-' : '' }];
}

/** From one tag of a block up to another one, which stays. */
function removeBranches({ text }: DjangoFile, from: Span, to: Span): Edit {
  const isOnLines = beginsLine(text, from.start) && beginsLine(text, to.start);
  return {
    start: isOnLines ? lineStart(text, from.start) : from.start,
    end: isOnLines ? lineStart(text, to.start) : to.start,
    text: '',
  };
}

function nextTag({ branches, close }: Block, index: number): Tag {
  return branches[index + 1]?.tag ?? close;
}

import type { Edit } from '@ffsd/edits';
import { beginsLine, endsLine, lineStart } from '@ffsd/edits';
import { keepPart } from '../keep-part.ts';
import type { Trims } from '../remove-part.ts';
import type { Span } from '../span.ts';
import { takersAround, withoutSign } from './neighbours.ts';
import type { DjangoFile } from './parse.ts';
import { removeNode } from './remove-node.ts';
import type { Tag } from './scan.ts';
import type { Block, Branch, Node } from './tree.ts';
import { isContentIn, whereIn } from './where.ts';

/** Puts the content of one branch where the block stands; without a branch the whole block goes. */
export function keepBranch(file: DjangoFile, block: Block, index: number | undefined): readonly Edit[] {
  const { text } = file;
  const { branches, close } = block;
  const outer = { before: branches[0]!.tag.trims.before, behind: close.trims.behind };
  const branch = index === undefined ? undefined : branches[index];
  if (!branch || (text.slice(branch.start, branch.end).trim() === '' && whereIn(file, block.start) !== 'exact'))
    return removeNode(file, block, outer);
  const head = { before: outer.before, behind: branch.tag.trims.behind };
  const tail = { before: nextTag(block, index!).trims.before, behind: outer.behind };
  const { whole, kept, signs } = edgesOf(file, block, branch, head, tail);
  const isContent = (offset: number) => isContentIn(file, offset);
  const edits = keepPart(text, whole, kept, { where: whereIn(file, block.start), head, tail, isContent });
  return [...edits, ...signs].sort((a, b) => a.start - b.start);
}

/**
 * Tags at the edges of what is kept, and tags right beside the block, take white space up to the tags that go, and must not take what
 * lies behind these:
 *
 * ```text
 * 1 {% if on %}{%- if a %}2{% endif -%}{% endif %} 3     =>     1 {% if a %}2{% endif %} 3
 * ```
 */
function edgesOf(
  file: DjangoFile,
  block: Block,
  branch: Branch,
  head: Trims,
  tail: Trims,
): { readonly whole: Span; readonly kept: Span; readonly signs: readonly Edit[] } {
  const { text } = file;
  const signs: Edit[] = [];
  const inner = branch.nodes.filter((node) => node.kind !== 'text' || text.slice(node.start, node.end).trim() !== '');
  const [first, last] = [inner[0]!, inner.at(-1)!];
  const { left, right } = takersAround(file, block);
  // Within a line the white space that was taken goes; between lines it is what is left of the tag's line.
  const opensLine = beginsLine(text, block.start) && endsLine(text, branch.start);
  const closesLine = beginsLine(text, branch.end) && endsLine(text, block.end);
  const whole = { start: block.start, end: block.end };
  const kept = { start: branch.start, end: branch.end };
  if (trimsOf(first).before && !head.before && !left) {
    signs.push(withoutSign({ ...first, trims: head }, 'before'));
    if (!opensLine) kept.start = first.start;
  }
  if (trimsOf(last).behind && !tail.behind && !right) {
    signs.push(withoutSign({ ...last, trims: tail }, 'behind'));
    if (!closesLine) kept.end = last.end;
  }
  if (left && !head.behind && !trimsOf(first).before && /\s/.test(text[branch.start]!)) {
    signs.push(withoutSign(left, 'behind'));
    if (!opensLine) whole.start = left.end;
  }
  if (right && !tail.before && !trimsOf(last).behind && /\s/.test(text[branch.end - 1]!)) {
    signs.push(withoutSign(right, 'before'));
    if (!closesLine) whole.end = right.start;
  }
  return { whole, kept, signs };
}

function trimsOf(node: Node): Trims {
  switch (node.kind) {
    case 'text':
      return { before: false, behind: false };
    case 'block':
      return { before: node.branches[0]!.tag.trims.before, behind: node.close.trims.behind };
    case 'tag':
    case 'output':
    case 'raw':
      return node.trims;
    default:
      return node satisfies never;
  }
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

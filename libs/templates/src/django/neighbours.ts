import type { Edit } from '@ffsd/edits';
import type { Trims } from '../remove-part.ts';
import type { Span } from '../span.ts';
import type { DjangoFile } from './parse.ts';
import type { Node } from './tree.ts';

/** A tag, an output or a comment, with the white space it takes. */
export interface Piece extends Span {
  readonly trims: Trims;
}

const pieces = new WeakMap<DjangoFile, readonly Piece[]>();

/** The tag right before a part and the one right behind it, as far as they take the white space between. */
export function takersAround(
  file: DjangoFile,
  { start, end }: Span,
): { readonly left?: Piece; readonly right?: Piece } {
  const all = pieces.get(file) ?? piecesIn(file.nodes);
  pieces.set(file, all);
  const isSpace = (from: number, to: number) => file.text.slice(from, to).trim() === '';
  const left = all.findLast((piece) => piece.end <= start);
  const right = all.find((piece) => piece.start >= end);
  return {
    ...(left?.trims.behind && isSpace(left.end, start) ? { left } : {}),
    ...(right?.trims.before && isSpace(end, right.start) ? { right } : {}),
  };
}

/** Takes the sign away with which a tag takes the white space behind it, or before it. */
export function withoutSign(piece: Piece, side: 'behind' | 'before'): Edit {
  const start = side === 'behind' ? piece.end - 3 : piece.start + 2;
  return { start, end: start + 1, text: '' };
}

function piecesIn(nodes: readonly Node[]): readonly Piece[] {
  return nodes.flatMap((node): readonly Piece[] => {
    if (node.kind === 'text') return [];
    if (node.kind !== 'block') return [node];
    return [...node.branches.flatMap((branch) => [branch.tag, ...piecesIn(branch.nodes)]), node.close];
  });
}

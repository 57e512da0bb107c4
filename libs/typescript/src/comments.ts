import type { Comment } from '@babel/types';
import { beginsLine, lineEnd, lineStart } from '@ffsd/edits';
import type { SourceFile } from './parse.ts';

/**
 * The comments that belong to a statement or list item and go with it: those on the lines right above, without a blank
 * line between, except the ones that speak to tools about the whole file.
 *
 * @returns the offset at which the first of them begins, or the start of the node
 */
export function startWithComments(file: SourceFile, node: { readonly start?: number | null | undefined }): number {
  const { text } = file;
  let start = node.start!;
  if (!beginsLine(text, start)) return start;
  const comments = file.tree.comments ?? [];
  for (let index = lastBefore(comments, start); index >= 0; index--) {
    const comment = comments[index]!;
    const between = text.slice(comment.end, start);
    if (between.trim() !== '' || lineBreaks(between) > 1 || lineBreaks(between) === 0) break;
    if (!beginsLine(text, comment.start!) || isAboutFile(comment)) break;
    start = comment.start!;
  }
  return start;
}

/** The offset behind a comment that stands on the same line right after the node, or the end of the node. */
export function endWithComment(file: SourceFile, end: number): number {
  const { text } = file;
  const limit = lineEnd(text, end);
  let at = end;
  for (const comment of file.tree.comments ?? []) {
    if (comment.start! < at) continue;
    if (comment.start! >= limit || text.slice(at, comment.start!).trim() !== '') break;
    // A comment that goes on to the next line, or that has code behind it, belongs to what follows.
    if (lineStart(text, comment.end!) !== lineStart(text, end)) break;
    at = comment.end!;
  }
  return text.slice(at, limit).trim() === '' ? at : end;
}

export function commentsWithin(file: SourceFile, start: number, end: number): readonly Comment[] {
  return (file.tree.comments ?? []).filter((comment) => comment.start! >= start && comment.end! <= end);
}

function lastBefore(comments: readonly Comment[], offset: number): number {
  let index = comments.length - 1;
  while (index >= 0 && comments[index]!.end! > offset) index--;
  return index;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/**
 * Comments that do not belong to the statement below: licences, pragmas that hold for the file, and the opening half of a pair whose
 * closing half stands elsewhere (`c8 ignore start`, `#region`, `eslint-disable`).
 */
function isAboutFile({ value, type }: Comment): boolean {
  if (type === 'CommentBlock' && value.startsWith('!')) return true;
  return ofFile.test(value) || ofPair.test(value);
}

const ofFile =
  /@(?:license|licence|preserve|flow|ts-check|ts-nocheck|jest-environment|vitest-environment|jsx\w*|copyright|file|fileoverview|overview)\b|\bSPDX-|\bCopyright\b|^\s*(?:eslint-env|global|istanbul ignore file|biome-ignore-all)\b/i;

const ofPair =
  /^\s*(?:(?:c8|v8|istanbul) ignore (?:start|stop)|#(?:end)?region\b|region\b|endregion\b|eslint-(?:disable|enable)(?!-)|prettier-ignore-(?:start|end)|biome-ignore-(?:start|end))/;

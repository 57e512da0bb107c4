import { isCode } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { anyKey } from '../any-key.ts';
import { type FlagReader, flagReads, namesItsFlag } from '../flag-reads.ts';
import type { Reads } from '../language.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { compile, wordOfPattern } from './compiled-shape.ts';
import { findReads } from './find-reads.ts';
import { inlineTemplates, shapesFor } from './fold-reads.ts';
import { isAngularTemplate } from './is-angular-template.ts';
import { templateOf } from './template-of.ts';

/** Finds the reads of all flags in the templates of Angular. */
export function flagReader(workspace: Workspace, reads: Reads): FlagReader {
  const all = shapesFor(reads).filter(namesItsFlag).map(compile);
  const words = all.map(wordOfPattern);
  return {
    words: words.includes(undefined) ? undefined : [...new Set(words as string[])],
    owns: (path) => isAngularTemplate(path, workspace) || isCode(path),
    readsIn(path) {
      const text = workspace.read(path);
      if (text === undefined || all.length === 0) return undefined;
      if (isCode(path)) {
        const found = inlineTemplates(workspace, path).flatMap((file) => rawReads(workspace, file, all));
        return found.length > 0 ? flagReads(path, text, found) : undefined;
      }
      const file = templateOf(workspace, { template: { kind: 'file', path } });
      return typeof file === 'string' ? undefined : flagReads(path, text, rawReads(workspace, file, all));
    },
  };
}

function rawReads(workspace: Workspace, file: Parameters<typeof findReads>[1], shapes: readonly CompiledShape[]) {
  return findReads(workspace, file, shapes, anyKey).map(({ key, shape, facts, start, end, use }) => {
    const parent = use.kind === 'expression' ? use.node.parent : undefined;
    const other =
      parent?.type === 'comparison' && use.kind === 'expression'
        ? parent.left === use.node
          ? parent.right
          : parent.left
        : undefined;
    const compared = other?.type === 'literal' ? [other.value] : [];
    const keyText = key.type === 'literal' ? key.value : undefined;
    return { shape, facts, start, end, keyStart: key.start, keyText, compared };
  });
}

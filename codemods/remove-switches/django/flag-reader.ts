import type { Constant } from '@ffsd/fold';
import type { DjangoFile, Expression } from '@ffsd/templates';
import { isParsedDjango, parseDjango } from '@ffsd/templates';
import type { Workspace } from '@ffsd/workspace';
import { isAngularTemplate } from '../angular/is-angular-template.ts';
import { anyKey } from '../any-key.ts';
import { type FlagReader, flagReads, namesItsFlag, type RawRead } from '../flag-reads.ts';
import type { Reads } from '../language.ts';
import { isMinified } from '../minified.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { compile, wordOf } from './compiled-shape.ts';
import { findReads } from './find-reads.ts';
import { shapesFor } from './fold-reads.ts';
import { isTemplate } from './is-template.ts';

/** Finds the reads of all flags in templates. */
export function flagReader(workspace: Workspace, reads: Reads): FlagReader {
  const all = shapesFor(reads).filter(namesItsFlag).map(compile);
  const words = all.map(wordOf);
  return {
    words: words.includes(undefined) ? undefined : [...new Set(words as string[])],
    owns: (path) => isTemplate(path) && !isAngularTemplate(path, workspace),
    readsIn(path) {
      const text = workspace.read(path);
      if (text === undefined || !/\{[{%]/.test(text) || isMinified(text)) return undefined;
      const file = parseDjango(path, text);
      return isParsedDjango(file) ? flagReads(path, text, rawReads(workspace, file, all)) : file;
    },
  };
}

function rawReads(workspace: Workspace, file: DjangoFile, shapes: readonly CompiledShape[]): readonly RawRead[] {
  return findReads(workspace, file, shapes, anyKey).flatMap(({ key, use, shape, facts, start, end }) =>
    key
      ? [
          {
            shape,
            facts,
            start,
            end,
            keyStart: key.start,
            keyText: key.text,
            compared: use.kind === 'expression' ? comparedWith(use.node) : [],
          },
        ]
      : [],
  );
}

/** The constants with which the value is compared: `"blue"` of `{% if flags.x == "blue" %}`. */
function comparedWith({ parent, ...node }: Expression): readonly Constant[] {
  if (parent?.type !== 'comparison') return [];
  const other = parent.left.start === node.start ? parent.right : parent.left;
  return other.type === 'literal' ? [other.value] : [];
}

import { runCase } from '@ffsd/cases';
import type { ChangeSet } from '@ffsd/changes';
import { apply, invert } from '@ffsd/edits';
import { expect } from 'vitest';
import type { Law } from './law.ts';
import { variantsOf } from './variants-of.ts';

export const undoRestoresEveryByte: Law = {
  title: 'undo gives back every byte, whatever the line ends and the byte order mark',
  check({ codemod, case: one }) {
    for (const variant of variantsOf(one)) {
      const { before, after, set } = runCase(codemod, variant);
      expect(undone(after, set)).toEqual(new Map([...before].sort()));
    }
  },
};

/** Takes back the last step first, each file by the inverse of its edits. */
function undone(after: ReadonlyMap<string, string>, { steps }: ChangeSet): Map<string, string> {
  const texts = new Map(after);
  for (const { files } of steps.toReversed()) {
    for (const { path, to = path, before, edits } of files) {
      const text = texts.get(to);
      texts.delete(to);
      if (before === undefined) continue;
      texts.set(path, text === undefined ? before : apply(text, invert(before, edits)));
    }
  }
  return new Map([...texts].sort());
}

import type { ChangeSet } from '@ffsd/changes';
import { apply, invert } from '@ffsd/edits';
import type { Workspace } from '@ffsd/workspace';
import type { Texts } from './overlay-workspace.ts';

/** The files that the steps touch, as they are behind the last step. */
export function textsAfter({ steps }: ChangeSet): Texts {
  const texts = new Map<string, string | undefined>();
  for (const { files } of steps) {
    for (const { path, to, after } of files) {
      if (to !== undefined) texts.set(path, undefined);
      texts.set(to ?? path, after);
    }
  }
  return texts;
}

/** Paths that differ from the workspace when every step is taken back by its inverse, the last one first. */
export function notRestored(workspace: Workspace, set: ChangeSet): readonly string[] {
  const texts = new Map(textsAfter(set));
  for (const { files } of set.steps.toReversed()) {
    for (const { path, to = path, before, edits } of files) {
      const text = texts.get(to);
      texts.set(to, undefined);
      texts.set(path, before !== undefined && text !== undefined ? apply(text, invert(before, edits)) : before);
    }
  }
  return [...texts].filter(([path, text]) => text !== workspace.read(path)).map(([path]) => path);
}

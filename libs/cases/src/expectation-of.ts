import { type ChangeSet, unifiedDiff } from '@ffsd/changes';
import type { Expectation } from './case.ts';

/**
 * What the case would have to expect.
 *
 * An empty context line stands without its space and a line end without `\r`, because an editor may strip the one and git
 * changes the other; the laws look at every byte instead.
 */
export function expectationOf({ steps, kept }: ChangeSet): Expectation {
  const diffs = steps.map(({ change, files }) => {
    const patch = files.map((file) => unifiedDiff(file).replace(/^diff --git .*\n/, '')).join('');
    return `# ${change.title} (${change.safety})\n${patch}`;
  });
  const lines = kept.map(({ place, code }) => `${place.path}:${place.line} ${code}\n`);
  return {
    diff: diffs.length > 0 ? diffs.join('').replace(/\r?\n/g, '\n').replace(/^ $/gm, '') : undefined,
    kept: lines.length > 0 ? lines.join('') : undefined,
  };
}

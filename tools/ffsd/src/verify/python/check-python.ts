import type { Step } from '@ffsd/changes';
import { importersOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { Check } from '../check.ts';
import { textsAfter } from '../origins.ts';
import { findPyright } from './find-pyright.ts';
import { runPyright } from './run-pyright.ts';
import { shadowTree } from './shadow-tree.ts';
import { typesAreUsed } from './uses-types.ts';

export interface CheckedPython {
  readonly checks: readonly Check[];
  readonly lines: readonly string[];
}

/** Lets pyright look at the touched files and at those that import them, where the project has its types checked. */
export async function checkPython(
  root: string,
  workspace: Workspace,
  steps: readonly Step[],
  find: typeof findPyright = findPyright,
): Promise<CheckedPython> {
  const sign = typesAreUsed(workspace);
  if (sign === undefined) return { checks: [], lines: [] };
  const pyright = find(root);
  if (!pyright) {
    const how = 'npm install --save-dev pyright';
    return { checks: [], lines: [`Python's types (${sign}) were not checked, because there is no pyright: ${how}`] };
  }
  const after = textsAfter(steps);
  const touched = [...after.keys()].filter((path) => /\.pyi?$/.test(path));
  const paths = [...new Set([...touched, ...touched.flatMap((path) => importersOf(workspace, path))])].sort();
  const shadow = shadowTree(root, after);
  try {
    const [before, will] = await Promise.all([
      runPyright(
        pyright,
        root,
        paths.filter((path) => workspace.read(path) !== undefined),
      ),
      runPyright(
        pyright,
        shadow.root,
        paths.filter((path) => !after.has(path) || after.get(path) !== undefined),
      ),
    ]);
    if (typeof before === 'string' || typeof will === 'string') {
      return {
        checks: [],
        lines: [`pyright could not look: ${[before, will].find((one) => typeof one === 'string')}`],
      };
    }
    return { checks: [{ whose: 'by pyright', paths: touched, files: paths.length, before, after: will }], lines: [] };
  } finally {
    shadow.remove();
  }
}

import type { ChangeSet } from '@ffsd/changes';
import type { Tree } from '@nx/devkit';

/** Hands the texts of a run to Nx. Never through its updateJson or formatFiles: they rewrite lines that nobody asked about. */
export function writeToTree(tree: Pick<Tree, 'write' | 'delete'>, { steps }: ChangeSet): void {
  for (const { path, to, after } of steps.flatMap(({ files }) => files)) {
    if (after === undefined || (to !== undefined && to !== path)) tree.delete(path);
    if (after !== undefined) tree.write(to ?? path, after);
  }
}

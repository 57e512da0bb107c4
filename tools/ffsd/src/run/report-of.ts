import type { ChangeSet } from '@ffsd/changes';
import type { Report } from '@ffsd/reports';
import { projectFinder, type Workspace } from '@ffsd/workspace';
import { codeOwners } from '../flags/code-owners.ts';

/** What is told of a run beside its changes. */
export type Told = Pick<Report, 'explain' | 'tasks' | 'verified'>;

/** A run as the reports get it: with the projects of its files, and those who own them. */
export function reportOf(
  command: string,
  dryRun: boolean,
  set: ChangeSet,
  workspace: Workspace,
  told: Told = {},
): Report {
  const projectAt = projectFinder(workspace);
  return {
    command,
    dryRun,
    set,
    ...told,
    ownersOf: codeOwners(workspace),
    projectOf(path) {
      const project = projectAt(path);
      return project && (project.root === '' ? project.name : `${project.name} (${project.root})`);
    },
  };
}

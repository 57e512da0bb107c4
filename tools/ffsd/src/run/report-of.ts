import type { ChangeSet } from '@ffsd/changes';
import type { Report } from '@ffsd/reports';
import { projectFinder, type Workspace } from '@ffsd/workspace';

/** A run as the reports get it: with the projects of its files. */
export function reportOf(command: string, dryRun: boolean, set: ChangeSet, workspace: Workspace): Report {
  const projectAt = projectFinder(workspace);
  return {
    command,
    dryRun,
    set,
    projectOf(path) {
      const project = projectAt(path);
      return project && (project.root === '' ? project.name : `${project.name} (${project.root})`);
    },
  };
}

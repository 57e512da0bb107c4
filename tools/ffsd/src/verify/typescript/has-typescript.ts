import type { Workspace } from '@ffsd/workspace';

/** Whether anything here says that types are checked: without a configuration nobody asked for them. */
export function hasTypeScript(workspace: Workspace): boolean {
  return workspace.files().some((path) => /(?:^|\/)[jt]sconfig(?:\.[^/]+)?\.json$/.test(path));
}

import type { Workspace } from '@ffsd/workspace';
import { pathFrom } from './components.ts';

const known = new WeakMap<Workspace, ReadonlySet<string>>();

/** Whether a component of the workspace names the file as its template. What an `.html` is written in, nothing in it tells. */
export function isAngularTemplate(path: string, workspace: Workspace): boolean {
  if (!/\.(?:html?|svg)$/.test(path)) return false;
  let paths = known.get(workspace);
  if (!paths) {
    paths = templateFiles(workspace);
    known.set(workspace, paths);
  }
  return paths.has(path);
}

function templateFiles(workspace: Workspace): ReadonlySet<string> {
  const named = new Set<string>();
  for (const path of workspace.search(['templateUrl'])) {
    const text = /\.[cm]?tsx?$/.test(path) ? (workspace.read(path) ?? '') : '';
    if (!text.includes('@angular/core')) continue;
    // Every file with a component is looked at for that, and most are never parsed.
    for (const [, , url] of text.matchAll(/\btemplateUrl['"]?\s*:\s*(['"`])([^'"`]+)\1/g))
      named.add(pathFrom(path, url!));
  }
  return named;
}

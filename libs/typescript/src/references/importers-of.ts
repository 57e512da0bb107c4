import type { Workspace } from '@ffsd/workspace';
import { isCode } from '../modules/parsed-file.ts';
import { resolveModule } from '../modules/resolve-module.ts';

/**
 * The files that name a module, by their text alone: nothing is parsed. Comments that look like an import count too, so
 * that the answer may hold a file too many, never one too few.
 */
export function importersOf(workspace: Workspace, path: string): readonly string[] {
  return graphOf(workspace).get(path) ?? [];
}

const graphs = new WeakMap<Workspace, ReadonlyMap<string, readonly string[]>>();

function graphOf(workspace: Workspace): ReadonlyMap<string, readonly string[]> {
  let graph = graphs.get(workspace);
  if (!graph) {
    graph = build(workspace);
    graphs.set(workspace, graph);
  }
  return graph;
}

function build(workspace: Workspace): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, string[]>();
  for (const path of workspace.files()) {
    const text = isCode(path) || isMixed(path) ? workspace.read(path) : undefined;
    if (text === undefined) continue;
    const targets = new Set<string>();
    for (const specifier of specifiersIn(text)) {
      const target = resolveModule(workspace, path, specifier);
      if (target !== undefined) targets.add(target);
    }
    for (const target of targets) {
      const importers = graph.get(target);
      if (importers) importers.push(path);
      else graph.set(target, [path]);
    }
  }
  return graph;
}

/** What a text names as a module, comments included. */
export function specifiersIn(text: string): readonly string[] {
  return [...text.matchAll(named)].map(([, specifier]) => specifier!);
}

/** Behind `from`, `import`, `require(`, `mock(` and the like, past the comments of bundlers. A specifier holds no line break. */
const named =
  /\b(?:from\s*|import\s*\(?\s*|(?:require|resolve|\w*[mM]ock|\w*Actual)\s*(?:<[^<>()\n]*>)?\(\s*(?:import\(\s*)?)(?:\/\*[^*]*\*\/\s*)*["'`]([^"'`\n]+)["'`]/g;

/** Files that hold code among other things. */
export function isMixed(path: string): boolean {
  return /\.(?:vue|svelte|astro|mdx|html)$/.test(path);
}

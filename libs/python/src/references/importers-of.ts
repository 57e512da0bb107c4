import type { Workspace } from '@ffsd/workspace';
import { isCode } from '../modules/parsed-file.ts';
import { resolveModule } from '../modules/resolve-module.ts';

/**
 * The files that name a module, by their text alone: nothing is parsed. `import a.b` names `a` too. Comments and strings that look
 * like an import count, so that the answer may hold a file too many, never one too few; but for a name that is put together at run
 * time.
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
      const module = resolveModule(workspace, path, specifier);
      if (module.kind === 'unresolved') {
        // What may be meant is counted as meant; that a package lacks the module says nothing about the package.
        if (module.code !== 'missing') for (const candidate of module.candidates) targets.add(candidate);
      } else if (module.path !== undefined) targets.add(module.path);
    }
    for (const target of targets) {
      const importers = graph.get(target);
      if (importers) importers.push(path);
      else graph.set(target, [path]);
    }
  }
  return graph;
}

/** All that stands behind `import` and `from`, and all strings that look like the dotted name of a module, with each of their beginnings. */
export function specifiersIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (specifier: string): void => {
    for (let at = specifier; !found.has(at); at = at.slice(0, at.lastIndexOf('.'))) {
      found.add(at);
      if (!/[^.]\.[^.]*$/.test(at)) break;
    }
  };
  for (const [, module, names] of text.matchAll(fromImport)) {
    const specifier = module!.replace(/[\s\\]+/g, '');
    add(specifier);
    for (const [, name] of names!.matchAll(/([\p{L}_][\p{L}\p{N}_]*)(?:[\s\\]+as[\s\\]+[\p{L}\p{N}_]+)?/gu)) {
      found.add(specifier.endsWith('.') ? specifier + name : `${specifier}.${name}`);
    }
  }
  for (const [, names] of text.matchAll(plainImport)) {
    for (const part of names!.split(',')) add(part.trim().split(/[\s\\]+/, 1)[0]!);
  }
  for (const [, , name] of text.matchAll(quoted)) add(name!);
  found.delete('');
  return found;
}

const fromImport =
  /\bfrom[\s\\]*((?:\.[\s\\]*)*(?:[\p{L}_][\p{L}\p{N}_.]*)?)[\s\\]*\bimport\b[\s\\]*(\([^)]*\)|(?:\\\r?\n|[^\n;#])*)/gu;
const plainImport = /(?:^\uFEFF?|[;:]|>>>)[ \t]*(?:lazy[ \t]+)?import(?:[ \t]|\\\r?\n)+((?:\\\r?\n|[^\n;#(])*)/gm;
const quoted = /(["'])(\.*[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)(?::[\p{L}\p{N}_.]+)?\1/gu;

/** Files that hold Python among other things, or a language that is close to it. */
export function isMixed(path: string): boolean {
  return /\.(?:ipynb|pyx|pxd|pxi)$/.test(path);
}

import { isParsed, parse } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { Findings } from './diagnose.ts';
import { type PythonFinding, pythonFindings } from './python-findings.ts';
import type { Overlay } from './trees.ts';

/** What CPython finds in the changed Python files, and in those that import what went from them, and did not find before. */
export function diagnosePython(workspace: Workspace, overlay: Overlay): Findings {
  const changed = [...overlay.keys()].filter(isPython);
  if (changed.length === 0) return { unparsable: [], unresolved: [], unused: [], others: [] };
  const lost = changed.flatMap((path) => lostNames(workspace.read(path) ?? '', overlay.get(path) ?? ''));
  const near = lost.length > 0 ? workspace.search(lost).filter(isPython) : [];
  const paths = [...new Set([...changed, ...near])];
  const before = pythonFindings(textsOf(paths, (path) => workspace.read(path)));
  const after = pythonFindings(
    textsOf(paths, (path) => (overlay.has(path) ? overlay.get(path) : workspace.read(path))),
  );
  const known = new Set(before.map(({ message }) => message));
  const more = after.filter(({ message }) => !known.has(message));
  const of = (kind: PythonFinding['kind']) => more.filter((one) => one.kind === kind).map(({ message }) => message);
  return {
    unparsable: [...of('unparsable'), ...refused(overlay)],
    unresolved: of('unresolved'),
    unused: of('unused'),
    others: [],
  };
}

export function isPython(path: string): boolean {
  return path.endsWith('.py');
}

/** The tree of the codemod's own parser must take the text, too: the next run reads it. */
function refused(overlay: Overlay): readonly string[] {
  return [...overlay].flatMap(([path, text]) => {
    if (!isPython(path) || text === undefined) return [];
    const file = parse(path, text);
    return isParsed(file) ? [] : [`${path}: ${file.line}: ${file.message}`];
  });
}

/** Names that a module declared at its top level, roughly: they only say which other files are worth a look. */
function lostNames(before: string, after: string): readonly string[] {
  const left = declaredNames(after);
  return declaredNames(before).filter((name) => !left.includes(name));
}

function declaredNames(text: string): readonly string[] {
  return [...text.matchAll(/^(?:async def|def|class)? ?(\w+)\s*[=:(]/gm)].map(([, name]) => name!);
}

function textsOf(paths: readonly string[], read: (path: string) => string | undefined): ReadonlyMap<string, string> {
  return new Map(
    paths.flatMap((path) => {
      const text = read(path);
      return text === undefined ? [] : [[path, text]];
    }),
  );
}

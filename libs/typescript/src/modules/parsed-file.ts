import { isComponent } from '@ffsd/templates';
import type { Workspace } from '@ffsd/workspace';
import { isParsed, parse, type SourceFile, type Unparsable } from '../parse.ts';

/**
 * The tree of a file as it is now: each text is parsed once per workspace, and again only when it has changed.
 *
 * @returns undefined when the file is missing, is no JavaScript or TypeScript, or does not parse
 */
export function parsedFile(workspace: Workspace, path: string): SourceFile | undefined {
  const result = parseFile(workspace, path);
  return result && isParsed(result) ? result : undefined;
}

/** As {@link parsedFile}, and says why a file does not parse. */
export function parseFile(workspace: Workspace, path: string): SourceFile | Unparsable | undefined {
  if (!isCode(path)) return undefined;
  const text = workspace.read(path);
  if (text === undefined) return undefined;
  let trees = cache.get(workspace);
  if (!trees) {
    trees = new Map();
    cache.set(workspace, trees);
  }
  const known = trees.get(path);
  if (known?.text === text) return known.result;
  const result = parse(path, text);
  trees.set(path, { text, result });
  return result;
}

/** True for the files that can be parsed here. */
export function isCode(path: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx)$/.test(path) || isComponent(path);
}

const cache = new WeakMap<Workspace, Map<string, { text: string; result: SourceFile | Unparsable }>>();

import type { Workspace } from '@ffsd/workspace';
import { type AnyNode, findAll } from 'libcst-wasm';
import type { ModuleLocation } from '../modules/find-module.ts';
import { resolveModule } from '../modules/resolve-module.ts';
import type { SourceFile } from '../parse.ts';
import { stringSpan } from '../string-value.ts';
import type { Target } from './target.ts';

export interface Mention {
  readonly offset: number;
  readonly node: AnyNode | undefined;
}

/** The strings of a file that name the target by its module: `'pkg.mod.name'`, `'pkg.mod:name'`. */
export function stringMentions(
  workspace: Workspace,
  file: SourceFile,
  target: Target,
  name: string,
): readonly Mention[] {
  return findAll(file.tree, 'SimpleString').flatMap((node) => {
    if (!node.value.includes(name)) return [];
    const { start, end } = stringSpan(node);
    const text = file.text.slice(start, end);
    if (!/^[\p{L}\p{N}_.:]+$/u.test(text)) return [];
    return offsetsIn(workspace, file.path, text, target, name).map((offset) => ({ offset: start + offset, node }));
  });
}

/** The same for a file that is no Python: an entry point in a `.toml`, a class in a `.yaml`. */
export function textMentions(workspace: Workspace, path: string, target: Target, name: string): readonly Mention[] {
  const text = workspace.read(path) ?? '';
  return [...text.matchAll(/[\p{L}_][\p{L}\p{N}_]*(?:[.:][\p{L}_][\p{L}\p{N}_]*)+/gu)].flatMap((match) =>
    match[0].includes(name)
      ? offsetsIn(workspace, path, match[0], target, name).map((offset) => ({
          offset: match.index + offset,
          node: undefined,
        }))
      : [],
  );
}

/** Where in a dotted text the target is named. */
function offsetsIn(
  workspace: Workspace,
  path: string,
  dotted: string,
  target: Target,
  name: string,
): readonly number[] {
  const parts = dotted.split(/[.:]/);
  const offsets: number[] = [];
  let offset = 0;
  parts.forEach((part, index) => {
    const isNamed = part === name && index > 0 && parts[0] !== '';
    if (isNamed && isTarget(workspace, path, parts.slice(0, index + 1), target)) offsets.push(offset);
    offset += part.length + 1;
  });
  return offsets;
}

function isTarget(workspace: Workspace, path: string, parts: readonly string[], target: Target): boolean {
  const found = resolveModule(workspace, path, parts[0]!);
  let module: ModuleLocation | undefined = found.kind === 'unresolved' ? undefined : found;
  for (const part of parts.slice(1, -1)) {
    const next = module && target.member(module, path, part).definitions.find((one) => one.kind === 'module');
    module = next?.kind === 'module' ? next.module : undefined;
  }
  return module !== undefined && target.isMeant(target.member(module, path, parts.at(-1)!));
}

import type { AngularFile, AngularUnparsable } from '@ffsd/templates';
import { isParsedAngular, parseAngular } from '@ffsd/templates';
import type { Workspace } from '@ffsd/workspace';
import type { Component } from './components.ts';

const trees = new WeakMap<Workspace, Map<string, AngularFile | AngularUnparsable>>();

/** The present template of a component; why there is none in words. */
export function templateOf(workspace: Workspace, { template }: Pick<Component, 'template'>): AngularFile | string {
  switch (template.kind) {
    case 'none':
      return 'it has no template';
    case 'unknown':
      return 'its template is put together while the program runs, or has escapes';
    case 'file':
    case 'inline': {
      const parsed = parsedTemplate(workspace, template.path, template.kind === 'inline' ? template.span : undefined);
      if (!parsed) return `its template ${template.path} is not there`;
      return isParsedAngular(parsed) ? parsed : `its template does not parse: ${parsed.message.split('\n')[0]}`;
    }
    default:
      return template satisfies never;
  }
}

function parsedTemplate(
  workspace: Workspace,
  path: string,
  span: { readonly start: number; readonly end: number } | undefined,
): AngularFile | AngularUnparsable | undefined {
  const text = workspace.read(path);
  if (text === undefined) return undefined;
  const own = trees.get(workspace) ?? new Map<string, AngularFile | AngularUnparsable>();
  trees.set(workspace, own);
  const key = `${path} ${span?.start ?? 0}`;
  const tree = own.get(key);
  if (tree && 'text' in tree && tree.text === text) return tree;
  const parsed = parseAngular(path, text, span);
  own.set(key, parsed);
  return parsed;
}

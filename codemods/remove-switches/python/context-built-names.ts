import { isCode } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTemplate } from '../django/is-template.ts';
import { isTestPath } from '../test-path.ts';
import { remembered } from './remembered.ts';

/**
 * Where code puts the name of a template together that may be this one: `f'shop/{kind}.html'`, `name + '.html'`. Undefined where none does.
 *
 * A name of which only the ending is written is this one where its beginning stands somewhere as a text.
 */
export function builtNameOf(workspace: Workspace, template: string): string | undefined {
  const base = template.slice(template.lastIndexOf('/') + 1);
  const ending = base.slice(base.indexOf('.'));
  const found = builtNames(workspace, ending).find(({ pattern }) => pattern.test(template));
  if (!found) return undefined;
  const stem = base.slice(0, -ending.length);
  if (found.isEnding && !standsAsText(workspace, stem)) return undefined;
  return found.path;
}

interface BuiltName {
  readonly path: string;
  readonly pattern: RegExp;
  readonly isEnding: boolean;
}

function builtNames(workspace: Workspace, ending: string): readonly BuiltName[] {
  return remembered(workspace, `built names ${ending}`, () =>
    workspace
      .search([`${ending}'`, `${ending}"`])
      .filter((path) => !isTestPath(path) && (isCode(path) || isTemplate(path)))
      .flatMap((path) => {
        const text = workspace.read(path) ?? '';
        // In markup the addresses of pages look the same; only what a tag puts together names a template.
        const holes = isCode(path)
          ? [text]
          : (text.match(/\{%-?\s*(?:include|extends)\s[^%]*(?:\|\s*add|~)[^%]*%\}/g) ?? []);
        return holes.flatMap((hole) => namesIn(path, hole, ending));
      }),
  );
}

function namesIn(path: string, text: string, ending: string): readonly BuiltName[] {
  const names: BuiltName[] = [];
  for (const { index, 2: content } of text.matchAll(/(["'])((?:(?!\1)[^\\\n])*)\1/g)) {
    if (!content!.endsWith(ending) || /\s/.test(content!)) continue;
    const isAppended = /(?:[+~]|add:)\s*$/.test(text.slice(0, index)) || content!.startsWith('.');
    const parts = content!.split(/%s|%\(\w+\)s|\{[^{}]*\}|\*+/);
    if (parts.length === 1 && !isAppended) continue;
    const pattern = parts.map((part) => part.replace(/[^\w]/g, '\\$&')).join('.*');
    const isEnding = parts.every((part) => part === '' || part === ending);
    names.push({ path, isEnding, pattern: new RegExp(`${isAppended || isEnding ? '' : '(?:^|/)'}${pattern}$`) });
  }
  return names;
}

function standsAsText(workspace: Workspace, stem: string): boolean {
  const text = new RegExp(`["'/.]${stem.replace(/[^\w]/g, '\\$&')}["']`);
  return workspace
    .search([`${stem}'`, `${stem}"`])
    .some((path) => isCode(path) && !isTestPath(path) && text.test(workspace.read(path) ?? ''));
}

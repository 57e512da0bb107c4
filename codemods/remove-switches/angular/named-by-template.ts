import type { Class } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { componentsIn } from './components.ts';
import { wordOf } from './word-of.ts';

/**
 * Whether the template of a component or what its decorator says has the name of a member. A private one may be shown, too, where templates
 * are compiled in the browser.
 */
export function isNamedByTemplate(workspace: Workspace, file: SourceFile, owner: Class, name: string): boolean {
  const word = wordOf(name);
  return componentsIn(file)
    .filter((one) => one.owner === owner)
    .some(({ template, options }) => {
      const shown = template.kind === 'file' ? (workspace.read(template.path) ?? '') : '';
      const said = options ? file.text.slice(options.start!, options.end!) : '';
      return template.kind === 'unknown' || word.test(shown) || word.test(said);
    });
}

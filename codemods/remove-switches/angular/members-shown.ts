import type { Class } from '@babel/types';
import type { AngularExpression, AngularFile, AngularPlace } from '@ffsd/templates';
import { withAngularParts } from '@ffsd/templates';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, parsedFile } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { isTestPath } from '../test-path.ts';
import { isBelow } from '../typescript/member-of-class.ts';
import type { Component } from './components.ts';
import { componentsIn, componentsOf } from './components.ts';
import { templateOf } from './template-of.ts';
import { wordOf } from './word-of.ts';

/** A template that may show a member of a class. */
export interface ShownBy {
  readonly component: Component;
  /** Why it cannot be told what it does with the member, as the end of a sentence, when that is so. */
  readonly template: AngularFile | string;
}

/** The templates of the class and of those below it. */
export function templatesOf(workspace: Workspace, file: SourceFile, owner: Class): readonly ShownBy[] {
  const name = owner.id?.name;
  const files = name === undefined ? [file.path] : [...new Set([file.path, ...workspace.search([name])])];
  return files.filter(isCode).flatMap((path) => {
    const other = parsedFile(workspace, path);
    return (other ? componentsIn(other) : [])
      .filter(({ file: where, owner: node, template }) => {
        return template.kind !== 'none' && isBelow(workspace, { file: where, node }, owner) === true;
      })
      .map((component) => ({ component, template: shownTemplate(workspace, component) }));
  });
}

function shownTemplate(workspace: Workspace, component: Component): AngularFile | string {
  const { template } = component;
  if (template.kind === 'file' && componentsOf(workspace, template.path).length > 1)
    return `${template.path} is the template of several components`;
  return templateOf(workspace, component);
}

export interface ShownUse {
  readonly node: AngularExpression;
  readonly place: AngularPlace;
}

/**
 * Whether a signal may be set: a template or the code of another file does more with it than to call it. What its own class and those
 * that are known to have an instance do is asked elsewhere.
 */
export function maySetSignal(workspace: Workspace, file: SourceFile, owner: Class, name: string): boolean {
  const sets = new RegExp(`${wordOf(name).source}\\s*[!?]?\\.\\s*(?:set|update|mutate|asReadonly)(?!\\w)`);
  if (
    workspace.search([name]).some((path) => isCode(path) && !isTestPath(path) && sets.test(workspace.read(path) ?? ''))
  )
    return true;
  return templatesOf(workspace, file, owner).some(
    ({ template }) =>
      typeof template === 'string' ||
      (usesInTemplate(template, name) ?? []).some(
        ({ node }) => node.parent?.type !== 'call' || node.parent.callee !== node,
      ),
  );
}

/** Where the template names the member; undefined where it has a name of its own that is the same. */
export function usesInTemplate(file: AngularFile, name: string): readonly ShownUse[] | undefined {
  const uses = file.places.flatMap((place) =>
    withAngularParts(place.expression)
      .filter((node) => node.type === 'name' && node.name === name)
      .map((node) => ({ node, place })),
  );
  return uses.length > 0 && file.declared.has(name) ? undefined : uses;
}

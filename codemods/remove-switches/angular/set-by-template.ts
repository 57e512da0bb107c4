import type { AngularFile } from '@ffsd/templates';
import { withAngularParts } from '@ffsd/templates';
import type { SourceFile } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import type { Component } from './components.ts';
import { componentsIn, optionOf } from './components.ts';
import { templateOf } from './template-of.ts';
import { wordOf } from './word-of.ts';

/**
 * Whether what a component of the file says beside its class gives a member of the name a value, of this class or of another one:
 * `(click)="on = false"`, `[(ngModel)]="on"`, `host: { '(click)': 'on = false' }`, `inputs: ['on']`.
 */
export function isSetByTemplate(workspace: Workspace, file: SourceFile, name: string): boolean {
  return componentsIn(file).some(
    (component) => isSetInDecorator(component, name) || isSetInText(workspace, component, name),
  );
}

/** As {@link isSetByTemplate}, of a template that is a file of its own. */
export function isSetInFile(workspace: Workspace, path: string, name: string): boolean {
  return isSetIn(workspace, { kind: 'file', path }, workspace.read(path) ?? '', name);
}

function isSetIn(workspace: Workspace, template: Component['template'], text: string, name: string): boolean {
  const parsed = templateOf(workspace, { template });
  return typeof parsed === 'string' ? wordOf(name).test(text) : isSetInTemplate(parsed, name);
}

function isSetInTemplate({ places }: AngularFile, name: string): boolean {
  return places.some((place) => {
    const isTwoWay = place.kind === 'attribute' && place.attribute.kind === 'two-way';
    return withAngularParts(place.expression).some((node) => {
      const target = node.type === 'write' ? node.target : isTwoWay ? place.expression : undefined;
      return (target?.type === 'name' || target?.type === 'member') && target.name === name;
    });
  });
}

function isSetInText(workspace: Workspace, { template, file }: Component, name: string): boolean {
  switch (template.kind) {
    case 'none':
    case 'file':
      return false;
    case 'inline':
      return isSetIn(workspace, template, file.text.slice(template.span.start, template.span.end), name);
    case 'unknown': {
      const { node } = template;
      return node !== undefined && wordOf(name).test(file.text.slice(node.start!, node.end!));
    }
    default:
      return template satisfies never;
  }
}

function isSetInDecorator({ file, options }: Component, name: string): boolean {
  const host = optionOf(options, 'host');
  const inputs = optionOf(options, 'inputs');
  const textOf = (node: { start?: number | null; end?: number | null }) => file.text.slice(node.start!, node.end!);
  const word = `(?<![\\w$])${name.replace('$', '\\$')}`;
  return (
    (host !== undefined && new RegExp(`${word}\\s*(?:[-+*/&|?]*=(?!=)|\\+\\+|--)`).test(textOf(host))) ||
    (inputs !== undefined && new RegExp(`${word}\\s*['":]`).test(textOf(inputs)))
  );
}

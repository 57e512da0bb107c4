import type { ArrayExpression, Node } from '@babel/types';
import type { AngularFile } from '@ffsd/templates';
import { withAngularParts } from '@ffsd/templates';
import type { SourceFile } from '@ffsd/typescript';
import { importsOf, isCode, parsedFile, removeListItem, scopesOf } from '@ffsd/typescript';
import { declarationOf } from '../typescript/constant-of.ts';
import type { Session } from '../typescript/session.ts';
import type { Component } from './components.ts';
import { componentsIn, optionOf } from './components.ts';
import { elementsIn } from './nodes-in.ts';
import { selectorsOf } from './remove-members.ts';
import { templateOf } from './template-of.ts';
import { wordOf } from './word-of.ts';

/**
 * Removes from the `imports` of a standalone component what its template used before the changes so far and uses no more: a component by
 * the elements of its selector, a directive or pipe of Angular by its name.
 *
 * @returns whether an entry was removed
 */
export function removeListedImports(session: Session, path: string): boolean {
  const file = isCode(path) && session.isEditable(path) ? parsedFile(session, path) : undefined;
  for (const component of file ? componentsIn(file) : []) {
    const list = optionOf(component.options, 'imports');
    const template = templateOf(session, component);
    const owner = component.owner.id?.name;
    if (list?.type !== 'ArrayExpression' || typeof template === 'string' || owner === undefined) continue;
    for (const [index, entry] of list.elements.entries()) {
      const marks = entry ? marksOf(session, file!, entry) : undefined;
      if (!marks || marks.some((mark) => isUsed(template, mark))) continue;
      const users = usersOf(session, component, marks);
      if (users.length === 0) continue;
      const name = file!.text.slice(entry!.start!, entry!.end!);
      const place = { path, line: session.lineOf(path, entry!.start!) };
      const taken = session.commit({
        key: `listed import ${path} ${owner} ${name}`,
        title: `Remove ${name} from the imports of ${owner}`,
        why: `The template of ${owner} does not use ${name} any more once the changes that this one depends on are made.`,
        safety: 'safe',
        evidence: [
          { kind: 'no-other-reference', text: `the template has no ${marks.map(shownMark).join(', ')}`, place },
        ],
        files: [
          { kind: 'edit', path, edits: removeListItem(file!, (list as ArrayExpression).elements as Node[], index) },
        ],
        dependsOn: users,
      });
      if (taken) return true;
    }
  }
  return false;
}

/** What in a template is a use. */
interface Mark {
  readonly kind: 'element' | 'attribute' | 'pipe';
  readonly name: string;
}

function shownMark({ kind, name }: Mark): string {
  return kind === 'element' ? `<${name}>` : kind === 'pipe' ? `| ${name}` : name;
}

const ofAngular: Readonly<Record<string, readonly Mark[]>> = {
  NgIf: [{ kind: 'attribute', name: 'ngIf' }],
  NgTemplateOutlet: [{ kind: 'attribute', name: 'ngTemplateOutlet' }],
  NgClass: [{ kind: 'attribute', name: 'ngClass' }],
  NgStyle: [{ kind: 'attribute', name: 'ngStyle' }],
  NgSwitch: [{ kind: 'attribute', name: 'ngSwitch' }],
  NgSwitchCase: [{ kind: 'attribute', name: 'ngSwitchCase' }],
  NgSwitchDefault: [{ kind: 'attribute', name: 'ngSwitchDefault' }],
  AsyncPipe: [{ kind: 'pipe', name: 'async' }],
};

function marksOf(session: Session, file: SourceFile, entry: Node): readonly Mark[] | undefined {
  if (entry.type !== 'Identifier') return undefined;
  const declaration = scopesOf(file).bindingOf(entry)?.declarations[0];
  const imported = importsOf(file)
    .filter(({ specifier }) => specifier === '@angular/common')
    .flatMap(({ names }) => names)
    .find(({ local }) => local === declaration);
  if (imported) return Object.hasOwn(ofAngular, imported.imported) ? ofAngular[imported.imported] : undefined;
  const declared = declarationOf(session, file, entry);
  const component = declared && componentsIn(declared.file).find(({ owner }) => owner === declared.node);
  const selectors = selectorsOf(component?.options);
  // `button[appNew]` asks for more than a look at the names of the elements.
  if (selectors.length === 0 || !selectors.every((one) => /^(?:[a-z][\w-]*|\[[\w-]+\])$/i.test(one))) return undefined;
  return selectors.map((one) =>
    one.startsWith('[') ? { kind: 'attribute', name: one.slice(1, -1) } : { kind: 'element', name: one },
  );
}

function isUsed(template: AngularFile, { kind, name }: Mark): boolean {
  switch (kind) {
    case 'element':
      return elementsIn(template).some((one) => one.name === name);
    case 'attribute':
      return wordOf(name).test(template.text.slice(template.template.start, template.template.end));
    case 'pipe':
      return template.places.some(({ expression }) =>
        withAngularParts(expression).some((node) => node.type === 'pipe' && node.name === name),
      );
    default:
      return kind satisfies never;
  }
}

/** The drafts that removed a use from the template. */
function usersOf(session: Session, { template, file }: Component, marks: readonly Mark[]): readonly string[] {
  const path = template.kind === 'file' ? template.path : file.path;
  const uses = marks.map(({ kind, name }) =>
    kind === 'element'
      ? new RegExp(`<${name}(?![\\w-])`)
      : kind === 'pipe'
        ? new RegExp(`\\|\\s*${name}\\b`)
        : wordOf(name),
  );
  return session
    .historyOf(path)
    .filter(({ before, edits }) =>
      edits.some(({ start, end }) => uses.some((use) => use.test(before.slice(start, end)))),
    )
    .map(({ key }) => key);
}

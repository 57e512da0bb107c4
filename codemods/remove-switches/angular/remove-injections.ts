import type { ClassMethod, TSParameterProperty } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { isCode, parsedFile, removeListItem, removeStatements } from '@ffsd/typescript';
import type { Session } from '../typescript/session.ts';
import type { Component } from './components.ts';
import { componentsIn } from './components.ts';
import { draftsThatLost } from './drafts-that-lost.ts';
import { wordOf } from './word-of.ts';

/**
 * Removes a service that the constructor of a component asks for, `constructor(private flags: FlagService)`, and that the component does
 * not use any more because of the changes so far. Angular alone calls such a constructor, as long as no code does.
 *
 * @returns whether one was removed
 */
export function removeInjections(session: Session, path: string): boolean {
  const file = isCode(path) && session.isEditable(path) ? parsedFile(session, path) : undefined;
  for (const component of file ? componentsIn(file) : []) {
    const maker = component.owner.body.body.find((one) => one.type === 'ClassMethod' && one.kind === 'constructor');
    if (maker?.type !== 'ClassMethod') continue;
    for (const [index, param] of maker.params.entries()) {
      const name = param.type === 'TSParameterProperty' ? nameOf(param) : undefined;
      if (name === undefined || !isUnused(session, component, param, name)) continue;
      const users = draftsThatLost(session, wordOf(name));
      const owner = component.owner.id?.name;
      if (users.length === 0 || owner === undefined || isMadeElsewhere(session, path, owner)) continue;
      const place = { path, line: session.lineOf(path, param.start!) };
      const taken = session.commit({
        key: `injection ${path} ${owner} ${name}`,
        title: `Remove the service ${name} from the constructor of ${owner}`,
        why: `${owner} does not use ${name} any more once the changes that this one depends on are made. See that the service need not be created for another reason.`,
        safety: 'review',
        evidence: [{ kind: 'no-other-reference', text: `neither the class nor its template names ${name}`, place }],
        files: [{ kind: 'edit', path, edits: withoutParameter(component, maker, index) }],
        dependsOn: users,
      });
      if (taken) return true;
    }
  }
  return false;
}

function nameOf({ parameter, accessibility }: TSParameterProperty): string | undefined {
  return accessibility && parameter.type === 'Identifier' ? parameter.name : undefined;
}

function isUnused(
  session: Session,
  { file, template }: Component,
  param: { readonly start?: number | null; readonly end?: number | null },
  name: string,
): boolean {
  const word = wordOf(name);
  const shown = template.kind === 'file' ? session.read(template.path) : '';
  const rest = file.text.slice(0, param.start!) + file.text.slice(param.end!);
  return template.kind !== 'unknown' && shown !== undefined && !word.test(shown) && !word.test(rest);
}

/** `new PageComponent(flags)`, or a class below it that hands it on. */
function isMadeElsewhere(session: Session, path: string, owner: string): boolean {
  const made = new RegExp(`\\b(?:new|extends)\\s+${owner.replaceAll('$', '\\$')}\\b`);
  return session.search([owner]).some((one) => isCode(one) && one !== path && made.test(session.read(one) ?? ''));
}

function withoutParameter({ file, owner }: Component, maker: ClassMethod, index: number): readonly Edit[] {
  const isEmpty = maker.body.body.length === 0 && (maker.body.innerComments ?? []).length === 0;
  if (isEmpty && maker.params.length === 1 && !owner.superClass) return removeStatements(file, maker, maker);
  return removeListItem(file, maker.params, index);
}

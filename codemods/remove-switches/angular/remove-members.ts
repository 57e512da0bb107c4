import type { Class, Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { importsOf, isCode, isPure, parsedFile, removeStatements, scopesOf } from '@ffsd/typescript';
import { isTestPath } from '../test-path.ts';
import { declarationOf } from '../typescript/constant-of.ts';
import { isPublished } from '../typescript/is-published.ts';
import { memberName } from '../typescript/member-of-class.ts';
import type { Session } from '../typescript/session.ts';
import type { Component } from './components.ts';
import { componentsIn, optionOf } from './components.ts';
import { draftsThatLost } from './drafts-that-lost.ts';
import { signalCall } from './signal-of.ts';
import { wordOf } from './word-of.ts';

/**
 * Removes members of a component that neither its class nor its template names any more because of the changes so far, and that nothing
 * else may name: no class below it, no test, no template that has the component at hand.
 *
 * @returns whether one was removed
 */
export function removeMembers(session: Session, path: string): boolean {
  const file = isCode(path) && session.isEditable(path) ? parsedFile(session, path) : undefined;
  for (const component of file ? componentsIn(file) : []) {
    if (isAskedFromOutside(session, component)) continue;
    for (const node of component.owner.body.body) {
      const name = removableName(component, node);
      if (name === undefined || !isUnused(session, component, node, name)) continue;
      const users = draftsThatLost(session, wordOf(name));
      // It had no use before either.
      if (users.length === 0 || !wasUsed(session, component, name)) continue;
      const place = { path, line: session.lineOf(path, node.start!) };
      const owner = component.owner.id!.name;
      const other = namedElsewhere(session, component, name);
      if (other !== undefined) {
        session.keep({
          place,
          code: isTestPath(other) ? 'used-by-tests' : 'unused-member',
          because: `${owner} does not use ${name} any more, but ${other} names it`,
        });
        continue;
      }
      const notes = notesOn(session, path, node);
      const taken = session.commit({
        key: `member ${path} ${owner} ${name}`,
        title: `Remove ${name} from ${owner}`,
        why: `Neither the class nor its template uses ${name} any more once the changes that this one depends on are made. See that nothing reaches for it from outside${isMade(node) ? ', and that nothing but a look at flags is lost with the service' : ''}.`,
        safety: 'review',
        evidence: [{ kind: 'no-other-reference', text: `${name} stands nowhere else`, place }],
        files: [{ kind: 'edit', path, edits: removeStatements(file!, node, node) }],
        dependsOn: users,
      });
      if (!taken) continue;
      for (const note of notes) session.release(note);
      return true;
    }
  }
  return false;
}

/** What was said of a member that is gone now. */
function notesOn(session: Session, path: string, node: Node): readonly Note[] {
  const [first, last] = [session.lineOf(path, node.start!), session.lineOf(path, node.end!)];
  return session.kept.filter(
    (one): one is Note =>
      one.place.path === path &&
      one.place.line >= first &&
      one.place.line <= last &&
      ['stored-value', 'returned-value', 'passed-value', 'unused-member'].includes(one.code),
  );
}

type Note = Parameters<Session['release']>[0] & Session['kept'][number];

/** The name of a member that has no effect of its own and that no framework calls. */
function removableName({ file }: Component, node: Node): string | undefined {
  if (!('key' in node) || ('computed' in node && node.computed)) return undefined;
  if ('decorators' in node && node.decorators?.length) return undefined;
  if (('override' in node && node.override) || ('static' in node && node.static)) return undefined;
  const name = memberName(node.key as Node);
  if (name === undefined || name.startsWith('#') || /^ng[A-Z]/.test(name)) return undefined;
  switch (node.type) {
    case 'ClassProperty':
      return !node.value ||
        isPure(node.value as never, file) ||
        isInjected(file, node.value) ||
        signalCall(file, node.value)
        ? name
        : undefined;
    case 'ClassMethod':
      return node.kind === 'constructor' || node.kind === 'set' ? undefined : name;
    default:
      return undefined;
  }
}

function isMade(node: Node): boolean {
  return node.type === 'ClassProperty' && node.value?.type === 'CallExpression';
}

/** `inject(FlagService)` */
function isInjected(file: SourceFile, node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.arguments.length !== 1) return false;
  const declaration = scopesOf(file).bindingOf(node.callee)?.declarations[0];
  const [given] = node.arguments;
  return (
    given?.type === 'Identifier' &&
    importsOf(file).some(
      ({ specifier, names }) =>
        specifier === '@angular/core' &&
        names.some(({ local, imported }) => local === declaration && imported === 'inject'),
    )
  );
}

/** Whether the file and the template have the word nowhere else. */
function isUnused(session: Session, component: Component, node: Node, name: string): boolean {
  const { file, template, owner, options } = component;
  const word = wordOf(name);
  const rest = file.text.slice(0, node.start!) + file.text.slice(node.end!);
  if (word.test(rest) || word.test(innerText(file, node))) return false;
  const shown = template.kind === 'file' ? session.read(template.path) : '';
  const isKnown = shown !== undefined && template.kind !== 'unknown';
  return isKnown && !word.test(shown) && owner.id !== null && owner.id !== undefined && !optionOf(options, name);
}

function wasUsed(session: Session, { file, template }: Component, name: string): boolean {
  const texts = [file.path, ...(template.kind === 'file' ? [template.path] : [])];
  const before = texts.map((path) => session.base.read(path) ?? '').join('\n');
  return [...before.matchAll(new RegExp(wordOf(name).source, 'g'))].length > 1;
}

/** What stands behind the name of the member: a method may call itself by `this['name']`, a field may look at the others. */
function innerText(file: SourceFile, node: Node): string {
  const { key } = node as Node & { readonly key: Node };
  return file.text.slice(key.end!, node.end!);
}

/** A file outside of the component that names the member and may have one at hand. */
function namedElsewhere(session: Session, component: Component, name: string): string | undefined {
  const { file, owner, options, template } = component;
  const className = owner.id!.name;
  if (isPublished(session.base, file.path, className)) return 'the package that offers the class, which others use,';
  const word = wordOf(name);
  const around = [className, ...namesAbove(file, owner), ...selectorsOf(options)];
  const isOwn = (path: string) => path === file.path || (template.kind === 'file' && path === template.path);
  return session
    .search([name])
    .filter((path) => !isOwn(path))
    .find((path) => {
      const text = session.read(path) ?? '';
      return word.test(text) && around.some((one) => text.includes(one));
    });
}

/** A class or interface of a package above it may call its members: `ControlValueAccessor` is why there is a `writeValue`. */
function isAskedFromOutside(session: Session, { file, owner }: Component): boolean {
  const above = [...(owner.superClass ? [owner.superClass] : []), ...(owner.implements ?? [])];
  return above.some((node) => {
    const named = 'expression' in node && typeof node.expression === 'object' ? (node.expression as Node) : node;
    if (named.type !== 'Identifier') return true;
    return !isLifecycle(named.name) && declarationOf(session, file, named) === undefined;
  });
}

function isLifecycle(name: string): boolean {
  return /^(?:On(?:Init|Destroy|Changes)|DoCheck|After(?:View|Content)(?:Init|Checked))$/.test(name);
}

/** The class above and the interfaces: what has one of them at hand may have the component. */
function namesAbove(file: SourceFile, owner: Class): readonly string[] {
  const above = [...(owner.superClass ? [owner.superClass] : []), ...(owner.implements ?? [])];
  return above
    .map((node) => /^[\w$]+/.exec(file.text.slice(node.start!, node.end!))?.[0])
    .filter((name) => name !== undefined)
    .filter((name) => !isLifecycle(name));
}

export function selectorsOf(options: Component['options']): readonly string[] {
  const selector = optionOf(options, 'selector');
  return selector?.type === 'StringLiteral' ? selector.value.split(',').map((one) => one.trim()) : [];
}

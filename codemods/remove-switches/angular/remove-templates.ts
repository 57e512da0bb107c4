import type { AngularElement, AngularFile } from '@ffsd/templates';
import { removePart, withAngularParts } from '@ffsd/templates';
import { isCode } from '@ffsd/typescript';
import type { Session } from '../typescript/session.ts';
import { componentsOf } from './components.ts';
import { draftsThatLost } from './drafts-that-lost.ts';
import { templatesIn } from './fold-reads.ts';
import { isTranslated } from './is-translated.ts';
import { whereOf } from './keep-span.ts';
import { elementsIn } from './nodes-in.ts';
import { wordOf } from './word-of.ts';

/**
 * Removes a `<ng-template #old>` that nothing shows any more because of the changes so far: no expression of the template names it, and no
 * text of the component's code.
 *
 * @returns whether one was removed
 */
export function removeTemplates(session: Session, path: string): boolean {
  if (!session.isEditable(path)) return false;
  for (const file of templatesIn(session, path)) {
    const code = isCode(path) ? [file.text] : componentsOf(session, path).map((component) => component.file.text);
    for (const element of elementsIn(file)) {
      const name = nameOf(element);
      if (name === undefined || isNamed(file, name) || isInCode(code, file, name)) continue;
      const users = draftsThatLost(session, wordOf(name)).filter((key) =>
        session.historyOf(path).some((entry) => entry.key === key),
      );
      if (users.length === 0 || isTranslated(file, element)) continue;
      const place = { path, line: session.lineOf(path, element.start) };
      const taken = session.commit({
        key: `template ${path} ${name} ${session.originOf(path, element.start + 1)}`,
        title: `Remove the template ${name} from ${path.split('/').at(-1)}`,
        why: `Nothing shows ${name} any more once the changes that this one depends on are made.`,
        safety: 'safe',
        evidence: [{ kind: 'no-other-reference', text: `nothing names ${name}`, place }],
        files: [{ kind: 'edit', path, edits: [removePart(file.text, element, whereOf(element))] }],
        dependsOn: users,
      });
      if (taken) return true;
    }
  }
  return false;
}

/** The name of a template that has nothing else, so that only its name can bring it to be shown. */
function nameOf({ name, attributes, structural }: AngularElement): string | undefined {
  const [only, ...others] = attributes.filter(({ kind }) => kind !== 'variable');
  const isNamed = name === 'ng-template' && !structural && others.length === 0 && only?.kind === 'reference';
  return isNamed ? only.name : undefined;
}

function isNamed({ places }: AngularFile, name: string): boolean {
  return places.some(({ expression }) =>
    withAngularParts(expression).some((node) => node.type === 'name' && node.name === name),
  );
}

/** `@ViewChild('old')`: in the code around a template that stands in it, and in the code of its components. */
function isInCode(code: readonly string[], { text, template, path }: AngularFile, name: string): boolean {
  const word = wordOf(name);
  if (!isCode(path)) return code.some((one) => word.test(one));
  return word.test(text.slice(0, template.start)) || word.test(text.slice(template.end));
}

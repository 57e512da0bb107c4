import type { ObjectExpression } from '@babel/types';
import type { TemplatePart } from '@ffsd/templates';
import { namesOfTag } from '@ffsd/templates';
import type { SourceFile } from '@ffsd/typescript';
import { importersOf, offsetsOf, removeListItem } from '@ffsd/typescript';
import type { Session } from '../typescript/session.ts';
import { usersOf } from '../users-of.ts';
import { componentObject, nameOfMember, sectionOf, usesOfMember } from './component-object.ts';

/**
 * Removes from the object that a component is what its template and its methods do not ask for any more: components that it lists,
 * and computed members.
 *
 * @returns whether anything was removed
 */
export function removeMembersOfComponent(session: Session, path: string): boolean {
  if (!path.endsWith('.vue') || session.historyOf(path).length === 0) return false;
  let removed = false;
  while (removeNext(session, path)) removed = true;
  return removed;
}

function removeNext(session: Session, path: string): boolean {
  const [file, original] = [session.parse(path), session.original(path)];
  const [object, then] = [file && componentObject(file), original && componentObject(original)];
  if (!file || !original || !object || !then) return false;
  // A mixin may ask for what it knows to be there, and a component that is chosen by its name may be any.
  if (['mixins', 'extends'].some((name) => object.properties.some((one) => nameOfMember(one) === name))) return false;
  for (const section of ['components', 'computed'] as const) {
    const list = sectionOf(object, section);
    for (const [index, member] of (list?.properties ?? []).entries()) {
      const name = nameOfMember(member);
      if (!list || name === undefined) continue;
      const gone =
        section === 'components' ? lostTags(file, original, name) : lostUses(session, file, original, then, name);
      if (!gone) continue;
      const users = usersOf(session, path, gone);
      if (users.length === 0) continue;
      const noun = section === 'components' ? 'component' : 'computed member';
      return session.commit({
        key: `unused ${path} ${section} ${name}`,
        title: `Remove the ${noun} ${name} from ${path.split('/').at(-1)}`,
        why: `Nothing of this component uses ${name} any more once the changes that this one depends on are made.`,
        safety: 'safe',
        evidence: [
          {
            kind: 'no-other-reference',
            text: `${name} is asked for nowhere in this component`,
            place: { path, line: session.lineOf(path, member.start!) },
          },
        ],
        files: [{ kind: 'edit', path, edits: withoutMember(file, object, list, index) }],
        dependsOn: users,
      });
    }
  }
  return false;
}

function withoutMember(file: SourceFile, object: ObjectExpression, list: ObjectExpression, index: number) {
  if (list.properties.length > 1) return removeListItem(file, list.properties, index);
  const at = object.properties.findIndex((one) => one.type === 'ObjectProperty' && one.value === list);
  return removeListItem(file, object.properties, at);
}

/** Where the tags of the component stood that are there no more; undefined when one is left or when it may be meant otherwise. */
function lostTags(file: SourceFile, original: SourceFile, name: string): readonly number[] | undefined {
  const isMeant = (names: readonly string[]) =>
    names.includes(name) || namesOfTag(name).some((one) => names.includes(one));
  const tagsIn = ({ component }: SourceFile) => namesIn(component?.parts ?? []).filter(({ names }) => isMeant(names));
  const before = tagsIn(original);
  if (before.length === 0 || tagsIn(file).length > 0) return undefined;
  // `<component :is="view">` may show any component that is listed.
  return /<component\b|\bresolveComponent\b/i.test(file.text) ? undefined : before.map(({ start }) => start);
}

function namesIn(parts: readonly TemplatePart[]): readonly (TemplatePart & { readonly kind: 'name' })[] {
  return parts.flatMap((part) => (part.kind === 'name' ? [part] : part.kind === 'scope' ? namesIn(part.parts) : []));
}

/** The same for a member that `this` has. Its name may stand nowhere else in the file, nor be said by who uses the component. */
function lostUses(
  session: Session,
  file: SourceFile,
  original: SourceFile,
  then: ObjectExpression,
  name: string,
): readonly number[] | undefined {
  const before = usesOfMember(original, then, name);
  if (before.length === 0 || offsetsOf(file.text, name).length > 1 || /\bthis\s*\[|=\s*this\b/.test(file.text))
    return undefined;
  const isSaid = importersOf(session, file.path).some((one) => offsetsOf(session.read(one) ?? '', name).length > 0);
  return isSaid ? undefined : before.map(({ start }) => start!);
}

import type { Node, ObjectExpression } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { importersOf, parsedFile } from '@ffsd/typescript';
import { flagBehind } from '../flag-behind.ts';
import type { Follower } from '../follow-all.ts';
import { constantHere } from '../typescript/constant-here.ts';
import { foldEverywhere } from '../typescript/fold-everywhere.ts';
import { isFunctionNode } from '../typescript/function-at.ts';
import { planValue } from '../typescript/plan-value.ts';
import { constantResult, onlyComputes, resultsOf } from '../typescript/result-of.ts';
import type { Session } from '../typescript/session.ts';
import { componentObject, nameOfMember, sectionOf, usesOfMember } from './component-object.ts';

/** `computed: { on() { return true; } }`: a member of a component that always has one value, in its template and its methods. */
export const followMembersOfComponent: Follower<Session> = (session, path, flags) => {
  let any = false;
  const done = new Set<string>();
  for (;;) {
    const file = parsedFile(session, path);
    const next = file && computedOf(session, file).find(({ name }) => !done.has(name));
    if (!file || !next) return any;
    done.add(next.name);
    const grounds = session.touching(path, next.fn.start!, next.fn.end!);
    const flag = flagBehind(session, flags, grounds);
    if (!flag || isExtended(session, path)) continue;
    const line = session.lineOf(path, next.fn.start!);
    const { returned } = resultsOf(next.fn as never);
    any =
      foldEverywhere(session, flag, {
        known: {
          name: next.name,
          value: next.value,
          because: 'what it is computed by always gives it',
          place: { path, line },
          grounds,
        },
        path,
        anchor: next.fn.start!,
        uses() {
          const present = parsedFile(session, path);
          const object = present && componentObject(present);
          if (!present || !object) return [];
          return usesOfMember(present, object, next.name).map((node) => ({
            file: present,
            node,
            plan: () => planValue(session, present, { node, value: next.value }),
          }));
        },
        doubts: [],
        left: undefined,
        flow: { path, code: 'returned-value', lines: returned.map(({ start }) => session.lineOf(path, start!)) },
      }) || any;
  }
};

interface Computed {
  readonly name: string;
  readonly fn: Node;
  readonly value: Constant;
}

/** The members that are computed by a function which only gives a constant, and in which a draft had a hand. */
function computedOf(session: Session, file: SourceFile): readonly Computed[] {
  const object = componentObject(file);
  const section: ObjectExpression | undefined = object && sectionOf(object, 'computed');
  return (section?.properties ?? []).flatMap((member): readonly Computed[] => {
    const name = nameOfMember(member);
    const fn = member.type === 'ObjectProperty' ? member.value : member;
    if (name === undefined || !(fn.type === 'ObjectMethod' || isFunctionNode(fn))) return [];
    if ((fn.type === 'ObjectMethod' && fn.kind !== 'method') || fn.async || fn.generator || !onlyComputes(file, fn))
      return [];
    const known = constantResult(file, fn);
    if (!known || !resultsOf(fn).returned.some((one) => constantHere(session, file, one))) return [];
    return session.touching(file.path, fn.start!, fn.end!).length > 0 ? [{ name, fn, value: known.value }] : [];
  });
}

/** Another component takes this one for its base, and may give the member another value. */
function isExtended(session: Session, path: string): boolean {
  return importersOf(session, path).some((one) => /\b(?:extends|mixins)\b/.test(session.read(one) ?? ''));
}

import type { Identifier, Node, ObjectExpression, VariableDeclarator } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, parsedFile, scopesOf, skip, walk, withoutTypes } from '@ffsd/typescript';
import { flagBehind } from '../flag-behind.ts';
import type { Follower } from '../follow-all.ts';
import type { SettledFlag } from '../language.ts';
import { constantHere } from './constant-here.ts';
import { bindingAt } from './fold-binding.ts';
import type { ValueUse } from './fold-everywhere.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { formerUsers } from './former-writers.ts';
import { isPublished } from './is-published.ts';
import { isWritten } from './is-written.ts';
import { memberName } from './member-of-class.ts';
import { outward } from './member-read.ts';
import { planUses, planValue } from './plan-value.ts';
import { readsOfName } from './reads-of-name.ts';
import type { Session } from './session.ts';

/** `const features = { isNew: true }`: the property, as long as all that is ever done with the object is to read its members. */
export const followObjects: Follower<Session> = (session, path, flags) => {
  let any = false;
  const done = new Set<string>();
  for (;;) {
    const file = parsedFile(session, path);
    const idOf = ({ id, names }: Property) => `${session.originOf(path, id.start! + 1)} ${names.join('.')}`;
    const next = file && candidatesIn(session, file).find((one) => !done.has(idOf(one)));
    if (!file || !next) return any;
    done.add(idOf(next));
    any = followOne(session, file, next, flags) || any;
  }
};

interface Property {
  readonly id: Identifier;
  /** From the object to the value. */
  readonly names: readonly string[];
  readonly node: Node;
  readonly value: Constant;
  /** A function of the object may write to it. */
  readonly hasThis: boolean;
}

/** The properties of object literals in which a draft had a hand. */
function candidatesIn(session: Session, file: SourceFile): readonly Property[] {
  const found: Property[] = [];
  walk(file.tree.program, (declarator) => {
    if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || !declarator.init) return;
    const object = objectIn(declarator);
    if (!object) return;
    for (const { names, node } of propertiesOf(object, [])) {
      const known = constantHere(session, file, node);
      if (!known || session.touching(file.path, node.start!, node.end!).length === 0) continue;
      found.push({ id: declarator.id, names, node, ...known, hasThis: usesThis(object) });
    }
  });
  return found;
}

/** The literal, also behind `Object.freeze(…)` and types. */
function objectIn({ init }: VariableDeclarator): ObjectExpression | undefined {
  let node = withoutTypes(init!);
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.arguments[0]) {
    const { object, property } = node.callee;
    const isFreeze = object.type === 'Identifier' && object.name === 'Object' && memberName(property) === 'freeze';
    if (isFreeze) node = withoutTypes(node.arguments[0]);
  }
  return node.type === 'ObjectExpression' ? node : undefined;
}

function* propertiesOf(
  object: ObjectExpression,
  above: readonly string[],
): Generator<{ readonly names: readonly string[]; readonly node: Node }> {
  // What is spread in, or has a computed name, may be the same property again.
  if (object.properties.some((one) => one.type === 'SpreadElement' || one.computed)) return;
  const seen = object.properties.map((one) => ('key' in one ? memberName(one.key) : undefined));
  for (const [index, property] of object.properties.entries()) {
    const name = seen[index];
    if (property.type !== 'ObjectProperty' || name === undefined || seen.indexOf(name) !== seen.lastIndexOf(name))
      continue;
    const names = [...above, name];
    const value = withoutTypes(property.value);
    if (value.type === 'ObjectExpression') yield* propertiesOf(value, names);
    else yield { names, node: property.value };
  }
}

function usesThis(object: Node): boolean {
  let used = false;
  walk(object, (node) => {
    if (/^Class/.test(node.type)) return skip;
    used ||= node.type === 'ThisExpression';
    return undefined;
  });
  return used;
}

function followOne(session: Session, file: SourceFile, property: Property, flags: readonly SettledFlag[]): boolean {
  const { path } = file;
  const { id, names, node, value } = property;
  const declarator = parentsOf(file).parent(id)!;
  const grounds = [
    ...session.touching(path, declarator.start!, declarator.end!),
    ...formerUsers(session, file, id.start!),
    ...formerUsersElsewhere(session, id.name),
  ];
  const flag = flagBehind(session, flags, session.touching(path, node.start!, node.end!));
  if (!flag) return false;
  const shown = [id.name, ...names].join('.');
  const { hindrance } = usesOf(session, file, property);
  const lines = [node, parentsOf(file).parent(node)!].map(({ start }) => session.lineOf(path, start!));
  return foldEverywhere(session, flag, {
    known: {
      name: shown,
      value,
      because: `it is given ${JSON.stringify(value)}, and all that is done with ${id.name} is to read its members`,
      place: { path, line: lines[0]! },
      grounds,
    },
    path,
    anchor: id.start!,
    uses(anchor) {
      const present = parsedFile(session, path);
      const now =
        present &&
        candidatesIn(session, present).find(
          (one) => one.id.start === anchor && one.names.join('.') === names.join('.'),
        );
      if (!present || !now) return [];
      const found = usesOf(session, present, now);
      return found.hindrance ? [] : found.uses;
    },
    doubts: [],
    left: hindrance,
    flow: { path, code: 'stored-value', lines },
  });
}

/** The drafts that removed text with the name in other files: there the object may have been handed on. */
function formerUsersElsewhere(session: Session, name: string): readonly string[] {
  return session
    .changed()
    .filter((path) => session.base.read(path)?.includes(name))
    .flatMap((path) => session.historyOf(path))
    .filter(({ before, edits }) => edits.some(({ start, end }) => before.slice(start, end).includes(name)))
    .map(({ key }) => key);
}

interface Uses {
  readonly uses: readonly ValueUse[];
  /** Where the object goes to, so that its members may be written there. */
  readonly hindrance: string | undefined;
}

function usesOf(session: Session, file: SourceFile, { id, names, value, hasThis }: Property): Uses {
  const { path } = file;
  const binding = bindingAt(file, id.start!);
  const all = binding && readsOfName(session, path, id);
  if (!binding || !all) return { uses: [], hindrance: 'its uses are not known' };
  if (all.unknown) return { uses: [], hindrance: `${all.unknown.because} (${all.unknown.path})` };
  if (binding.exported && (isPublished(session.base, path, binding.name) || isPublished(session.base, path, 'default')))
    return { uses: [], hindrance: 'it is published' };
  const uses: ValueUse[] = [];
  let hindrance: string | undefined;
  for (const read of all.reads) {
    const found = usesAt(session, read.file, read.node, names, value, hasThis);
    if (found === 'unknown') hindrance ??= `the object is handed on or written to (${read.file.path})`;
    else uses.push(...found);
  }
  return { uses, hindrance };
}

/** What one use of the object does with the property. */
function usesAt(
  session: Session,
  file: SourceFile,
  object: Node,
  [name, ...others]: readonly string[],
  value: Constant,
  hasThis: boolean,
): readonly ValueUse[] | 'unknown' {
  const parents = parentsOf(file);
  const use = outward(parents, object);
  if (use?.type === 'ExpressionStatement') return [];
  if (use?.type === 'VariableDeclarator' && use.id.type === 'ObjectPattern' && use.init) {
    if (others.length > 0 || use.id.properties.some((one) => one.type === 'RestElement' || one.computed))
      return 'unknown';
    return use.id.properties.flatMap((one) => {
      if (one.type !== 'ObjectProperty' || memberName(one.key) !== name) return [];
      const local = one.value.type === 'AssignmentPattern' ? one.value.left : one.value;
      const isUsed = local.type === 'Identifier' && (scopesOf(file).bindingOf(local)?.references.length ?? 0) > 0;
      return isUsed ? [{ file, node: local, plan: () => planUses(session, file, local, value) }] : [];
    });
  }
  if (use?.type !== 'MemberExpression' && use?.type !== 'OptionalMemberExpression') return 'unknown';
  if (withoutTypes(use.object) !== withoutTypes(object)) return 'unknown';
  if (use.computed && use.property.type !== 'StringLiteral') return 'unknown';
  const isMeant = memberName(use.property) === name;
  if (isWritten(file, use)) return isMeant ? 'unknown' : [];
  if (!isMeant) {
    const call = outward(parents, use);
    const isCalled = call?.type === 'CallExpression' && withoutTypes(call.callee) === use;
    return isCalled && hasThis ? 'unknown' : [];
  }
  if (others.length > 0) return usesAt(session, file, use, others, value, hasThis);
  return [{ file, node: use, plan: () => planValue(session, file, { node: use, value }) }];
}

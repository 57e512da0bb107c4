import type { AnyNode, ClassPlace } from '@ffsd/python';
import { dottedName, findAll, parsedFile } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { Callee } from './callee.ts';
import { classOfCls, classWith, memberOf } from './callee.ts';
import type { CallList } from './calls-of.ts';
import { callOf, usedExpression } from './calls-of.ts';
import type { ClassFamily } from './class-family.ts';
import { familyOf, membersOf } from './class-family.ts';
import { meansOnly } from './means-only.ts';
import type { PlacedReference } from './references-of.ts';
import { referencesOf } from './references-of.ts';

/**
 * Every call that runs an `__init__`: of its class, of the classes below that have none of their own, of `super().__init__` in those
 * that have, and of `cls` and `type(self)`.
 */
export function addConstructorUses(workspace: Workspace, callee: Callee, list: CallList): void {
  const { owner, path, node } = callee;
  if (!owner) return;
  const family = familyOf(workspace, owner);
  for (const base of family.outside) {
    list.addHindrance({ path, offset: node.name.start, kind: 'outside', because: `may be called by ${base}` });
  }
  for (const one of [owner, ...family.above, ...family.below]) {
    const made = findAll(one.node, 'FunctionDef').find(({ name }) => name.value === '__new__');
    if (made)
      list.addHindrance({ path: one.path, offset: made.start, kind: 'override', because: 'comes behind a `__new__`' });
  }
  const makers = [owner, ...family.below].filter((one) => memberOf(workspace, one, '__init__')?.node === node);
  addConstructions(workspace, makers, family, list);
  for (const one of membersOf(family)) addInits(workspace, one, callee, family, list);
}

/** Every call that makes an object of one of the classes, which all have the same constructor. */
export function addConstructions(
  workspace: Workspace,
  makers: readonly ClassPlace[],
  family: ClassFamily,
  list: CallList,
): void {
  for (const maker of makers) addReferences(workspace, maker, list);
  for (const one of membersOf(family)) addSelfMade(workspace, one, makers, list);
}

/** What is done with a class by its name. */
function addReferences(workspace: Workspace, maker: ClassPlace, list: CallList): void {
  const file = parsedFile(workspace, maker.path);
  const references = file && referencesOf(workspace, file, maker.node.name);
  if (!references) {
    const offset = maker.node.name.start;
    list.addHindrance({
      path: maker.path,
      offset,
      kind: 'unclear',
      because: 'is reached in ways that nobody can tell',
    });
  }
  for (const reference of references ?? []) addReference(workspace, reference, maker, list);
}

function addReference(
  workspace: Workspace,
  { path, offset, node, file, kind }: PlacedReference,
  maker: ClassPlace,
  list: CallList,
): void {
  switch (kind) {
    case 'import':
    case 'export':
    case 'type':
      return;
    case 'call':
    case 'read': {
      const used = node && withoutIndex(usedExpression(node));
      const init = used && initOf(used);
      const call = used && callOf(init ?? used);
      // `Page.__init__(self, …)` gives `self` in its words.
      if (call && file) {
        const sure = meansOnly(workspace, file, usedExpression(node), maker.path);
        list.addCall({ path, file, call, bound: !init, sure });
      } else if (!used || !isHarmless(used)) {
        list.addHindrance({ path, offset, kind: 'value', because: 'is handed on as a value' });
      }
      return;
    }
    case 'textual': {
      const call = node && callOf(withoutIndex(usedExpression(node)));
      if (call && file) list.addCall({ path, file, call, bound: true, sure: false });
      else list.addHindrance({ path, offset, kind: 'unclear', because: 'may be used here' });
      return;
    }
    case 'string':
      list.addHindrance({ path, offset, kind: 'string', node, because: 'is named by a string' });
      return;
    case 'write':
    case 'delete':
    case 'override':
      list.addHindrance({ path, offset, kind: 'write', because: 'is bound to something else, too' });
      return;
    default:
      kind satisfies never;
  }
}

function initOf({ parent }: AnyNode): AnyNode | undefined {
  return parent?.type === 'Attribute' && parent.attr.value === '__init__' ? parent : undefined;
}

/** `Page[int](…)` */
function withoutIndex(node: AnyNode): AnyNode {
  return node.parent?.type === 'Subscript' && node.parent.value === node ? node.parent : node;
}

/** Places that take a class and do not make objects of it. */
function isHarmless(used: AnyNode): boolean {
  const { parent } = used;
  switch (parent?.type) {
    case 'Attribute':
      return !/^__(?:new|call|class|subclasses|init)__$/.test(parent.attr.value);
    case 'ExceptHandler':
    case 'MatchClass':
      return true;
    case 'Element':
      return parent.parent?.type === 'Tuple' && isHarmless(parent.parent);
    case 'Arg': {
      const call = parent.parent;
      // A base of another class.
      if (call?.type === 'ClassDef') return call.bases.includes(parent);
      const name = call?.type === 'Call' ? (dottedName(call.func) ?? lastName(call.func)) : '';
      return (
        takers.test(name) ||
        mockMakers.test(name) ||
        /^(?:spec|spec_set|autospec|iface|bound)$/.test(parent.keyword?.value ?? '')
      );
    }
    default:
      return false;
  }
}

function lastName(func: AnyNode): string {
  return func.type === 'Attribute' ? func.attr.value : '';
}

/** `find_service` and `iface` are of pyramid-services, which makes objects by the factory that it is given. */
const takers =
  /(?:^|\.)(?:isinstance|issubclass|cast|TypeVar|create_autospec|super|find_service|raises|assertRaises|assertIsInstance|NewType)$/;

/** `mock_service(Page)`: helpers of tests that make something which looks like an object of the class. */
const mockMakers = /(?:^|[._])(?:mock|stub|fake)(?:_|$)|_(?:mock|stub|fake|spec)$/i;

/** `super().__init__(…)` and `self.__init__(…)` in the classes of the family. */
function addInits(
  workspace: Workspace,
  place: ClassPlace,
  { node: own }: Callee,
  family: ClassFamily,
  list: CallList,
): void {
  const { path, node } = place;
  const file = parsedFile(workspace, path);
  const isAbove = place === family.owner || family.above.includes(place);
  for (const access of findAll(node, 'Attribute')) {
    if (!file || access.attr.value !== '__init__' || classWith(access) !== node) continue;
    const isSuper = access.value.type === 'Call' && dottedName(access.value.func) === 'super';
    const isSelf = access.value.type === 'Name' && access.value.value === 'self';
    // What stands above does not reach down; a class by its name is one of the references.
    if ((isSuper && isAbove && family.beside.length === 0) || (!isSuper && !isSelf)) continue;
    const next = isSuper ? memberOf(workspace, place, '__init__', true) : undefined;
    if (next && next.node !== own && family.beside.length === 0) continue;
    const call = callOf(access);
    const sure = next?.node === own && family.beside.length === 0;
    if (call) list.addCall({ path, file, call, bound: true, sure });
    else {
      list.addHindrance({
        path,
        offset: access.start,
        kind: 'value',
        because: 'has its `__init__` handed on as a value',
      });
    }
  }
}

/** `cls(…)`, `type(self)(…)` and `self.__class__(…)` in the class itself. */
function addSelfMade(
  workspace: Workspace,
  { path, node }: ClassPlace,
  makers: readonly ClassPlace[],
  list: CallList,
): void {
  const file = parsedFile(workspace, path);
  if (!file) return;
  const sure = makers.some((maker) => maker.node === node);
  for (const name of findAll(node, 'Name')) {
    if (!classOfCls(name, file) || name.parent?.type === 'Param') continue;
    const call = callOf(name);
    if (call) list.addCall({ path, file, call, bound: true, sure });
    else if (name.parent?.type !== 'Attribute' && !isHarmless(name)) {
      list.addHindrance({ path, offset: name.start, kind: 'value', because: 'is handed on as `cls`' });
    }
  }
  for (const call of findAll(node, 'Call')) {
    if (isOwnClass(call.func)) list.addCall({ path, file, call, bound: true, sure });
  }
}

function isOwnClass(node: AnyNode): boolean {
  if (node.type === 'Attribute') return node.attr.value === '__class__';
  return node.type === 'Call' && dottedName(node.func) === 'type' && node.args.length === 1;
}

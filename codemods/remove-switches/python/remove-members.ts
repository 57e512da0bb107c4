import type { FileEdit } from '@ffsd/changes';
import { inOrder } from '@ffsd/edits';
import type { AnyNode, ClassDef, ClassPlace, SourceFile } from '@ffsd/python';
import { dottedName, findAll, isCode, parsedFile, scopesOf } from '@ffsd/python';
import { isTestPath } from '../test-path.ts';
import { classAround } from './callee.ts';
import { familyOf } from './class-family.ts';
import { isDistinctive } from './is-distinctive.ts';
import { isInstalled } from './is-installed.ts';
import { isInDistribution } from './is-published.ts';
import type { Note } from './later-notes.ts';
import { lostWords } from './lost-words.ts';
import { memberCandidates } from './member-candidates.ts';
import type { MemberUse } from './member-uses.ts';
import { memberUses } from './member-uses.ts';
import { assignmentOf } from './member-values.ts';
import { removal } from './remove-statement.ts';
import type { Session } from './session.ts';
import { makeSite } from './site.ts';
import type { RemovalStep } from './stepwise-removal.ts';
import { stepwise } from './stepwise-removal.ts';
import { whatBreaks } from './what-breaks.ts';
import { describePlaces, whereNamed } from './where-named.ts';

/**
 * Removes methods, properties and attributes of classes that nothing uses any more because of the changes so far, and what is only ever
 * written to them.
 *
 * Nothing may use a member of that name but of objects that are known to be others, no text may name it, and it must not be one that
 * a framework calls by its name.
 *
 * @returns whether anything was removed
 */
export function removeMembers(session: Session, note: Note): boolean {
  for (const { path, owner, name } of memberCandidates(session)) {
    // The tree that families and uses are told of.
    const file = isInstalled(path) ? undefined : parsedFile(session, path);
    if (!file || scopesOf(file).hasDynamicScope) continue;
    for (const member of membersIn(file)) {
      const isMeant = member.name === name && (owner === undefined || member.owner.name.value === owner);
      if (isMeant && removeOne(session, file, member, note)) return true;
    }
  }
  return false;
}

interface Member {
  readonly owner: ClassDef;
  readonly name: string;
  /** The statements that make it: a method, a property with its setter, assignments. */
  readonly statements: readonly AnyNode[];
}

function membersIn(file: SourceFile): readonly Member[] {
  const found = new Map<string, { owner: ClassDef; name: string; statements: AnyNode[] }>();
  const add = (owner: ClassDef | undefined, name: string, statement: AnyNode) => {
    if (!owner) return;
    const key = `${owner.start} ${name}`;
    const member = found.get(key) ?? { owner, name, statements: [] };
    member.statements.push(statement);
    found.set(key, member);
  };
  for (const node of findAll(file.tree, ['FunctionDef', 'Assign', 'AnnAssign'])) {
    if (node.type === 'FunctionDef') add(classAround(node), node.name.value, node);
    else {
      const targets = node.type === 'Assign' ? node.targets.map(({ target }) => target) : [node.target];
      const [target] = targets;
      if (targets.length > 1 || !target) continue;
      if (target.type === 'Name') add(classWithBody(node), target.value, node);
      else if (target.type === 'Attribute' && isSelf(target.value)) add(classOfSelf(node), target.attr.value, node);
    }
  }
  return [...found.values()];
}

/** The class in whose body the assignment stands. */
function classWithBody(node: AnyNode): ClassDef | undefined {
  const owner = node.parent?.parent?.parent;
  return owner?.type === 'ClassDef' ? owner : undefined;
}

function isSelf(node: AnyNode): boolean {
  return node.type === 'Name' && node.value === 'self';
}

function classOfSelf(node: AnyNode): ClassDef | undefined {
  for (let at: AnyNode | null = node.parent; at; at = at.parent) {
    if (at.type === 'ClassDef') return at;
    if (at.type === 'FunctionDef' && classAround(at)) return classAround(at);
  }
  return undefined;
}

function removeOne(session: Session, file: SourceFile, { owner, name, statements }: Member, note: Note): boolean {
  const { path } = file;
  const place: ClassPlace = { path, node: owner };
  if (/^__.*__$/.test(name) || !statements.every((one) => isOwnKind(session, file, one))) return false;
  const family = familyOf(session, place);
  const isField = statements.some(({ type }) => type !== 'FunctionDef');
  // A field of a dataclass, a model or an enumeration is more than what reads it.
  if (
    isField &&
    (family.outside.length > 0 ||
      isDescribed(owner) ||
      [...family.above, ...family.below].some(({ node }) => isDescribed(node)))
  )
    return false;
  if (family.outside.length > 0 && isHook(name)) return false;
  const isWithin = (one: MemberUse) =>
    one.path === path && statements.some((statement) => startOf(statement) <= one.offset && one.offset < statement.end);
  const uses = memberUses(session, family, name).filter((one) => one.meant !== 'other' && !isWithin(one));
  if (uses.some((one) => !isTestPath(one.path) || isTestPath(path))) return false;
  if (!wasUsed(session, place, name)) return false;
  const at = { path, line: session.lineOf(path, statements[0]!.start) };
  const label = `${owner.name.value}.${name}`;
  const others = uses.filter((one) => !isMereWrite(one));
  if (others.length > 0) {
    const places = others.map((one) => ({ path: one.path, line: session.lineOf(one.path, one.offset) }));
    note({ place: at, code: 'used-by-tests', because: `${label} is used ${describePlaces(places)}` });
    return false;
  }
  const text = whereNamed(session, name, path).find((one) => !isCode(one.path));
  if (text) {
    const by = `${text.path}, line ${text.line},`;
    note({ place: at, code: 'named-elsewhere', because: `nothing uses ${label} any more, but ${by} names it` });
    return false;
  }
  if (!name.startsWith('_') && isInDistribution(session.base, path)) {
    note({
      place: at,
      code: 'published',
      because: `nothing here uses ${label} any more, but the package offers its class`,
    });
    return false;
  }
  if (!session.isEditable(path)) return false;
  const steps = statements.map((): RemovalStep => (now) => removalOfFirst(session, now, owner.name.value, name));
  const edits = stepwise(file, steps);
  const writes = withoutWrites(session, uses);
  if (!edits || edits.length === 0 || !writes) {
    note({ place: at, code: 'unused-member', because: `nothing uses ${label} any more, but it cannot go by itself` });
    return false;
  }
  const kind = isField ? 'the attribute' : isProperty(statements[0]!) ? 'the property' : 'the method';
  return session.commit({
    key: `member ${path} ${label} ${session.originOf(path, statements[0]!.start)}`,
    title: `Remove ${kind} ${name} of ${owner.name.value} from ${path.split('/').at(-1)}`,
    why: `Nothing uses ${name} any more once the changes that this one depends on are made. See that nothing reaches it by its name as a text.`,
    safety: 'review',
    evidence: [{ kind: 'no-other-reference', text: `no use of ${label} is left in the workspace`, place: at }],
    files: [{ kind: 'edit', path, edits }, ...writes],
    dependsOn: lostWords(session).get(name) ?? [],
  });
}

/** `service.compact = True` in a test: nobody looks for it any more, and an object with a specification would refuse it. */
function isMereWrite({ path, kind, node, meant }: MemberUse): boolean {
  const statement = node && assignmentOf(node);
  return isTestPath(path) && kind === 'write' && meant !== 'other' && statement?.parent?.type === 'SimpleStatementLine';
}

/** The edits of the tests that lose such statements; undefined where one cannot go by itself. */
function withoutWrites(session: Session, uses: readonly MemberUse[]): readonly FileEdit[] | undefined {
  const files: FileEdit[] = [];
  for (const path of new Set(uses.map((one) => one.path))) {
    const own = uses.filter((one) => one.path === path);
    const file = own[0]!.file;
    const statements = own.map(({ node }) => assignmentOf(node!)!);
    const isFree = statements.every(({ value }) => value && file && makeSite(session, file).isPure(value));
    if (!file || !isFree || !session.isEditable(path)) return undefined;
    const edits = inOrder(statements.flatMap((one) => removal(makeSite(session, file), one)));
    if (whatBreaks(file, edits)) return undefined;
    files.push({ kind: 'edit', path, edits });
  }
  return files;
}

/** `@kind.setter` stands before the definition. */
function startOf(statement: AnyNode): number {
  return statement.type === 'FunctionDef' ? (statement.decorators[0]?.start ?? statement.start) : statement.start;
}

/** The first statement that makes the member, on the text as it is by then. */
function removalOfFirst(session: Session, file: SourceFile, owner: string, name: string): ReturnType<RemovalStep> {
  const member = membersIn(file).find((one) => one.owner.name.value === owner && one.name === name);
  const statement = member?.statements[0];
  return statement ? removal(makeSite(session, file), statement as Parameters<typeof removal>[1]) : 'refused';
}

/** What can go without anybody noticing but who names it: plain methods and properties, and values without an effect. */
function isOwnKind(session: Session, file: SourceFile, statement: AnyNode): boolean {
  if (statement.type === 'FunctionDef')
    return statement.decorators.every(({ decorator }) => isPlainDecorator(decorator));
  if (statement.type !== 'Assign' && statement.type !== 'AnnAssign') return false;
  return !statement.value || makeSite(session, file).isPure(statement.value);
}

function isPlainDecorator(node: AnyNode): boolean {
  const name = dottedName(node) ?? '';
  return /^(?:(?:functools\.)?cached_property|property|staticmethod|classmethod|(?:abc\.)?abstractmethod|(?:typing\.)?override|\w+\.(?:setter|deleter|getter))$/.test(
    name,
  );
}

function isProperty(statement: AnyNode): boolean {
  return (
    statement.type === 'FunctionDef' &&
    statement.decorators.some(({ decorator }) => /property$/.test(dottedName(decorator) ?? ''))
  );
}

/** `@dataclass` and the like make something of the fields. */
function isDescribed({ decorators, bases }: ClassDef): boolean {
  return (
    decorators.length > 0 ||
    bases.some(({ value }) => /(?:NamedTuple|TypedDict|Protocol|Enum|Model|Schema)$/.test(dottedName(value) ?? ''))
  );
}

/** Names that frameworks call by themselves on what inherits from them. */
function isHook(name: string): boolean {
  return /^(?:get|post|put|patch|delete|head|options|trace|(?:get|set|clean|validate|to|from|on|handle|do|visit|pre|post|perform|has|is|can|should|test|render|process|form|add|allow|filter|create|update|list|make|build|format|send|receive|save|log|resolve|lookup|check|generate|prepare|parse|setup|tear_?down)_\w+|clean|validate|full_clean|save|run|main|dispatch|setup|setUp\w*|tearDown\w*|initial|initialize|finalize\w*|retrieve|destroy|create|update|list|partial_update|queryset|emit|filter|format|write|read|close|flush|open|default|encode|decode|perform|send|receive|authenticate|start|stop|execute|ready|handle|process|render|items|location|lastmod|authorize)$/.test(
    name,
  );
}

/** Whether product code used the member before the first change, as far as that can be told. */
function wasUsed(session: Session, { path, node }: ClassPlace, name: string): boolean {
  const original = parsedFile(session.base, path);
  const owner = original && findAll(original.tree, 'ClassDef').find((one) => one.name.value === node.name.value);
  if (!owner) return false;
  const own = findAll(owner, 'FunctionDef').filter((one) => one.name.value === name && classAround(one) === owner);
  return memberUses(session.base, familyOf(session.base, { path, node: owner }), name).some(
    ({ meant, kind, path: at, offset }) =>
      // A method that calls itself is not used by that.
      !(at === path && own.some(({ start, end }) => start <= offset && offset < end)) &&
      (kind === 'read' || kind === 'call') &&
      (!isTestPath(at) || isTestPath(path)) &&
      (meant === 'own' || (meant === 'unknown' && isDistinctive(name))),
  );
}

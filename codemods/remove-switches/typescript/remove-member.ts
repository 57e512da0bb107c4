import type { Class, Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, parentsOf, removeStatements, scopesOf, walk } from '@ffsd/typescript';
import { isNamedByTemplate } from '../angular/named-by-template.ts';
import { usersOf } from '../users-of.ts';
import { makeSite } from './make-site.ts';
import { originOfName } from './origin-of-name.ts';
import type { Session } from './session.ts';

/**
 * Removes a method or field of a class that is private and that the class no longer names because of the changes so far.
 *
 * Nothing outside of the class can reach `#form`. `private form` can be reached by `checkout['form']`, so every file is
 * searched for that; a member with a decorator is called by a framework.
 *
 * @returns whether one was removed
 */
export function removeMember(session: Session, path: string, original: SourceFile): boolean {
  const file = session.parse(path);
  if (!file) return false;
  const site = makeSite(session, file);
  for (const member of privateMembers(file)) {
    const { name, node, hard } = member;
    const writes = mereWrites(file, member);
    if (!writes) continue;
    const then = privateMembers(original).find(
      (one) => one.name === name && one.node.start === originOfName(session, path, node.start!),
    );
    const uses = then ? usesOf(original, then) : [];
    // A field that was only written before is none of this run's business.
    if (uses.length <= writes.length) continue;
    const place = { path, line: session.lineOf(path, node.start!) };
    if (
      !isInert(member, site.isPure) ||
      !writes.every(({ value }) => site.isPure(value)) ||
      (!hard && (isReachedByText(session, name) || isNamedByTemplate(session, file, member.owner, name)))
    ) {
      const because = `the class does not use ${name} any more, but it may be reached in another way, or has an effect`;
      session.keep({ place, code: 'unused-member', because });
      continue;
    }
    return session.commit({
      key: `member ${path} ${name} ${then!.node.start}`,
      title: `Remove the private member ${name} from ${path.split('/').at(-1)}`,
      why: `The class does not use ${name} any more once the changes that this one depends on are made.${hard ? '' : ' See that no test or template reaches for it.'}`,
      safety: hard ? 'safe' : 'review',
      evidence: [{ kind: 'no-other-reference', text: `the class does not name ${name} anywhere else`, place }],
      files: [
        {
          kind: 'edit',
          path,
          edits: inOrder(
            [node, ...writes.map(({ statement }) => statement)].flatMap((one) => removeStatements(file, one, one)),
          ),
        },
      ],
      dependsOn: usersOf(
        session,
        path,
        uses.map(({ start }) => start!),
      ),
    });
  }
  return false;
}

interface Member {
  readonly name: string;
  readonly node: Node;
  readonly owner: Class;
  /** `#form`, which the language itself hides. */
  readonly hard: boolean;
}

function privateMembers(file: SourceFile): readonly Member[] {
  const found: Member[] = [];
  walk(file.tree.program, (owner) => {
    if (owner.type !== 'ClassDeclaration' && owner.type !== 'ClassExpression') return;
    const members = owner.body.body.flatMap((node) => memberOf(owner, node) ?? []);
    // A getter and its setter, or a method and its overloads: none can go by itself.
    found.push(...members.filter((one) => members.every((other) => other === one || other.name !== one.name)));
  });
  return found;
}

function memberOf(owner: Class, node: Node): Member | undefined {
  if (node.type === 'ClassPrivateMethod' || node.type === 'ClassPrivateProperty') {
    return { name: `#${node.key.id.name}`, node, owner, hard: true };
  }
  if (node.type !== 'ClassMethod' && node.type !== 'ClassProperty' && node.type !== 'TSDeclareMethod') return undefined;
  if (node.computed || node.accessibility !== 'private' || node.key.type !== 'Identifier') return undefined;
  return node.type === 'ClassMethod' && node.kind === 'constructor'
    ? undefined
    : { name: node.key.name, node, owner, hard: false };
}

/** Where the class names the member, in any way and of any object, but for the member itself. A local of the same name is another. */
function usesOf(file: SourceFile, { name, node, owner, hard }: Member): readonly Node[] {
  const uses: Node[] = [];
  const isOther = (inner: Node) => {
    const parent = parentsOf(file).parent(inner);
    // What a type lists is somebody else's, too: no type can name a private member.
    if (/^TS(?:PropertySignature|MethodSignature|LiteralType)$/.test(parent?.type ?? '')) return true;
    if (parent?.type !== 'ObjectProperty') return scopesOf(file).bindingOf(inner as never) !== undefined;
    // What a constructor is given in an object is no member of the class, unless the object is one of the class.
    const pattern = parentsOf(file).parent(parent);
    const type = pattern?.type === 'ObjectPattern' ? pattern.typeAnnotation : undefined;
    const ownName = owner.id?.name;
    return type != null && (ownName === undefined || !file.text.slice(type.start!, type.end!).includes(ownName));
  };
  walk(owner, (inner) => {
    if (inner.start! >= node.start! && inner.end! <= node.end!) return;
    const same = hard
      ? inner.type === 'PrivateName' && `#${inner.id.name}` === name
      : (inner.type === 'Identifier' && inner.name === name && !isOther(inner)) ||
        (inner.type === 'StringLiteral' && inner.value === name && !isOther(inner));
    if (same) uses.push(inner);
  });
  return uses;
}

/**
 * The statements that give the member a value which nobody reads, when that is all that the class does with it: `this.form = form;`.
 * Undefined when it is used in any other way.
 */
function mereWrites(file: SourceFile, member: Member): readonly Write[] | undefined {
  const parents = parentsOf(file);
  const writes: Write[] = [];
  const others: Node[] = [];
  for (const use of usesOf(file, member)) {
    const access = parents.parent(use);
    const assignment = access && parents.parent(access);
    const statement = assignment && parents.parent(assignment);
    const list = statement && parents.parent(statement)?.type;
    const isWrite =
      access?.type === 'MemberExpression' &&
      access.object.type === 'ThisExpression' &&
      assignment?.type === 'AssignmentExpression' &&
      assignment.operator === '=' &&
      assignment.left === access &&
      statement?.type === 'ExpressionStatement' &&
      list === 'BlockStatement';
    if (isWrite) writes.push({ statement, value: assignment.right });
    else others.push(use);
  }
  // `this.flags = config.flags;` names it twice, and goes as a whole.
  const isGone = (use: Node) =>
    writes.some(({ statement }) => use.start! >= statement.start! && use.end! <= statement.end!);
  if (!others.every(isGone)) return undefined;
  return member.node.type === 'ClassProperty' || member.node.type === 'ClassPrivateProperty' || writes.length === 0
    ? writes
    : undefined;
}

interface Write {
  readonly statement: Node;
  readonly value: Node;
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((one, other) => one.start - other.start);
}

/** Whether nothing happens when the class is made, and nobody else is told of the member. */
function isInert({ node }: Member, isPure: (node: Node) => boolean): boolean {
  if ('decorators' in node && node.decorators && node.decorators.length > 0) return false;
  if (node.type === 'ClassMethod' || node.type === 'ClassPrivateMethod') return true;
  if (node.type !== 'ClassProperty' && node.type !== 'ClassPrivateProperty') return false;
  return !node.value || isPure(node.value);
}

function isReachedByText(session: Session, name: string): boolean {
  return session.search([`['${name}']`, `["${name}"]`]).some(isCode);
}

import type { AnyNode } from '@ffsd/python';
import { findAll, isCode, stringValue } from '@ffsd/python';
import { constantOf } from '../constant-of.ts';
import { occurrencesOfKey } from '../occurrences-of-key.ts';
import type { Session } from '../session.ts';

/** The names that stand for the key somewhere in the workspace: `NEW = 'new'`, a member of an enum, an entry of a dictionary of keys. */
export function namesOfKey(session: Session, spellings: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of session.search(spellings).filter(isCode)) {
    const file = session.parse(path);
    if (!file) continue;
    for (const one of occurrencesOfKey(file, spellings)) {
      if (one.kind === 'constant') names.add(one.name.value);
      if (one.kind === 'named-entry') names.add(one.name);
    }
  }
  return names;
}

/** The expressions of a file that give the key: its text, and the names that stand for it. What only defines or imports these is none. */
export function usesOfKey(
  session: Session,
  path: string,
  spellings: readonly string[],
  names: ReadonlySet<string>,
): readonly AnyNode[] {
  const file = session.parse(path);
  if (!file) return [];
  const isKey = (node: AnyNode) => spellings.includes(String(constantOf(session, file, node, 'key')?.value ?? ''));
  const found: AnyNode[] = [];
  for (const node of findAll(file.tree, ['SimpleString', 'Name', 'Attribute'])) {
    if (node.type === 'SimpleString') {
      if (spellings.includes(stringValue(node) ?? '')) found.push(node);
    } else if (node.type === 'Name') {
      if (names.has(node.value) && isOwnExpression(node) && isKey(node)) found.push(node);
    } else if (node.type === 'Attribute') {
      const member = node.attr.value === 'value' && node.value.type === 'Attribute' ? node.value.attr : node.attr;
      if (names.has(member.value) && !isRead(node) && isKey(node)) found.push(node);
    }
  }
  return found;
}

/** The name of an attribute, of a keyword or of what is assigned or imported is no expression of its own. */
function isOwnExpression(node: AnyNode): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'Attribute':
      return parent.value === node;
    case 'Arg':
      return parent.value === node;
    case 'AssignTarget':
    case 'ImportAlias':
    case 'AsName':
    case 'Param':
      return false;
    default:
      return true;
  }
}

/** `Flag.NEW` in `Flag.NEW.value`: the outer one is the use. */
function isRead(node: AnyNode): boolean {
  const { parent } = node;
  return parent?.type === 'Attribute' && parent.value === node && parent.attr.value === 'value';
}

import type { Node } from '@babel/types';
import { isCode, parentsOf, walk } from '@ffsd/typescript';
import { decideRead } from '../decide.ts';
import type { Reads, SettledFlag } from '../language.ts';
import { isMinified } from '../minified.ts';
import { isTestPath } from '../test-path.ts';
import { constantOf } from './constant-of.ts';
import { filesOfKey } from './files-of-key.ts';
import type { Occurrence } from './occurrences-of-key.ts';
import { nameOf, occurrencesOfKey } from './occurrences-of-key.ts';
import { readsIn, shapesFor, spellingsOf } from './remove-flag.ts';
import type { Session } from './session.ts';

/**
 * Whether code outside of tests may still read the flag: a read was kept, or the key stands where it is neither a definition nor a name
 * that nobody uses. `cache.get('new')` may be a read in a shape that is not known.
 *
 * @param paths the files that were looked at for reads
 */
export function mayStillRead(session: Session, flag: SettledFlag, reads: Reads, paths: ReadonlySet<string>): boolean {
  const shapes = shapesFor(session, flag, reads);
  const isProduct = (path: string) => isCode(path) && !isTestPath(path) && !isMinified(session.read(path) ?? '');
  for (const path of new Set([...paths, ...filesOfKey(session, flag.key, shapes)])) {
    if (!isProduct(path) || session.read(path) === undefined) continue;
    const file = session.parse(path);
    if (!file) return true;
    if (readsIn(session, file, flag, shapes).some(({ facts }) => decideRead(facts).kind !== 'not-a-read')) return true;
  }
  const spellings = spellingsOf(flag.key, shapes);
  const names = new Set<string>();
  for (const path of session.search(spellings).filter(isProduct)) {
    const file = session.parse(path);
    if (!file) return true;
    for (const one of occurrencesOfKey(file, spellings)) {
      if (isOpen(session, one)) return true;
      const name = nameOfHolder(one);
      if (name) names.add(name);
    }
  }
  return [...names].some((name) => isUsed(session, name, spellings, isProduct));
}

/** `{ flag: 'new' }` may be handed to a reader, unless the entry is known as a name of the key. */
function isOpen({ keyNames }: Session, one: Occurrence): boolean {
  return one.kind === 'other' || (one.kind === 'named-entry' && !keyNames.has(one.name));
}

function nameOfHolder(one: Occurrence): string | undefined {
  if (one.kind === 'named-entry') return one.name;
  return one.kind === 'constant' ? nameOf(one.declarator.id) : undefined;
}

/** Whether code uses the name for the key, beside defining it, importing it and offering it to others. */
function isUsed(
  session: Session,
  name: string,
  spellings: readonly string[],
  isProduct: (path: string) => boolean,
): boolean {
  return session.search([name]).some((path) => {
    if (!isProduct(path)) return false;
    const file = session.parse(path);
    // A file that does not parse may do anything.
    if (!file) return true;
    const parents = parentsOf(file);
    let used = false;
    walk(file.tree.program, (node) => {
      const parent = parents.parent(node);
      if (used || !parent) return;
      const isName = node.type === 'Identifier' && node.name === name && !isDeclaredBy(node, parent);
      // `Flag['NEW']`
      const isText = node.type === 'StringLiteral' && node.value === name && parent.type === 'MemberExpression';
      if (!isName && !isText) return;
      const isMember = parent.type === 'MemberExpression' && parent.property === node;
      const known = constantOf(session, file, isMember ? parent : node);
      used = !known || spellings.includes(String(known.value));
    });
    return used;
  });
}

function isDeclaredBy(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.id === node;
    case 'TSEnumMember':
      return parent.id === node;
    case 'ObjectProperty':
      return parent.key === node && !parent.computed && !parent.shorthand;
    case 'ImportSpecifier':
    case 'ExportSpecifier':
      return true;
    default:
      return false;
  }
}

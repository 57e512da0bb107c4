import type { AnyNode } from '@ffsd/python';
import { findAll, isCode, stringValue } from '@ffsd/python';
import { decideRead } from '../decide.ts';
import type { Reads, SettledFlag } from '../language.ts';
import { isTestPath } from '../test-path.ts';
import { constantOf } from './constant-of.ts';
import { filesOfKey } from './files-of-key.ts';
import { findReads } from './find-reads.ts';
import { shapesFor } from './fold-reads.ts';
import type { Occurrence } from './occurrences-of-key.ts';
import { occurrencesOfKey } from './occurrences-of-key.ts';
import { standsInRow } from './remove-rows.ts';
import type { Session } from './session.ts';
import { spellingsOf } from './spellings.ts';
import { filesWithKey } from './split-key.ts';
import { namesOfKey } from './tests/names-of-key.ts';

/**
 * Whether code outside of tests may still read the flag: a read was kept, or the key stands where it is neither a definition nor a name
 * that nobody uses. `cache.get('new')` may be a read in a shape that is not known.
 *
 * @param paths the files that were looked at for reads
 */
export function mayStillRead(session: Session, flag: SettledFlag, reads: Reads, paths: ReadonlySet<string>): boolean {
  if (!session.files().some(isCode)) return false;
  const { key } = flag;
  const shapes = shapesFor(session, reads);
  const isProduct = (path: string) => isCode(path) && !isTestPath(path);
  for (const path of new Set([...paths, ...filesOfKey(session, key, shapes)])) {
    if (!isProduct(path) || session.read(path) === undefined) continue;
    const file = session.parse(path);
    if (!file) return true;
    if (findReads(session, file, shapes, key).some(({ facts }) => decideRead(facts).kind !== 'not-a-read')) return true;
  }
  const spellings = spellingsOf(key, shapes);
  for (const path of filesWithKey(session, spellings).filter(isProduct)) {
    const file = session.parse(path);
    if (!file) return true;
    // A migration puts the flag into the database, or takes it out: that is history.
    if (/(?:^|\/)migrations\//.test(path)) continue;
    if (occurrencesOfKey(file, spellings).some((one) => isOpen(session, flag, one))) return true;
  }
  return [...namesOfKey(session, spellings)].some((name) => isUsed(session, name, spellings, isProduct));
}

/** `{'flag': 'new'}` may be handed to a reader, unless the entry is known as a name of the key. */
function isOpen(session: Session, flag: SettledFlag, one: Occurrence): boolean {
  if (one.kind === 'other') return !isOtherName(one.node) && !standsInRow(session, one.file, flag, one.node);
  return one.kind === 'named-entry' && !session.keyNames.has(one.name);
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
    return findAll(file.tree, ['Name', 'SimpleString']).some((node) => {
      // `Flag['NEW']`, `getattr(keys, 'NEW')`
      if (node.type === 'SimpleString') return stringValue(node) === name && node.parent?.type !== 'DictElement';
      if (node.type !== 'Name' || node.value !== name || isBoundBy(node)) return false;
      const isMember = node.parent?.type === 'Attribute' && node.parent.attr === node;
      const known = constantOf(session, file, isMember ? (node.parent as AnyNode) : node, 'key');
      return !known || spellings.includes(String(known.value));
    });
  });
}

function isBoundBy({ parent }: AnyNode): boolean {
  return /^(?:AssignTarget|AnnAssign|ImportAlias|AsName)$/.test(parent?.type ?? '');
}

/** `ForeignKey(Course, related_name='new')` names something of the database, and no flag. */
function isOtherName({ parent }: AnyNode): boolean {
  if (parent?.type !== 'Arg') return false;
  return /^(?:related_name|related_query_name|verbose_name|verbose_name_plural|db_table|db_column|help_text)$/.test(
    parent.keyword?.value ?? '',
  );
}

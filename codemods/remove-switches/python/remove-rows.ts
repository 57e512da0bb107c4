import type { AnyNode, Call, ListItem, SourceFile } from '@ffsd/python';
import { dottedName, findAll, isCode, removeListItem, stringValue } from '@ffsd/python';
import type { SettledFlag } from '../language.ts';
import type { Session } from './session.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * Removes the row of a flag from a register that the user names as a definition: `Setting('dashboard', 'rosters', asbool)` in a list of
 * such calls. The other texts of the row must stand in a read of the flag, too: `settings.get('dashboard', 'rosters')`.
 */
export function removeRows(
  session: Session,
  flag: SettledFlag,
  readers: readonly string[],
  definitions: readonly string[],
): void {
  if (readers.length === 0) return;
  const named = new Set(definitions.map((one) => one.replace(/^\.\//, '').split('#')[0]!));
  for (const path of session.search([flag.key])) {
    if (!named.has(path) || !isCode(path) || !session.isEditable(path)) continue;
    for (let again = true; again; ) {
      const file = session.parse(path);
      const row = file && rowsIn(file, flag.key).find((one) => isRead(session, flag, one));
      again = row !== undefined && commitRow(session, flag, file!, row, readers);
    }
  }
}

/** Whether the text stands in such a row: it lists the flag, and reads it nowhere. */
export function standsInRow(session: Session, file: SourceFile, flag: SettledFlag, node: AnyNode): boolean {
  return rowsIn(file, flag.key).some(
    (row) => row.call.start <= node.start && node.end <= row.call.end && isRead(session, flag, row),
  );
}

interface Row {
  readonly entry: AnyNode & ListItem;
  readonly call: Call;
}

function rowsIn(file: SourceFile, key: string): readonly Row[] {
  return findAll(file.tree, 'Call').flatMap((call) => {
    const entry = call.parent as AnyNode | null;
    const list = entry?.parent as AnyNode | null | undefined;
    if (entry?.type !== 'Element' || (list?.type !== 'List' && list?.type !== 'Tuple')) return [];
    if (!call.args.some(({ value }) => stringValue(value) === key)) return [];
    const name = dottedName(call.func);
    const isRegister = list.elements.every(({ value }) => value.type === 'Call' && dottedName(value.func) === name);
    return isRegister && name !== undefined && list.elements.length > 1 ? [{ entry, call }] : [];
  });
}

/** Whether the texts of the row are those with which the flag was read. */
function isRead(session: Session, flag: SettledFlag, { call }: Row): boolean {
  const texts = call.args.flatMap(({ value, keyword }) => (keyword ? [] : (stringValue(value) ?? [])));
  return session.drafts.some(
    ({ key, evidence }) =>
      key.startsWith(`read ${flag.key} `) &&
      evidence.some(
        ({ kind, text }) =>
          kind === 'flag-read' && texts.every((one) => text.includes(`'${one}'`) || text.includes(`"${one}"`)),
      ),
  );
}

function commitRow(
  session: Session,
  flag: SettledFlag,
  file: SourceFile,
  { entry, call }: Row,
  readers: readonly string[],
): boolean {
  const edits = removeListItem(file, entry);
  if (!edits || whatBreaks(file, edits)) return false;
  const { path } = file;
  return session.commit({
    key: `row ${flag.key} ${path} ${session.originOf(path, call.start)}`,
    title: `Remove ${flag.key} from where settings are listed in ${path.split('/').at(-1)}`,
    why: `Nothing reads ${flag.key} any more. Who sets it from outside sets it in vain, and code that goes through the list sees one less.`,
    safety: 'review',
    evidence: [
      {
        kind: 'no-other-reference',
        text: `no read of ${flag.key} is left, and the file is named as a definition`,
        place: { path, line: session.lineOf(path, call.start) },
      },
    ],
    files: [{ kind: 'edit', path, edits }],
    dependsOn: readers,
  });
}

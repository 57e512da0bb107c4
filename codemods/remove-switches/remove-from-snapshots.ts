import type { Edit } from '@ffsd/edits';
import type { SettledFlag } from './language.ts';
import { wordOf } from './mentions.ts';
import type { Session } from './session.ts';

/**
 * Removes the lines that show the flag from snapshots of what listed the flags: `"new-checkout": false,`.
 *
 * Only once its key stands in no other file but texts for people: then nothing that a test takes a snapshot of can have it any more.
 *
 * @param definitions keys of the drafts that removed the definitions of the flag
 */
export function removeFromSnapshots(
  session: Session,
  flag: SettledFlag,
  spellings: readonly string[],
  definitions: readonly string[],
): void {
  // `newCheckouts` holds the key, and is another word.
  const word = wordOf(spellings);
  const paths = session.search(spellings).filter((path) => word.test(session.read(path) ?? ''));
  const keys = spellings.map((one) => one.replace(/[^\w]/g, '\\$&')).join('|');
  const isOpen = (path: string) =>
    !/\.(?:snap|mdx?|rst|txt|adoc)$/.test(path) && !isOnlyName(path, session.read(path) ?? '', keys);
  if (definitions.length === 0 || paths.some(isOpen)) return;
  const line = new RegExp(`^[ \\t]+"(?:${keys})": (?:true|false|null|undefined|-?[\\d.]+|"[^"\\n]*"),\\r?\\n`, 'gm');
  for (const path of paths.filter((one) => one.endsWith('.snap') && session.isEditable(one))) {
    const text = session.read(path)!;
    const edits: Edit[] = [...text.matchAll(line)].map(({ 0: all, index }) => ({
      start: index,
      end: index + all.length,
      text: '',
    }));
    if (edits.length === 0) continue;
    session.commit({
      key: `snapshot ${flag.key} ${path}`,
      title: `Remove ${flag.key} from the snapshots in ${path.split('/').at(-1)}`,
      why: `${flag.key} is defined nowhere any more, so what the snapshots show has no such entry. See that the tests pass without an update.`,
      safety: 'review',
      evidence: [
        {
          kind: 'no-other-reference',
          text: `${flag.key} stands nowhere else in the code`,
          place: { path, line: session.lineOf(path, edits[0]!.start) },
        },
      ],
      files: [{ kind: 'edit', path, edits }],
      dependsOn: definitions,
    });
  }
}

/**
 * Whether the key only stands in the code as a name that is declared, imported or used: the function `newCheckout` is no entry of anything
 * that a snapshot could show, and neither is the title of its tests.
 */
function isOnlyName(path: string, text: string, keys: string): boolean {
  if (!/\.[cm]?[jt]sx?$/.test(path)) return false;
  const rest = text
    .replace(/\b(?:import|export)\s*(?:type\s*)?\{[^{}]*\}/g, '')
    .replace(/\b(?:describe|context|it|test)(?:\.\w+)*\(\s*(['"`])[^'"`\n]*\1/g, '');
  return !new RegExp(
    `['"\`.]\\s*(?:${keys})(?![\\w$-])|[{,]\\s*(?:${keys})\\s*[,}]|(?<![\\w$-])(?:${keys})\\s*\\??\\s*:`,
  ).test(rest);
}

import type { Edit } from '@ffsd/edits';
import type { DefinitionFacts, SettledFlag } from '../language.ts';
import type { Session } from '../session.ts';
import { envEntries } from './env-entries.ts';
import { yamlEntries } from './yaml-entries.ts';

/** What a file that lists flags loses with one of them. */
export type FileEntries =
  | {
      readonly kind: 'entries';
      /** Of the first entry, in the text that was given. */
      readonly offset: number;
      readonly edits: readonly Edit[];
    }
  | { readonly kind: 'kept'; readonly offset: number; readonly because: string };

/** @param under the name below which the entries stand; undefined for the whole file */
type FindEntries = (text: string, keys: readonly string[], under: string | undefined) => FileEntries | undefined;

/**
 * Removes the flag from the files of YAML and the files of environment variables that are named as definitions, each as a change of its own.
 *
 * Only files that the user names: the same word may mean something else in any other. Who reads the file from outside of the code is
 * not seen, so each change asks for a look.
 */
export function removeFromFiles(
  session: Session,
  flag: SettledFlag,
  spellings: readonly string[],
  { readers, definitions }: Pick<DefinitionFacts, 'readers' | 'definitions'>,
): void {
  if (readers.length === 0) return;
  for (const definition of definitions) {
    const [named = '', under] = definition.replace(/^\.\//, '').split('#');
    const find = finderOf(named);
    const text = find && session.read(named);
    const found = text === undefined ? undefined : find?.(text, spellings, under);
    if (!found) continue;
    const place = { path: named, line: session.lineOf(named, found.offset) };
    if (found.kind === 'kept') {
      session.keep({ place, code: 'definition-in-use', because: found.because });
    } else if (!session.isEditable(named)) {
      session.keep({ place, code: 'not-editable', because: 'the file is outside of what may be changed' });
    } else {
      session.commit({
        key: `definition ${flag.key} ${named}`,
        title: `Remove ${flag.key} from ${named.split('/').at(-1)}`,
        why: `Nothing in the code reads ${flag.key} any more, and ${named} is named as a place where flags are defined. See that nothing else reads it from there.`,
        safety: 'review',
        evidence: [
          {
            kind: 'no-other-reference',
            text: `no read of ${flag.key} is left, and the file is named as a definition`,
            place,
          },
        ],
        files: [{ kind: 'edit', path: named, edits: found.edits }],
        dependsOn: readers,
      });
    }
  }
}

function finderOf(path: string): FindEntries | undefined {
  if (/\.ya?ml$/.test(path)) return yamlEntries;
  return /(?:^|\/)\.env(?:\.[\w.-]+)?$|\.env$/.test(path) ? envEntries : undefined;
}

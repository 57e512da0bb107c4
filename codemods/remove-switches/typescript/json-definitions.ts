import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { apply, compose } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { isParsed, parentsOf, parse, removeListItem } from '@ffsd/typescript';
import { nameOf, occurrencesOfKey } from './occurrences-of-key.ts';
import type { Session } from './session.ts';

/** The entries of a flag in one file of flags in JSON. */
export interface JsonEntries {
  readonly path: string;
  /** Of the first entry, in the present text. */
  readonly offset: number;
  readonly edits: readonly Edit[];
}

/**
 * Finds the entries of the flag in the files of JSON that are named as definitions: a property that is called like the flag,
 * the key in a list, and the object of a list that has it as its key, name or id.
 *
 * @param definitions `config/flags.json`, or `config/flags.json#flags` for what stands under that name
 */
export function jsonDefinitions(
  session: Session,
  spellings: readonly string[],
  definitions: readonly string[],
): readonly JsonEntries[] {
  return definitions.flatMap((definition) => {
    const [path = '', under] = definition.replace(/^\.\//, '').split('#');
    if (!/\.json[c5]?$/.test(path)) return [];
    const entries = entriesIn(session.read(path) ?? '', spellings, under);
    return entries ? [{ path, ...entries }] : [];
  });
}

function entriesIn(text: string, spellings: readonly string[], under: string | undefined) {
  let offset: number | undefined;
  let edits: readonly Edit[] = [];
  for (;;) {
    const file = parseJson(apply(text, edits));
    const entry = file && entryOf(file, spellings, under);
    if (!file || !entry) break;
    offset ??= entry.item.start! - 1;
    // One after the other: neighbours share a comma.
    const removal = removeListItem(file, entry.list, entry.list.indexOf(entry.item)).map((edit) => ({
      ...edit,
      start: edit.start - 1,
      end: edit.end - 1,
    }));
    edits = edits.length > 0 ? compose(edits, removal) : removal;
  }
  return offset === undefined ? undefined : { offset, edits };
}

/** JSON, also with comments and trailing commas, is an expression of the language; its offsets are one more in there. */
function parseJson(text: string): SourceFile | undefined {
  const file = parse('definitions.ts', `(${text})`);
  return isParsed(file) && file.tree.program.body.length === 1 ? file : undefined;
}

interface ListEntry {
  readonly item: Node;
  readonly list: readonly Node[];
}

function entryOf(file: SourceFile, spellings: readonly string[], under: string | undefined): ListEntry | undefined {
  for (const one of occurrencesOfKey(file, spellings)) {
    if (under !== undefined && !standsUnder(file, one.node, under)) continue;
    if (one.kind === 'property' || one.kind === 'element') return { item: one.entry, list: one.list };
    const object = one.kind === 'named-entry' ? parentsOf(file).parent(one.entry) : undefined;
    const list = object && parentsOf(file).parent(object);
    const isName = one.kind === 'named-entry' && /^(?:key|name|id|flag)$/i.test(one.name);
    if (isName && list?.type === 'ArrayExpression') {
      return { item: object!, list: list.elements.filter((element) => element !== null) };
    }
  }
  return undefined;
}

function standsUnder(file: SourceFile, node: Node, name: string): boolean {
  for (const ancestor of parentsOf(file).ancestors(node)) {
    if (ancestor.type === 'ObjectProperty' && ancestor.key !== node && nameOf(ancestor.key) === name) return true;
  }
  return false;
}

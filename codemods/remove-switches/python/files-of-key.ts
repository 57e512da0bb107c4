import type { AnyNode, SourceFile } from '@ffsd/python';
import { findAll, isCode, stringValue } from '@ffsd/python';
import type { CompiledShape } from './compiled-shape.ts';
import { wordsOf } from './compiled-shape.ts';
import { constantOf } from './constant-of.ts';
import { makesFlag } from './held-flags.ts';
import { isInTuple } from './in-tuple.ts';
import { keyOfMade } from './made-flag.ts';
import type { Session } from './session.ts';
import { spellingsOf } from './spellings.ts';
import { filesWithSplitKey } from './split-key.ts';

/**
 * The files in which the flag may be read: those that contain its key, and those that contain a name which stands for it.
 *
 * A key may be reached by a constant (`NEW = 'new'`), a member of an enum or an entry of a dictionary, and these again by another
 * constant. The names are followed until no new one is found. A name may be an ordinary word, so of the files that contain it only
 * those are looked at that could read a flag at all: they name a reader, or bind further names for the key.
 */
export function filesOfKey(session: Session, key: string, shapes: readonly CompiledShape[]): readonly string[] {
  const wordless = shapes
    .filter(({ pattern }) => !pattern.text.includes('$FLAG'))
    .flatMap((one) => wordsOf(one).slice(-1));
  const readers = [...new Set(shapes.flatMap((shape) => wordsOf(shape).slice(-1)))];
  const spelled = session.search([...spellingsOf(key, shapes), ...wordless]).filter(isCode);
  const split = filesWithSplitKey(session, key);
  const paths = new Set([...spelled, ...split]);
  const seen = new Set<string>();
  const makers = shapes.some(makesFlag) ? `|\\w*(?:Flag|Switch|Toggle)\\(` : '';
  const quoted = given(`(?:[rRuU]?['"]${key.replace(/[^\w]/g, '\\$&')}['"]${makers})`);
  let names = [...paths]
    .filter((path) => split.includes(path) || quoted.test(session.read(path) ?? ''))
    .flatMap((path) =>
      holdersIn(session, path, (node, file) => {
        const made = keyOfMade(node);
        const text = made ? constantOf(session, file, made)?.value : stringValue(node);
        return text === key || isInTuple(node, key);
      }),
    );
  for (let round = 0; round < 4; round++) {
    const fresh = [...new Set(names)].filter((name) => !seen.has(name));
    if (fresh.length === 0) break;
    for (const name of fresh) seen.add(name);
    const found = session
      .search(fresh)
      .filter((path) => isCode(path) && !paths.has(path))
      .filter((path) => readers.some((word) => (session.read(path) ?? '').includes(word)));
    for (const path of found) paths.add(path);
    const handedOn = given(`[\\w.]*(?<![\\w])(?:${fresh.filter((name) => /^\w+$/.test(name)).join('|')})(?!\\w)`);
    names = [...paths]
      .filter((path) => handedOn.test(session.read(path) ?? ''))
      .flatMap((path) => holdersIn(session, path, (node) => fresh.includes(lastName(node) ?? '')));
  }
  return [...paths].sort();
}

/**
 * Text behind `=` or `:`, with brackets, comments and continued lines before it. Most files of an ordinary word bind it to nothing, and
 * need no tree for that to be known.
 */
function given(what: string): RegExp {
  return new RegExp(`[=:](?:[\\s(\\\\]|#[^\\n]*\\n)*${what}`);
}

function lastName(node: AnyNode): string | undefined {
  if (node.type === 'Name') return node.value;
  return node.type === 'Attribute' ? node.attr.value : undefined;
}

/** The names to which the file binds what holds the key: variables, attributes of classes, keys of dictionaries. */
function holdersIn(
  session: Session,
  path: string,
  holds: (node: AnyNode, file: SourceFile) => boolean,
): readonly string[] {
  const file = session.parse(path);
  if (!file) return [];
  const names: string[] = [];
  for (const node of findAll(file.tree, ['Assign', 'AnnAssign', 'DictElement'])) {
    if (!node.value || !holds(node.value, file)) continue;
    if (node.type === 'DictElement') names.push(stringValue(node.key) ?? '');
    else if (node.type === 'AnnAssign') names.push(lastName(node.target) ?? '');
    else names.push(...node.targets.map(({ target }) => lastName(target) ?? ''));
  }
  return names.filter((name) => name !== '');
}

import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, removeListItem, removeStatements, walk } from '@ffsd/typescript';
import type { SettledFlag } from '../language.ts';
import { bindingAt } from './fold-binding.ts';
import { makeSite } from './make-site.ts';
import type { Occurrence } from './occurrences-of-key.ts';
import { occurrencesOfKey } from './occurrences-of-key.ts';
import { removeDeclared } from './remove-declared.ts';
import type { Session } from './session.ts';

/**
 * Removes a name that only stands for the key of the flag and is used nowhere any more: `export const NEW = 'new'`, a member of
 * an enum, an entry of an object of keys.
 *
 * "Nowhere" is meant textually, over the whole workspace: whoever reaches the name in a way that no analysis sees has to write it.
 *
 * @returns whether anything was removed
 */
export function removeKeyNames(session: Session, flag: SettledFlag): boolean {
  let removed = false;
  for (const path of session.search([flag.key]).filter(isCode)) {
    if (!session.isEditable(path)) continue;
    for (;;) {
      const file = session.parse(path);
      const next = file && holdersOf(session, file, flag).find((one) => isUnusedName(session, path, one));
      if (!next || !removeName(session, path, flag, next)) break;
      removed = true;
    }
  }
  return removed;
}

/** What stands for the key, and for a flag that is a constant by itself its declaration. */
function holdersOf(session: Session, file: SourceFile, flag: SettledFlag): readonly Occurrence[] {
  const holders = [...occurrencesOfKey(file, [flag.key])];
  if (!session.keyNames.has(flag.key)) return holders;
  walk(file.tree.program, (node) => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || node.id.name !== flag.key) return;
    holders.push({ file, node, kind: 'constant', declarator: node });
  });
  return holders;
}

function isUnusedName(session: Session, path: string, occurrence: Occurrence): boolean {
  const name = nameOfHolder(occurrence);
  if (!name) return false;
  // `export const id = 'new'` may be the name of a page: only what a read used as its key stands for the key.
  if (!isKeyName(session, occurrence, name) || removersOf(session, name).length === 0) return false;
  const word = wordPattern(name);
  return session
    .search([name])
    .filter((other) => isCode(other) || /\.(?:vue|svelte|html|json|mdx?)$/.test(other))
    .every((other) => count(session.read(other)!, word) === (other === path ? 1 : 0));
}

/** Through imports and constants of constants, a name that a read used, or one that is initialised into such a name. */
function isKeyName(session: Session, { file }: Occurrence, name: string): boolean {
  if (session.keyNames.has(name)) return true;
  // `const NEW = Flags.New`, read as isEnabled(NEW): the names on the way were removed by drafts of this run.
  return session.drafts.some(({ key }) => [...session.keyNames].some((used) => key === `key ${file.path} ${used}`));
}

function nameOfHolder(occurrence: Occurrence): string | undefined {
  if (occurrence.kind === 'named-entry') return occurrence.name || undefined;
  if (occurrence.kind !== 'constant') return undefined;
  return occurrence.declarator.id.type === 'Identifier' ? occurrence.declarator.id.name : undefined;
}

function removeName(session: Session, path: string, flag: SettledFlag, occurrence: Occurrence): boolean {
  const name = nameOfHolder(occurrence)!;
  const edits = editsFor(session, occurrence);
  if (!edits) return false;
  const inList = occurrence.kind === 'named-entry';
  return session.commit({
    key: `key ${path} ${name}`,
    title: `Remove ${name}, the name of the key ${flag.key}`,
    why: inList
      ? `${name} stood for the key ${flag.key}, and nothing names it any more. Code that goes through all entries sees one less.`
      : `${name} stood for the key ${flag.key}, and nothing uses it any more.`,
    safety: inList ? 'review' : 'safe',
    evidence: [
      {
        kind: 'no-other-reference',
        text: `${name} stands nowhere else in the workspace`,
        place: { path, line: session.lineOf(path, occurrence.node.start!) },
      },
    ],
    files: [{ kind: 'edit', path, edits }],
    dependsOn: removersOf(session, name),
  });
}

function editsFor(session: Session, occurrence: Occurrence) {
  const { file } = occurrence;
  if (occurrence.kind === 'named-entry') {
    return removeListItem(file, occurrence.list, occurrence.list.indexOf(occurrence.entry));
  }
  if (occurrence.kind !== 'constant') return undefined;
  const site = makeSite(session, file);
  const binding = bindingAt(file, occurrence.declarator.id.start!);
  if (!binding) return undefined;
  const direct = removeDeclared(site, { ...binding, references: [] });
  return direct ?? exportedDeclaration(site, occurrence.declarator);
}

/** `export const NEW = 'new'`: the statement to remove is the export around the declaration. */
function exportedDeclaration(site: ReturnType<typeof makeSite>, declarator: Node) {
  const declaration = site.parents.parent(declarator);
  const statement = declaration && site.parents.parent(declaration);
  if (statement?.type !== 'ExportNamedDeclaration' || declaration?.type !== 'VariableDeclaration') return undefined;
  if (declaration.declarations.length !== 1) return undefined;
  return removeStatements(site.file, statement, statement);
}

/** The drafts that removed an occurrence of the word from some file, in their order. */
export function removersOf(session: Session, name: string): readonly string[] {
  const word = wordPattern(name);
  return session.drafts
    .filter((draft) => draft.files.some((file) => removes(session, draft.key, file.path, word)))
    .map(({ key }) => key);
}

function removes(session: Session, key: string, path: string, word: RegExp): boolean {
  const entry = session.historyOf(path).find((one) => one.key === key);
  if (!entry) return false;
  return entry.edits.some(({ start, end }) => count(entry.before.slice(start, end), word) > 0);
}

function wordPattern(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replace(/[$]/g, '\\$&')}(?![\\w$])`, 'g');
}

function count(text: string, word: RegExp): number {
  return text.match(word)?.length ?? 0;
}

import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, parentsOf, scopesOf, walk } from '@ffsd/typescript';
import type { CompiledShape } from './find-reads.ts';
import { spellingsOf, wordsOf } from './remove-flag.ts';
import type { Session } from './session.ts';

/**
 * The files in which the flag may be read: those that contain its key, and those that contain a name which stands for it.
 *
 * A key may be reached by a constant (`export const NEW = 'new'`), a member of an enum or a property of an object, and these
 * again by another constant. The names are followed until no new one is found. A name may be an ordinary word, so of the files that
 * contain it only those are looked at that could read a flag at all: they name a reader, or declare further names for the key.
 */
export function filesOfKey(session: Session, key: string, shapes: readonly CompiledShape[]): readonly string[] {
  const wordless = shapes
    .filter(({ pattern }) => !pattern.text.includes('$FLAG'))
    .flatMap((shape) => wordsOf(shape).slice(-1));
  const readers = [...new Set(shapes.flatMap((shape) => wordsOf(shape).slice(-1)))];
  const first = session.search([...spellingsOf(key, shapes), ...wordless]).filter(isScript);
  const paths = new Set(first);
  const seen = new Set<string>();
  let names = first.flatMap((path) => namesOfText(session, path, key));
  for (let round = 0; round < 4; round++) {
    const fresh = [...new Set(names)].filter((name) => !seen.has(name));
    if (fresh.length === 0) break;
    for (const name of fresh) seen.add(name);
    const found = session
      .search(fresh)
      .filter(isScript)
      .filter((path) => !paths.has(path) && couldRead(session.read(path) ?? '', readers, fresh));
    for (const path of found) paths.add(path);
    names = [...paths].flatMap((path) => namesOfNames(session, path, fresh));
  }
  return [...paths].sort();
}

function containsAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

/** Whether the text names a reader, or hands one of the names to a function, which may read what it is given. */
function couldRead(text: string, readers: readonly string[], names: readonly string[]): boolean {
  return (
    containsAny(text, readers) ||
    names.some((name) =>
      new RegExp(`[(,]\\s*(?:[\\w$]+\\s*\\.\\s*)*${name.replace(/^\./, '').replaceAll('$', '\\$')}\\b`).test(text),
    )
  );
}

export function isScript(path: string): boolean {
  return isCode(path) && !/\.d\.[cm]?ts$/.test(path);
}

/** What other files write to reach the key: the name of an exported constant, or `.New` for an entry of an exported enum or table. */
function namesOfText(session: Session, path: string, key: string): readonly string[] {
  return exportedNames(session, path, (node) =>
    node.type === 'StringLiteral' ? node.value === key : node.type === 'TemplateElement' && node.value.cooked === key,
  );
}

/** What other files write to reach what one of the names holds: `export const KEY = Flag.New`, `export { NEW as KEY }`. */
function namesOfNames(session: Session, path: string, names: readonly string[]): readonly string[] {
  if (!containsAny(session.read(path) ?? '', names)) return [];
  return exportedNames(session, path, (node, parent) => {
    if (node.type !== 'Identifier') return false;
    const member = parent.type === 'MemberExpression' && parent.property === node && !parent.computed;
    return names.includes(member ? `.${node.name}` : node.name);
  });
}

function exportedNames(
  session: Session,
  path: string,
  holds: (node: Node, parent: Node) => boolean,
): readonly string[] {
  const file = session.parse(path);
  if (!file) return [];
  const parents = parentsOf(file);
  const names: string[] = [];
  walk(file.tree.program, (node) => {
    let parent = parents.parent(node);
    if (!parent || !holds(node, parent)) return;
    let value: Node = node;
    while (parent && isTransparent(parent, value)) {
      value = parent;
      parent = parents.parent(parent);
    }
    const name = parent && exportedName(file, parent, value);
    if (name) names.push(name);
  });
  return names;
}

/** `'new' as const`, and `Flag.New`, whose name is that of the entry. */
function isTransparent(parent: Node, value: Node): boolean {
  if (/^TS(?:As|Satisfies)Expression$|^TemplateLiteral$/.test(parent.type)) return true;
  return parent.type === 'MemberExpression' && parent.property === value && !parent.computed;
}

function exportedName(file: SourceFile, owner: Node, value: Node): string | undefined {
  const parents = parentsOf(file);
  switch (owner.type) {
    case 'VariableDeclarator':
      return owner.init === value && owner.id.type === 'Identifier' && isExported(file, owner.id)
        ? owner.id.name
        : undefined;
    case 'TSEnumMember': {
      const declaration = parents.parent(owner);
      const exported = declaration?.type === 'TSEnumDeclaration' && isExported(file, declaration.id);
      return owner.initializer === value && owner.id.type === 'Identifier' && exported
        ? `.${owner.id.name}`
        : undefined;
    }
    case 'ObjectProperty':
      if (owner.value !== value || owner.key.type !== 'Identifier' || owner.shorthand) return undefined;
      return isInExportedTable(file, owner) ? `.${owner.key.name}` : undefined;
    case 'ExportSpecifier':
      return owner.exported.type === 'Identifier' && owner.exported !== value ? owner.exported.name : undefined;
    default:
      return undefined;
  }
}

/** `export const FLAGS = { NEW: 'new' }` is a table of keys; `{ path: '/new', flag: 'new' }` in a list of routes is none. */
function isInExportedTable(file: SourceFile, property: Node): boolean {
  for (const ancestor of parentsOf(file).ancestors(property)) {
    if (ancestor.type === 'VariableDeclarator') return isExported(file, ancestor.id);
    const inside = /^(?:ObjectExpression|ObjectProperty|TSAsExpression|TSSatisfiesExpression)$/.test(ancestor.type);
    const frozen = ancestor.type === 'CallExpression' && ancestor.callee.type === 'MemberExpression';
    if (!inside && !frozen) return false;
  }
  return false;
}

function isExported(file: SourceFile, identifier: Node): boolean {
  return scopesOf(file).bindingOf(identifier)?.exported ?? false;
}

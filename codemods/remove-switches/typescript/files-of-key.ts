import type { Node } from '@babel/types';
import { isCode, parentsOf, walk } from '@ffsd/typescript';
import type { CompiledShape } from './find-reads.ts';
import { spellingsOf, wordsOf } from './remove-flag.ts';
import type { Session } from './session.ts';

/**
 * The files in which the flag may be read: those that contain its key, and those that contain a name which stands for it.
 *
 * A key may be reached by a constant (`export const NEW = 'new'`), a member of an enum or a property of an object, and these
 * again by another constant. The names are followed until no new one is found.
 */
export function filesOfKey(session: Session, key: string, shapes: readonly CompiledShape[]): readonly string[] {
  const paths = new Set<string>();
  const names = new Set<string>();
  const spellings = spellingsOf(key, shapes);
  const wordless = shapes
    .filter(({ pattern }) => !pattern.text.includes('$FLAG'))
    .flatMap((shape) => wordsOf(shape).slice(-1));
  let next: readonly string[] = [...spellings, ...wordless];
  for (let round = 0; round < 4 && next.length > 0; round++) {
    const found = session.search(next).filter((path) => isScript(path));
    const fresh: string[] = [];
    for (const path of found) {
      paths.add(path);
      for (const name of namesFor(session, path, next)) {
        if (names.has(name)) continue;
        names.add(name);
        fresh.push(name);
      }
    }
    next = fresh;
  }
  return [...paths].sort();
}

export function isScript(path: string): boolean {
  return isCode(path) && !/\.d\.[cm]?ts$/.test(path);
}

/** The names that are declared to hold one of the words. */
function namesFor(session: Session, path: string, words: readonly string[]): readonly string[] {
  const file = session.parse(path);
  if (!file) return [];
  const parents = parentsOf(file);
  const names: string[] = [];
  walk(file.tree.program, (node) => {
    if (!holds(node, words)) return;
    let parent = parents.parent(node);
    while (parent && /^TS(?:As|Satisfies)Expression$|^MemberExpression$|^TemplateLiteral$/.test(parent.type))
      parent = parents.parent(parent);
    const name = parent && declaredName(parent, node);
    if (name && !words.includes(name)) names.push(name);
  });
  return names;
}

function holds(node: Node, words: readonly string[]): boolean {
  if (node.type === 'StringLiteral') return words.includes(node.value);
  if (node.type === 'TemplateElement') return words.includes(node.value.cooked ?? '');
  return node.type === 'Identifier' && words.includes(node.name);
}

function declaredName(owner: Node, value: Node): string | undefined {
  switch (owner.type) {
    case 'VariableDeclarator':
      return owner.id.type === 'Identifier' && owner.id !== value ? owner.id.name : undefined;
    case 'TSEnumMember':
      return owner.id !== value && owner.id.type === 'Identifier' ? owner.id.name : undefined;
    case 'ObjectProperty':
      return owner.key !== value && owner.key.type === 'Identifier' && !owner.shorthand ? owner.key.name : undefined;
    case 'ImportSpecifier':
    case 'ExportSpecifier': {
      const local = owner.type === 'ImportSpecifier' ? owner.local : owner.exported;
      return local.type === 'Identifier' ? local.name : undefined;
    }
    default:
      return undefined;
  }
}

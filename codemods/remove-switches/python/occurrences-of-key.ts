import type { AnyNode, ListItem, Name, SourceFile, Statement } from '@ffsd/python';
import { findAll, stringValue } from '@ffsd/python';
import { madeBy } from './made-flag.ts';

/** A place where the key of a flag stands as a whole string, or as a name that is reached through an object. */
export type Occurrence = { readonly file: SourceFile; readonly node: AnyNode } & Kind;

type Kind =
  /** `NEW = 'new'`, at the top of a module or in a class; or `NEW = WaffleFlag('new', __name__)`. */
  | { readonly kind: 'constant'; readonly name: Name; readonly statement: Statement }
  /** `'NEW': 'new'` in a dictionary: reached by the name of the entry. */
  | { readonly kind: 'named-entry'; readonly name: string; readonly entry: ListItem }
  /** `'new': False` in a dictionary, or `new=False` in a call: the key is the name of the entry. */
  | { readonly kind: 'property'; readonly entry: ListItem; readonly value: AnyNode }
  /** `new: bool = False` in a class, or `NEW = True` in a module. */
  | { readonly kind: 'setting'; readonly statement: Statement; readonly value: AnyNode | undefined }
  /** `'new'` in a list. */
  | { readonly kind: 'element'; readonly entry: ListItem }
  | { readonly kind: 'other' };

/** Every occurrence of one of the spellings in the file, in the order of the text. */
export function occurrencesOfKey(file: SourceFile, spellings: readonly string[]): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const node of findAll(file.tree, ['SimpleString', 'ConcatenatedString', 'Name'])) {
    if (node.type === 'SimpleString' || node.type === 'ConcatenatedString') {
      if (spellings.includes(stringValue(node) ?? '')) found.push({ file, node, ...ofString(node) });
    } else if (node.type === 'Name' && spellings.includes(node.value)) {
      const kind = ofName(node);
      if (kind) found.push({ file, node, ...kind });
    }
  }
  return found;
}

const other: Kind = { kind: 'other' };

function ofString(node: AnyNode): Kind {
  const parent = node.parent as AnyNode;
  switch (parent.type) {
    case 'Assign': {
      const target = parent.targets.length === 1 ? parent.targets[0]!.target : undefined;
      return target?.type === 'Name' ? { kind: 'constant', name: target, statement: parent } : other;
    }
    case 'AnnAssign':
      return parent.value === node && parent.target.type === 'Name'
        ? { kind: 'constant', name: parent.target, statement: parent }
        : other;
    case 'DictElement': {
      if (parent.key === node) return { kind: 'property', entry: parent, value: parent.value };
      const name = stringValue(parent.key);
      return name === undefined ? other : { kind: 'named-entry', name, entry: parent };
    }
    case 'Arg': {
      // `NEW = WaffleFlag('new', __name__)`
      const made = madeBy(node)?.parent;
      const target = made?.type === 'Assign' && made.targets.length === 1 ? made.targets[0]!.target : undefined;
      return made?.type === 'Assign' && target?.type === 'Name'
        ? { kind: 'constant', name: target, statement: made }
        : other;
    }
    case 'Element': {
      const list = parent.parent as AnyNode;
      if (list.type !== 'List' && list.type !== 'Set' && list.type !== 'Tuple') return other;
      const outer = list.parent as AnyNode;
      // `[('new', True), ('dark', False)]`: the entry is the pair, and without its key the pair would mean something else.
      const isPair =
        list.type === 'Tuple' && list.elements.length > 1 && list.elements[0] === parent && outer.type === 'Element';
      if (isPair) return { kind: 'element', entry: outer };
      const isPlain = list.elements.every((one) => one.type === 'Element' && stringValue(one.value) !== undefined);
      return isPlain ? { kind: 'element', entry: parent } : other;
    }
    default:
      return other;
  }
}

/** A name is an occurrence of the key only where it names a member or an entry; a local of that name is another thing. */
function ofName(node: Name): Kind | undefined {
  const parent = node.parent as AnyNode;
  switch (parent.type) {
    case 'Attribute':
      return parent.attr === node ? other : undefined;
    case 'Arg':
      return parent.keyword === node ? { kind: 'property', entry: parent, value: parent.value } : undefined;
    case 'AssignTarget': {
      const statement = parent.parent as AnyNode;
      if (statement.type !== 'Assign' || statement.targets.length > 1 || isInFunction(statement)) return undefined;
      return { kind: 'setting', statement, value: statement.value };
    }
    case 'AnnAssign':
      if (parent.target !== node || isInFunction(parent)) return undefined;
      return { kind: 'setting', statement: parent, value: parent.value ?? undefined };
    default:
      return undefined;
  }
}

function isInFunction(node: AnyNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'FunctionDef' || at.type === 'Lambda') return true;
  return false;
}

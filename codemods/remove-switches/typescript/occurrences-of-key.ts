import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, walk } from '@ffsd/typescript';

/** A place where the key of a flag stands as a whole string, or as the name of a property. */
export type Occurrence = { readonly file: SourceFile; readonly node: Node } & (
  | { readonly kind: 'constant'; readonly declarator: Node & { type: 'VariableDeclarator' } }
  /** `NEW = 'new'` in an enum, or `NEW: 'new'` in an object: reached by the name of the entry. */
  | { readonly kind: 'named-entry'; readonly name: string; readonly entry: Node; readonly list: readonly Node[] }
  /** `'new'` in a union of literal types. */
  | { readonly kind: 'union-member'; readonly entry: Node; readonly list: readonly Node[] }
  /** `new: false` in an object: the key is the name of the entry. */
  | { readonly kind: 'property'; readonly entry: Node & { type: 'ObjectProperty' }; readonly list: readonly Node[] }
  /** `new?: boolean` in an interface or type literal. */
  | { readonly kind: 'type-member'; readonly entry: Node; readonly list: readonly Node[] }
  /** `'new'` in an array. */
  | { readonly kind: 'element'; readonly entry: Node; readonly list: readonly Node[] }
  | { readonly kind: 'other' }
);

/** Every occurrence of one of the spellings in the file, in the order of the text. */
export function occurrencesOfKey(file: SourceFile, spellings: readonly string[]): readonly Occurrence[] {
  const parents = parentsOf(file);
  const found: Occurrence[] = [];
  // `client.on('change:new', …)` listens for the flag.
  const isEvent = (text: string) => spellings.some((one) => text.endsWith(`:${one}`) && /^\w+:/.test(text));
  walk(file.tree.program, (node) => {
    const parent = parents.parent(node);
    if (!parent) return;
    if (node.type === 'StringLiteral' && spellings.includes(node.value)) {
      found.push({ file, node, ...ofString(file, node, parent) } as Occurrence);
    } else if (node.type === 'StringLiteral' && isEvent(node.value)) {
      found.push({ file, node, kind: 'other' });
    } else if (
      node.type === 'TemplateLiteral' &&
      node.expressions.length === 0 &&
      spellings.includes(node.quasis[0]!.value.cooked ?? '')
    ) {
      found.push({ file, node, kind: 'other' });
    } else if (node.type === 'Identifier' && spellings.includes(node.name)) {
      const kind = ofName(file, node, parent);
      if (kind) found.push({ file, node, ...kind } as Occurrence);
    }
  });
  return found;
}

type Kind = Omit<Occurrence & object, 'file' | 'node'>;

function ofString(file: SourceFile, node: Node, parent: Node): Kind {
  const parents = parentsOf(file);
  let owner = parent;
  let value = node;
  while (owner.type === 'TSAsExpression' || owner.type === 'TSSatisfiesExpression' || owner.type === 'TSLiteralType') {
    value = owner;
    owner = parents.parent(owner)!;
  }
  switch (owner.type) {
    case 'VariableDeclarator':
      return { kind: 'constant', declarator: owner } as Kind;
    case 'TSEnumMember': {
      const declaration = parents.parent(owner)!;
      const list = 'members' in declaration ? (declaration.members as Node[]) : [];
      return { kind: 'named-entry', name: nameOf(owner.id), entry: owner, list } as Kind;
    }
    case 'TSUnionType':
      return { kind: 'union-member', entry: value, list: owner.types } as Kind;
    case 'ArrayExpression': {
      // `[['new', true], ['dark', false]]`: the entry is the pair, and without its key the pair would mean something else.
      const pairs = parents.parent(owner);
      const isPair = owner.elements.length > 1 && owner.elements[0] === value && pairs?.type === 'ArrayExpression';
      const list = isPair ? pairs.elements : owner.elements;
      if (list.includes(null)) return { kind: 'other' } as Kind;
      if (!isPair && !owner.elements.every((one) => one?.type === 'StringLiteral')) return { kind: 'other' } as Kind;
      return { kind: 'element', entry: isPair ? owner : value, list } as Kind;
    }
    case 'ObjectProperty': {
      const object = parents.parent(owner);
      if (object?.type !== 'ObjectExpression') return { kind: 'other' } as Kind;
      if (owner.key === node) return { kind: 'property', entry: owner, list: object.properties } as Kind;
      return owner.computed
        ? ({ kind: 'other' } as Kind)
        : ({ kind: 'named-entry', name: nameOf(owner.key), entry: owner, list: object.properties } as Kind);
    }
    case 'TSPropertySignature':
      return owner.key === node
        ? ({ kind: 'type-member', entry: owner, list: membersOf(parents.parent(owner)) } as Kind)
        : ({ kind: 'other' } as Kind);
    default:
      return { kind: 'other' } as Kind;
  }
}

/** A name is an occurrence of the key only where it names a property; a local of that name is another thing. */
function ofName(file: SourceFile, node: Node, parent: Node): Kind | undefined {
  const parents = parentsOf(file);
  switch (parent.type) {
    case 'ObjectProperty': {
      if (parent.key !== node || parent.computed) return undefined;
      const object = parents.parent(parent);
      if (object?.type !== 'ObjectExpression') return { kind: 'other' } as Kind;
      return { kind: 'property', entry: parent, list: object.properties } as Kind;
    }
    case 'TSPropertySignature':
      return parent.key === node
        ? ({ kind: 'type-member', entry: parent, list: membersOf(parents.parent(parent)) } as Kind)
        : undefined;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.property === node && !parent.computed ? ({ kind: 'other' } as Kind) : undefined;
    default:
      return undefined;
  }
}

function membersOf(owner: Node | undefined): readonly Node[] {
  if (owner?.type === 'TSTypeLiteral') return owner.members;
  return owner?.type === 'TSInterfaceBody' ? owner.body : [];
}

export function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : '';
}

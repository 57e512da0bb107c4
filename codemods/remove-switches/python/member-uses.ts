import type { AnyNode, ClassDef, ClassPlace, SourceFile } from '@ffsd/python';
import {
  docstringOf,
  findAll,
  isCode,
  offsetsOf,
  parsedFile,
  receiverOf,
  relationOf,
  scopesOf,
  usageOf,
} from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { classWith } from './callee.ts';
import type { ClassFamily } from './class-family.ts';
import { remembered } from './remembered.ts';

/** A place that uses a member of that name of some object or class. */
export interface MemberUse {
  readonly path: string;
  readonly kind:
    | 'read'
    | 'call'
    | 'write'
    | 'delete'
    /** What a class binds in its body. */
    | 'definition'
    /** `f(name=…)` */
    | 'keyword'
    /** `case Page(name=…)` */
    | 'pattern'
    | 'string'
    /** The file does not parse, or is no plain Python. */
    | 'no-tree';
  /** Whether the object is of the class: `own` for one that is, or of a class below. */
  readonly meant: 'own' | 'unknown' | 'other';
  readonly offset: number;
  /** The Attribute, the Name in the body of a class, the Arg, the string; undefined without a tree. */
  readonly node: AnyNode | undefined;
  readonly file: SourceFile | undefined;
}

/** Every place in the code of the workspace where a member of the name is used, whatever it belongs to. */
export function memberUses(workspace: Workspace, family: ClassFamily, name: string): readonly MemberUse[] {
  const { path, node } = family.owner;
  return remembered(workspace, `uses ${path} ${node.start} ${name}`, () =>
    workspace.search([name]).flatMap((candidate): readonly MemberUse[] => {
      const file = isCode(candidate) ? parsedFile(workspace, candidate) : undefined;
      if (file) return usesIn(workspace, file, family, name);
      if (!isCode(candidate) && !/\.(?:ipynb|pyx|pxd|pxi)$/.test(candidate)) return [];
      return offsetsOf(workspace.read(candidate) ?? '', name).map((offset) => ({
        path: candidate,
        kind: 'no-tree',
        meant: 'unknown',
        offset,
        node: undefined,
        file: undefined,
      }));
    }),
  );
}

function usesIn(workspace: Workspace, file: SourceFile, family: ClassFamily, name: string): readonly MemberUse[] {
  const uses: MemberUse[] = [];
  const add = (kind: MemberUse['kind'], meant: MemberUse['meant'], node: AnyNode) =>
    uses.push({ path: file.path, kind, meant, offset: node.start, node, file });
  for (const node of findAll(file.tree, [
    'Attribute',
    'ClassDef',
    'Arg',
    'MatchKeywordElement',
    'SimpleString',
    'FormattedStringText',
  ])) {
    switch (node.type) {
      case 'Attribute':
        if (node.attr.value === name) add(usageOf(node), meaningOf(workspace, file, node.value, family, name), node);
        break;
      case 'ClassDef':
        for (const { kind, bound } of boundIn(file, node, name)) {
          add(kind, meaningOfClass(workspace, { path: file.path, node }, family), bound);
        }
        break;
      case 'Arg':
        if (node.keyword?.value === name) add('keyword', 'unknown', node);
        break;
      case 'MatchKeywordElement':
        if (node.key.value === name) add('pattern', 'unknown', node);
        break;
      default:
        if (isNamedIn(node, name)) add('string', 'unknown', node);
    }
  }
  return uses;
}

interface Bound {
  readonly kind: 'definition' | 'read' | 'write' | 'delete';
  readonly bound: AnyNode;
}

/** What the body of the class binds the name to, and the places in the body that use it by its bare name. */
function boundIn(file: SourceFile, node: ClassDef, name: string): readonly Bound[] {
  const scopes = scopesOf(file);
  const scope = scopes.innerScope(node);
  const binding = scope?.assignments.has(name) ? scopes.lookup(name, scope) : undefined;
  if (!binding) return [];
  return [
    ...binding.declarations.map((bound): Bound => ({ kind: 'definition', bound })),
    ...binding.references
      .filter(({ type, string }) => !type && !string)
      .map(
        ({ node: bound, write, deletion }): Bound => ({
          kind: deletion ? 'delete' : write ? 'write' : 'read',
          bound,
        }),
      ),
  ];
}

function meaningOf(
  workspace: Workspace,
  file: SourceFile,
  receiver: AnyNode,
  family: ClassFamily,
  name: string,
): MemberUse['meant'] {
  // `self.__x` is another name in each class.
  if (/^__.*(?<!__)$/.test(name)) return classWith(receiver) === family.owner.node ? 'own' : 'other';
  const found = receiverOf(workspace, file, receiver);
  if (found.kind === 'other' || found.kind === 'unknown') return found.kind;
  const meanings = found.of.map((one) => meaningOfClass(workspace, one, family));
  if (found.kind === 'super') {
    // What `super()` of the class itself reaches is above it.
    return found.of.every(({ node }) => node === family.owner.node) ? 'other' : strongest(meanings);
  }
  return strongest(meanings);
}

function strongest(meanings: readonly MemberUse['meant'][]): MemberUse['meant'] {
  if (meanings.every((one) => one === 'own')) return 'own';
  return meanings.every((one) => one === 'other') ? 'other' : 'unknown';
}

function meaningOfClass(workspace: Workspace, { path, node }: ClassPlace, family: ClassFamily): MemberUse['meant'] {
  const isIn = (places: readonly ClassPlace[]) => places.some((one) => one.node === node);
  if (isIn([family.owner, ...family.below])) return 'own';
  if (isIn([...family.above, ...family.beside])) return 'unknown';
  return relationOf(workspace, { path, node }, family.owner) === 'unknown' ? 'unknown' : 'other';
}

/** A sentence that happens to hold the word names nothing, nor does a docstring. */
function isNamedIn(node: AnyNode, name: string): boolean {
  const text = node.code;
  if (!text.includes(name) || offsetsOf(text, name).length === 0) return false;
  if (/\w+ [a-z]+ [a-z]+/i.test(text) && !/[{%]/.test(text)) return false;
  const line = node.parent?.type === 'Expr' ? node.parent.parent : undefined;
  const suite = line?.type === 'SimpleStatementLine' ? line.parent : undefined;
  return !(suite && 'body' in suite && docstringOf(suite as never) === line);
}

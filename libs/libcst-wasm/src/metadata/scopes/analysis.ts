import { DetachedNodeError } from '../../errors/detached-node-error.ts';
import type { Module } from '../../generated/nodes.ts';
import { kindOf } from '../../kinds.ts';
import { type Node, nodeAt } from '../../node.ts';
import type { Tree } from '../../tree.ts';
import { type Collected, collect } from './collect.ts';
import { Context } from './context.ts';
import { markDynamic } from './dynamic.ts';
import { ForeignNodeError } from './foreign-node-error.ts';
import { link } from './link.ts';
import type { NameAccess } from './name-access.ts';
import { childIn, fieldOf } from './rows.ts';
import type { Scopes } from './scope.ts';
import { readStrings } from './string-annotations.ts';
import { type Binding, VariableScope } from './variable-scope.ts';

/** Of the module that the node belongs to; each module is analysed once. */
export function analysisFor(node: Node): Analysis {
  const { tree } = node;
  if (tree === null) throw new DetachedNodeError(node.type);
  const known = analyses.get(tree);
  if (known !== undefined) return known;
  const root = nodeAt(tree, 0);
  if (root.type !== 'Module') throw new ForeignNodeError(node.type);
  const made = new Analysis(root, tree);
  for (const each of made.trees) analyses.set(each, made);
  return made;
}

const analyses = new WeakMap<Tree, Analysis>();

/** The scopes of one module. */
export class Analysis implements Scopes {
  readonly module: Module;
  readonly builtin: VariableScope;
  readonly global: VariableScope;
  readonly all: readonly VariableScope[];
  readonly #pieces = new Map<Tree, Piece>();

  constructor(module: Module, tree: Tree) {
    this.module = module;
    this.builtin = new VariableScope('builtin', null, null, -1, null);
    this.global = new VariableScope('global', this.builtin, tree, 0, null);
    const root = new Context(this.global);
    const add = (collected: Collected, { scope }: Context): void => {
      this.#pieces.set(collected.tree, { collected, bindings: link(collected, scope) });
    };
    const collected = collect(tree, root);
    add(collected, root);
    const strings = readStrings(collected, add);
    inOrder(strings);
    this.all = [this.global, ...collected.scopes, ...strings.flatMap(({ scopes }) => scopes)];
    markDynamic(this.builtin, this.all);
  }

  scopeOf(node: Node): VariableScope {
    return this.piece(node).collected.contexts[node.row]!.scope;
  }

  scopeMadeBy(node: Node): VariableScope | null {
    if (node === this.module) return this.global;
    return this.piece(node).collected.opened.get(node.row)?.inside.scope ?? null;
  }

  accessOf(node: Node): NameAccess | null {
    this.piece(node);
    return node.hole === null ? this.accessAt(node.tree!, node.row) : null;
  }

  accessAt(tree: Tree, row: number): NameAccess | null {
    const piece = this.#pieces.get(tree)!;
    piece.accesses ??= new Map(piece.collected.accesses.map((access) => [access.row, access]));
    return piece.accesses.get(row) ?? null;
  }

  assignmentOf(node: Node): Binding | null {
    const piece = this.piece(node);
    if (node.hole !== null) return null;
    piece.assignments ??= byRow(piece.bindings);
    return piece.assignments.get(node.row) ?? null;
  }

  /** The module's tree and those of its string annotations. */
  get trees(): Iterable<Tree> {
    return this.#pieces.keys();
  }

  private piece(node: Node): Piece {
    if (node.tree === null) throw new DetachedNodeError(node.type);
    const piece = this.#pieces.get(node.tree);
    if (piece === undefined) throw new ForeignNodeError(node.type);
    return piece;
  }
}

/** What was found in one text: that of the module or of a string annotation in it. */
interface Piece {
  readonly collected: Collected;
  readonly bindings: readonly Binding[];
  accesses?: ReadonlyMap<number, NameAccess>;
  assignments?: ReadonlyMap<number, Binding>;
}

/** What strings name was found after all else, and stands between. */
function inOrder(strings: readonly Collected[]): void {
  const touched = new Set(strings.flatMap(({ accesses }) => accesses.map(({ scope }) => scope)));
  for (const { accesses } of touched) accesses.sort((one, other) => one.position - other.position);
}

const IMPORT_ALIAS = kindOf('ImportAlias');
const NAME = fieldOf('ImportAlias', 'name');

function byRow(bindings: readonly Binding[]): Map<number, Binding> {
  const found = new Map<number, Binding>();
  for (const binding of bindings) {
    const { tree, row, nameRow } = binding;
    found.set(row, binding);
    found.set(nameRow, binding);
    if (tree!.kind(row) === IMPORT_ALIAS) found.set(childIn(tree!, row, NAME), binding);
  }
  return found;
}

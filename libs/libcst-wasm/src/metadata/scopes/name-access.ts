import type { ConcatenatedString, Name, SimpleString } from '../../generated/nodes.ts';
import { nodeAt } from '../../node.ts';
import type { Tree } from '../../tree.ts';
import type { Context } from './context.ts';
import { bindingsAt, type Found } from './lookup.ts';
import { endOf, startOf } from './rows.ts';
import type { Access } from './scope.ts';
import type { Binding, VariableScope } from './variable-scope.ts';

/** Where the text of a string annotation stands. */
export interface StringPlace {
  readonly string: SimpleString | ConcatenatedString;
  /** The row of the outermost string in the module. */
  readonly row: number;
  /** Where the first character of the text stands in the module; null if the text is not there as such. */
  readonly offset: number | null;
}

/** A name that is read or deleted. */
export class NameAccess implements Access {
  readonly name: string;
  readonly scope: VariableScope;
  readonly isAnnotation: boolean;
  readonly isDeletion: boolean;
  readonly tree: Tree;
  readonly row: number;
  readonly place: StringPlace | null;
  /** A binding of this row or before may be seen. */
  readonly horizon: number;
  /** Where the name is bound, once that is known. */
  found: Found | null = null;
  /** What it refers to besides where its own scope may not have bound it. */
  further: readonly Binding[] = [];
  /** Whether the order of the text says nothing about which of its scope's assignments it may see. */
  seesAll = false;

  constructor(tree: Tree, row: number, name: string, context: Context, place: StringPlace | null) {
    this.tree = tree;
    this.row = row;
    this.name = name;
    this.scope = context.scope;
    this.isAnnotation = context.isAnnotation;
    this.isDeletion = context.role === 'delete';
    this.place = place;
    this.horizon = Math.max(place?.row ?? row, context.loopEnd);
  }

  get referents(): readonly Binding[] {
    if (this.found === null) return [];
    return [...bindingsAt(this.found, this.name).filter((binding) => this.mayRead(binding)), ...this.further];
  }

  /** Whether it may refer to an assignment of its name that `Scope.users` has it for. */
  mayRead(binding: Binding): boolean {
    const { found, scope } = this;
    if (found === null || binding.scope !== found.scope) return true;
    if (found.isCell || binding === scope.cell) return found.isCell && binding === found.scope.cell;
    return found.scope !== scope || this.seesAll || binding.from !== scope || binding.effect <= this.horizon;
  }

  /** By which accesses of a scope are ordered. */
  get position(): number {
    return this.place?.row ?? this.row;
  }

  get node(): Name {
    return nodeAt(this.tree, this.row) as Name;
  }

  get start(): number | null {
    return this.inModule(startOf(this.tree, this.row));
  }

  get end(): number | null {
    return this.inModule(endOf(this.tree, this.row));
  }

  get isStringAnnotation(): boolean {
    return this.place !== null;
  }

  get string(): SimpleString | ConcatenatedString | null {
    return this.place?.string ?? null;
  }

  private inModule(offset: number): number | null {
    if (this.place === null) return offset;
    return this.place.offset === null ? null : this.place.offset + offset;
  }
}

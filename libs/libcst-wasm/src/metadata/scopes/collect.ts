import type { ImportFrom, LazyImportFrom, Name, NodeTypes } from '../../generated/nodes.ts';
import { kindOf } from '../../kinds.ts';
import { nodeAt } from '../../node.ts';
import type { Tree } from '../../tree.ts';
import type { Context } from './context.ts';
import { inherit, type Opened } from './inheritance.ts';
import { mangle } from './mangle.ts';
import { NameAccess, type StringPlace } from './name-access.ts';
import { childIn, fieldOf, firstOf, nameOf, nextOf, parentOf } from './rows.ts';
import type { ScopeKind } from './scope.ts';
import { VariableScope } from './variable-scope.ts';

/** What one pass over a table found. */
export interface Collected {
  readonly tree: Tree;
  /** By row. */
  readonly contexts: readonly Context[];
  readonly opened: ReadonlyMap<number, Opened>;
  /** In the order of the text. */
  readonly scopes: readonly VariableScope[];
  readonly accesses: readonly NameAccess[];
  readonly bindings: readonly RawBinding[];
  /** Rows of string literals. */
  readonly strings: readonly number[];
}

/** A binding whose scope is not yet known, because `global` and `nonlocal` look at scopes that are not complete. */
export interface RawBinding {
  readonly name: string;
  readonly context: Context;
  readonly row: number;
  readonly nameRow: number;
}

/**
 * Goes over the rows once, in the order of the text, and needs no recursion: a row knows its parent, which came before,
 * and takes from it the context in which it is evaluated.
 *
 * @param root The context of the first row.
 * @param place For the text of a string annotation, where in the module it stands.
 */
export function collect(tree: Tree, root: Context, place: StringPlace | null = null): Collected {
  const pass = new Pass(tree, place);
  const count = tree.rowCount;
  const { contexts } = pass;
  for (let row = 0; row < count; row++) {
    const parent = parentOf(tree, row);
    const context = parent < 0 ? root : inherit(pass, row, parent, contexts[parent]!);
    contexts.push(context);
    visitors[tree.kind(row)]?.(pass, row, context);
  }
  return pass;
}

class Pass implements Collected {
  readonly tree: Tree;
  readonly place: StringPlace | null;
  readonly contexts: Context[] = [];
  readonly opened = new Map<number, Opened>();
  readonly scopes: VariableScope[] = [];
  readonly accesses: NameAccess[] = [];
  readonly bindings: RawBinding[] = [];
  readonly strings: number[] = [];

  constructor(tree: Tree, place: StringPlace | null) {
    this.tree = tree;
    this.place = place;
  }

  scope(kind: ScopeKind, parent: VariableScope, row: number, name: string | null = null): VariableScope {
    const made = new VariableScope(kind, parent, this.tree, row, name);
    this.scopes.push(made);
    return made;
  }

  /** Opens a scope that the node makes, within that of its type parameters if it has any. */
  open(row: number, context: Context, kind: ScopeKind, name: string | null, typeParameters = -1): void {
    const outside = context.as('load');
    const around = typeParameters < 0 ? outside : outside.within(this.scope('type-parameters', context.scope, row));
    if (around !== outside && kind === 'class') around.scope.typeParametersOf = name;
    // All of a comprehension is evaluated again for each item.
    const loopEnd = kind === 'comprehension' ? nextOf(this.tree, row) : 0;
    const inside = around.within(this.scope(kind, around.scope, row, name), loopEnd);
    this.opened.set(row, { outside, around, inside });
  }

  bind(context: Context, row: number, nameRow: number): void {
    const name = this.variable(context, nameRow);
    if (context.kind === 'type-parameter') context.scope.bound.add(name);
    this.bindings.push({ name, context, row, nameRow });
  }

  access(context: Context, row: number): void {
    const access = new NameAccess(this.tree, row, this.variable(context, row), context, this.place);
    this.accesses.push(access);
    context.scope.accesses.push(access);
  }

  variable({ scope, kind }: Context, nameRow: number): string {
    const name = nameOf(this.tree, nameRow);
    if (!name.startsWith('__')) return name;
    return kind === 'type-parameter' ? mangle(name, scope.typeParametersOf ?? scope.className) : scope.variable(name);
  }
}

type Visitor = (pass: Pass, row: number, context: Context) => void;

/** By kind: the nodes that make scopes, bind, or are evaluated as names. */
const visitors: (Visitor | undefined)[] = [];

const on = (type: keyof NodeTypes, visitor: Visitor): void => {
  visitors[kindOf(type)] = visitor;
};

const FUNCTION_NAME = fieldOf('FunctionDef', 'name');
const FUNCTION_TYPES = fieldOf('FunctionDef', 'typeParameters');
const CLASS_NAME = fieldOf('ClassDef', 'name');
const CLASS_TYPES = fieldOf('ClassDef', 'typeParameters');
const ALIAS_TYPES = fieldOf('TypeAlias', 'typeParameters');
const BOUND = fieldOf('TypeVar', 'bound');
const DEFAULT = fieldOf('TypeParam', 'default');
const IMPORT_ALIAS_AS = fieldOf('ImportAlias', 'asname');
const NAME = kindOf('Name');
const GLOBAL = kindOf('Global');
const CONCATENATED = kindOf('ConcatenatedString');

/** Of these the assignment is the definition and not its name. */
const definitions = new Set(
  (['FunctionDef', 'ClassDef', 'Param', 'TypeAlias', 'TypeVar', 'TypeVarTuple', 'ParamSpec'] as const).map(kindOf),
);

on('FunctionDef', (pass, row, context) => {
  const name = nameOf(pass.tree, childIn(pass.tree, row, FUNCTION_NAME));
  pass.open(row, context, 'function', name, childIn(pass.tree, row, FUNCTION_TYPES));
});
on('ClassDef', (pass, row, context) => {
  const name = nameOf(pass.tree, childIn(pass.tree, row, CLASS_NAME));
  pass.open(row, context, 'class', name, childIn(pass.tree, row, CLASS_TYPES));
});
on('Lambda', (pass, row, context) => pass.open(row, context, 'function', null));
on('TypeAlias', (pass, row, context) =>
  pass.open(row, context, 'annotation', null, childIn(pass.tree, row, ALIAS_TYPES)),
);
on('TypeVar', (pass, row, context) => {
  if (childIn(pass.tree, row, BOUND) >= 0) pass.open(row, context, 'annotation', null);
});
on('TypeParam', (pass, row, context) => {
  if (childIn(pass.tree, row, DEFAULT) >= 0) pass.open(row, context, 'annotation', null);
});
for (const type of ['ListComp', 'SetComp', 'DictComp', 'StarredDictComp', 'GeneratorExp'] as const) {
  on(type, (pass, row, context) => pass.open(row, context, 'comprehension', null));
}

on('Name', (pass, row, context) => {
  switch (context.role) {
    case 'load':
      return pass.access(context, row);
    case 'delete':
      context.scope.deleted.add(pass.variable(context, row));
      return pass.access(context, row);
    case 'augment':
      pass.access(context, row);
      return pass.bind(context, row, row);
    case 'store':
    case 'walrus': {
      const parent = parentOf(pass.tree, row);
      return pass.bind(context, definitions.has(pass.tree.kind(parent)) ? parent : row, row);
    }
    case 'none':
      return;
    default:
      context.role satisfies never;
  }
});

on('ImportAlias', (pass, row, context) => {
  const { tree } = pass;
  const end = nextOf(tree, row);
  const asName = childIn(tree, row, IMPORT_ALIAS_AS);
  // import a.b binds a, import a.b as c binds c: the first name of the one or the other.
  const nameRow = firstOf(tree, NAME, asName < 0 ? row + 1 : asName, end);
  pass.bind(context.target('import', end), row, nameRow);
});
on('ImportStar', ({ tree }, row, { scope }) => {
  scope.starImports.push(nodeAt(tree, parentOf(tree, row)) as ImportFrom | LazyImportFrom);
});

on('NameItem', (pass, row, { scope }) => {
  const { tree } = pass;
  const nameRow = firstOf(tree, NAME, row + 1, nextOf(tree, row));
  const name = scope.variable(nameOf(tree, nameRow));
  const kind = tree.kind(parentOf(tree, row)) === GLOBAL ? 'global' : 'nonlocal';
  const known = scope.declarations.get(name);
  const node = nodeAt(tree, nameRow) as Name;
  if (known !== undefined) known.nodes.push(node);
  else scope.declarations.set(name, { kind, nodes: [node] });
});

on('SimpleString', (pass, row) => {
  // The parts of a concatenation are read as one text.
  if (pass.tree.kind(parentOf(pass.tree, row)) !== CONCATENATED) pass.strings.push(row);
});
on('ConcatenatedString', (pass, row) => {
  if (pass.tree.kind(parentOf(pass.tree, row)) !== CONCATENATED) pass.strings.push(row);
});

import type { NodeTypes } from '../../generated/nodes.ts';
import { kindOf } from '../../kinds.ts';
import type { Tree } from '../../tree.ts';
import type { Context, Role } from './context.ts';
import { childIn, fieldOf, nextOf, parentOf } from './rows.ts';

/** The contexts of what a row opened: its scope, and that of its type parameters around it. */
export interface Opened {
  /** Where the definition stands. */
  readonly outside: Context;
  /** Within the type parameters, if there are any. */
  readonly around: Context;
  readonly inside: Context;
}

export interface Surroundings {
  readonly tree: Tree;
  /** By the row of the node that made the scope. */
  readonly opened: ReadonlyMap<number, Opened>;
}

/** The context of a child in a field, from that of its parent. */
type Rule = (at: Surroundings, parent: number, context: Context) => Context;

/** The context of a row, which is that of its parent unless a rule of Python's says otherwise. */
export function inherit(at: Surroundings, row: number, parent: number, context: Context): Context {
  const rule = rules[at.tree.kind(parent)]?.[at.tree.field(row)];
  return rule === undefined ? context : rule(at, parent, context);
}

/** By kind of the parent, then by field. */
const rules: (readonly (Rule | undefined)[] | undefined)[] = [];

function on<T extends keyof NodeTypes>(type: T, byField: { [Field in keyof NodeTypes[T] & string]?: Rule }): void {
  const found: Rule[] = [];
  for (const [name, rule] of Object.entries(byField)) {
    found[fieldOf(type, name as keyof NodeTypes[T] & string)] = rule as Rule;
  }
  rules[kindOf(type)] = found;
}

const as =
  (role: Role): Rule =>
  (_, __, context) =>
    context.as(role);
const load = as('load');
const none = as('none');

const around: Rule = (at, parent) => at.opened.get(parent)!.around;
const inside: Rule = (at, parent) => at.opened.get(parent)!.inside;

/** A parameter's row is in the function; its default is evaluated before, where the function is defined. */
const ofFunction =
  (part: keyof Opened): Rule =>
  (at, parent) =>
    at.opened.get(parentOf(at.tree, parentOf(at.tree, parent)))![part];

on('FunctionDef', {
  name: (at, parent, context) => context.target('function', nextOf(at.tree, parent)),
  typeParameters: around,
  params: inside,
  returns: around,
  body: inside,
});
on('ClassDef', {
  name: (at, parent, context) => context.target('class', nextOf(at.tree, parent)),
  typeParameters: around,
  bases: around,
  keywords: around,
  body: inside,
});
on('Lambda', { params: inside, body: inside });
on('Param', {
  name: (_, __, context) => context.target('parameter', 0),
  default: ofFunction('outside'),
  annotation: ofFunction('around'),
});
on('Annotation', { annotation: (_, __, context) => context.annotated() });

on('TypeAlias', {
  name: (at, parent, context) => context.target('type-alias', nextOf(at.tree, parent)),
  typeParameters: around,
  value: inside,
});
on('TypeVar', { name: (_, __, context) => context.target('type-parameter', 0), bound: inside });
on('TypeVarTuple', { name: (_, __, context) => context.target('type-parameter', 0) });
on('ParamSpec', { name: (_, __, context) => context.target('type-parameter', 0) });
on('TypeParam', { default: inside });

on('ListComp', { elt: inside });
on('SetComp', { elt: inside });
on('GeneratorExp', { elt: inside });
on('DictComp', { key: inside, value: inside });
on('StarredDictComp', { value: inside });
on('CompFor', {
  target: (at, parent, context) => innermost(at, parent, context).target('variable', -1),
  iter: (_, __, context) => context.as('load'),
  ifs: (at, parent, context) => innermost(at, parent, context),
  innerForIn: (at, parent, context) => innermost(at, parent, context),
});

/** The first `for` of a comprehension stands outside with its iterable, and all else within. */
function innermost(at: Surroundings, compFor: number, context: Context): Context {
  const comprehension = at.opened.get(parentOf(at.tree, compFor));
  return comprehension === undefined ? context.as('load') : comprehension.inside;
}

on('AssignTarget', {
  target: (at, parent, context) => context.target('variable', nextOf(at.tree, parentOf(at.tree, parent))),
});
on('AnnAssign', {
  target: (at, parent, context) =>
    context.target(hasValue(at, parent) ? 'variable' : 'declaration', nextOf(at.tree, parent)),
});
on('AugAssign', {
  target: (at, parent, context) => context.target('augmented', nextOf(at.tree, parent), 'augment'),
});
on('NamedExpr', {
  target: (at, parent, context) => context.target('variable', nextOf(at.tree, parent), 'walrus'),
});
on('Del', { target: as('delete') });
on('AsName', {
  name: (at, parent, context) => {
    if (context.role === 'none') return context;
    const owner = at.tree.kind(parentOf(at.tree, parent));
    return context.target(handlers.has(owner) ? 'exception' : 'variable', nextOf(at.tree, parent));
  },
});
// for x in x: the iterable is read before the target is bound.
on('For', {
  target: (at, parent, context) =>
    context.inLoop(nextOf(at.tree, parent)).target('variable', childIn(at.tree, parent, FOR_BODY)),
  body: (at, parent, context) => context.inLoop(nextOf(at.tree, parent)),
});
on('While', {
  test: (at, parent, context) => context.inLoop(nextOf(at.tree, parent)),
  body: (at, parent, context) => context.inLoop(nextOf(at.tree, parent)),
});

// `import a.b` reads no variable `a`.
on('Attribute', { value: (_, __, context) => (context.role === 'none' ? context : context.as('load')), attr: none });
on('Subscript', { value: load, slice: load });
on('Arg', { keyword: none });
on('ImportFrom', { module: none });
on('LazyImportFrom', { module: none });
on('ImportAlias', { name: none, asname: none });
on('NameItem', { name: none });
on('MatchKeywordElement', { key: none });

const capture: Rule = (_, __, context) => context.target('variable', -1);
on('MatchAs', { name: capture });
on('MatchStar', { name: capture });
on('MatchMapping', { rest: capture });

const FOR_BODY = fieldOf('For', 'body');
const ANN_VALUE = fieldOf('AnnAssign', 'value');
const handlers = new Set([kindOf('ExceptHandler'), kindOf('ExceptStarHandler')]);

const hasValue = (at: Surroundings, annAssign: number): boolean => childIn(at.tree, annAssign, ANN_VALUE) >= 0;

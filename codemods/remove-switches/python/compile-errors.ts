import type { AnyNode, NodeTypes, SourceFile } from '@ffsd/python';
import { findAll, scopesOf } from '@ffsd/python';

/**
 * What Python's compiler refuses although the grammar allows it, one entry for each place: the parser of the tree does not look at
 * scopes or at loops.
 *
 * ```text
 * for x in xs:
 *     if off: break          =>          if off: break       # 'break' outside loop
 * ```
 */
export function compileErrorsIn(file: SourceFile): readonly string[] {
  return [
    ...findAll(file.tree, kinds).flatMap((node) => complaintAbout(node) ?? []),
    ...lateFutures(file),
    ...lateDeclarations(file),
  ];
}

const kinds = [
  'Return',
  'Yield',
  'Await',
  'Break',
  'Continue',
  'ImportStar',
  'Nonlocal',
  'Parameters',
  'Call',
  'Try',
] as const;

function complaintAbout(node: NodeTypes[(typeof kinds)[number]]): string | undefined {
  switch (node.type) {
    case 'Return':
      return functionAround(node)?.type === 'FunctionDef' ? undefined : 'return outside of a function';
    case 'Yield':
      return functionAround(node) ? undefined : 'yield outside of a function';
    case 'Await':
      return functionAround(node) ? undefined : 'await outside of a function';
    case 'Break':
    case 'Continue':
      return isInLoop(node) ? undefined : `${node.type.toLowerCase()} outside of a loop`;
    case 'ImportStar':
      return functionAround(node) ? 'import * in a function' : undefined;
    case 'Nonlocal':
      return functionAround(node) ? undefined : 'nonlocal outside of a function';
    case 'Parameters': {
      const { posonlyParams, params, kwonlyParams, starArg, starKwarg } = node;
      const rest = [starArg, starKwarg].flatMap((one) => (one?.type === 'Param' ? [one] : []));
      const names = [...posonlyParams, ...params, ...kwonlyParams, ...rest].map(({ name }) => name.value);
      return twice(names, 'the parameter');
    }
    case 'Call':
      return twice(
        node.args.flatMap(({ keyword }) => keyword?.value ?? []),
        'the argument',
      );
    case 'Try':
      return node.handlers.slice(0, -1).some(({ type_ }) => !type_) ? 'a bare except before others' : undefined;
  }
}

/** What is around it in the same class or file: the body of a class is no part of the function that the class stands in. */
function functionAround(node: AnyNode): AnyNode | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'FunctionDef' || at.type === 'Lambda') return at;
    if (at.type === 'ClassDef') return undefined;
  }
  return undefined;
}

/** The `else` of a loop is outside of it. */
function isInLoop(node: AnyNode): boolean {
  let inner: AnyNode = node;
  for (let at = node.parent; at; at = at.parent) {
    if ((at.type === 'For' || at.type === 'While') && at.body === inner) return true;
    if (at.type === 'FunctionDef' || at.type === 'ClassDef') return false;
    inner = at;
  }
  return false;
}

function twice(names: readonly string[], what: string): string | undefined {
  const name = names.find((one, at) => names.indexOf(one) !== at);
  return name === undefined ? undefined : `${what} ${name} twice`;
}

/** `from __future__ import …` stands first, behind the docstring. */
function lateFutures({ tree }: SourceFile): readonly string[] {
  const late: string[] = [];
  let isLate = false;
  for (const [at, statement] of tree.body.entries()) {
    const small = statement.type === 'SimpleStatementLine' ? statement.body : [];
    const isFuture = (one: AnyNode) =>
      one.type === 'ImportFrom' && one.module?.type === 'Name' && one.module.value === '__future__';
    const isDocstring = at === 0 && small.length > 0 && small.every(({ type }) => type === 'Expr');
    if (isLate) late.push(...small.filter(isFuture).map(() => 'from __future__ behind other statements'));
    isLate ||= !isDocstring && !(small.length > 0 && small.every(isFuture));
  }
  return late;
}

/** `global x` behind a use of x in the same function. */
function lateDeclarations(file: SourceFile): readonly string[] {
  const declared = findAll(file.tree, ['Global', 'Nonlocal']);
  if (declared.length === 0) return [];
  const scopes = scopesOf(file);
  return declared.flatMap((statement) => {
    const scope = scopes.scopeOf(statement);
    const names = statement.names.map(({ name }) => name.value);
    const earlier = findAll(scope.node ?? file.tree, 'Name').filter(
      (name) => name.start < statement.start && names.includes(name.value) && scopes.scopeOf(name) === scope,
    );
    return [...new Set(earlier.filter(isVariable).map(({ value }) => value))].map(
      (name) => `${name} before it is declared ${statement.type.toLowerCase()}`,
    );
  });
}

/** Not the `x` of `a.x` and of `f(x=1)`, and not of an earlier declaration. */
function isVariable(name: AnyNode): boolean {
  const { parent } = name;
  switch (parent?.type) {
    case 'Attribute':
      return parent.value === name;
    case 'Arg':
      return parent.keyword !== name;
    case 'NameItem':
    case 'Param':
      return false;
    default:
      return true;
  }
}

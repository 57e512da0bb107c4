import type { AnyNode, Call, FunctionDef, Param, SourceFile } from '@ffsd/python';
import { findAll, isCode, parsedFile, scopesOf } from '@ffsd/python';
import { classAround } from './callee.ts';
import { ancestorsOf } from './class-family.ts';
import { removal } from './remove-statement.ts';
import type { Session } from './session.ts';
import { makeSite } from './site.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * Removes methods that only call the method that they override since the changes so far: `def get(self, request): return
 * super().get(request)`. What is inherited is called instead.
 *
 * @returns whether anything was removed
 */
export function removeOverrides(session: Session): boolean {
  for (const path of session.changed().filter(isCode)) {
    const file = session.isEditable(path) ? parsedFile(session, path) : undefined;
    if (!file?.text.includes('super(')) continue;
    for (const node of findAll(file.tree, 'FunctionDef')) if (removeOne(session, file, node)) return true;
  }
  return false;
}

function removeOne(session: Session, file: SourceFile, node: FunctionDef): boolean {
  const { path } = file;
  const owner = classAround(node);
  const passed = owner && node.decorators.length === 0 ? passedOn(node, owner.name.value) : undefined;
  if (!owner || !passed) return false;
  const touching = session.touching(path, node.start, node.end);
  if (touching.length === 0 || isNamedInBody(file, node) || passedOnBefore(session, file, node)) return false;
  const edits = removal(makeSite(session, file), node);
  if (whatBreaks(file, edits)) return false;
  const name = node.name.value;
  const inherited = doubtsAbout(session, file, node);
  if (!inherited) return false;
  const doubts = [...passed.doubts, ...inherited];
  return session.commit({
    key: `override ${path} ${owner.name.value}.${name} ${session.originOf(path, node.start)}`,
    title: `Remove ${name} of ${owner.name.value} from ${path.split('/').at(-1)}, which only calls what it overrides`,
    why: `Without ${name} the inherited method is called, with the same arguments.${doubts.map((one) => ` See that ${one}.`).join('')}`,
    safety: doubts.length > 0 ? 'review' : 'safe',
    evidence: [
      {
        kind: 'only-calls-super',
        text: `${owner.name.value}.${name} only calls super().${name}()`,
        place: { path, line: session.lineOf(path, node.start) },
      },
    ],
    files: [{ kind: 'edit', path, edits }],
    dependsOn: touching,
  });
}

/** What only passed on before the first change was written for a reason that is none of this run's business. */
function passedOnBefore(session: Session, { path }: SourceFile, node: FunctionDef): boolean {
  const offset = session.originOf(path, node.name.start);
  const original = session.original(path);
  const before = original && findAll(original.tree, 'FunctionDef').find(({ name }) => name.start === offset);
  const owner = before && classAround(before);
  return owner !== undefined && passedOn(before!, owner.name.value) !== undefined;
}

interface PassedOn {
  readonly doubts: readonly string[];
}

/** Whether the body is nothing but the call of the overridden method with the parameters as they came. */
function passedOn(node: FunctionDef, owner: string): PassedOn | undefined {
  const statements = statementsOf(node);
  if (!statements) return undefined;
  const doubts: string[] = [];
  const [first, second, ...more] = statements;
  if (more.length > 0 || !first) return undefined;
  let result: AnyNode | null = null;
  if (second === undefined) {
    // `__init__` gives nothing; of others the value would come back that was dropped before.
    if (first.type === 'Return') result = first.value;
    else if (first.type === 'Expr' && node.name.value === '__init__') result = first.value;
  } else if (first.type === 'Assign' && second.type === 'Return') {
    const target = first.targets.length === 1 ? first.targets[0]!.target : undefined;
    const isHandedOut = target?.type === 'Name' && second.value?.type === 'Name' && second.value.value === target.value;
    if (isHandedOut) result = first.value;
    else {
      const copied = copiedParameter(first, node);
      if (copied === undefined) return undefined;
      doubts.push(
        `the inherited method takes ${copied} as it comes: it was copied here, and made a dictionary when it was None`,
      );
      result = second.value;
    }
  }
  result = result && uncopied(result);
  if (result?.type === 'Await' && node.asynchronous) result = result.expression;
  return result?.type === 'Call' && callsOverridden(result, node, owner) ? { doubts } : undefined;
}

/** `{**super().get_context_data(**kwargs)}`, which is left of a dictionary that was given one entry more. */
function uncopied(node: AnyNode): AnyNode {
  const [only, ...more] = node.type === 'Dict' ? node.elements : [];
  return only?.type === 'StarredDictElement' && more.length === 0 ? only.value : node;
}

/** The statements of the body without the docstring; undefined when one is no simple statement. */
function statementsOf({ body }: FunctionDef): readonly AnyNode[] | undefined {
  const lines: readonly AnyNode[] = body.type === 'IndentedBlock' ? body.body : [body];
  const statements: AnyNode[] = [];
  for (const line of lines) {
    if (line.type !== 'SimpleStatementLine' && line.type !== 'SimpleStatementSuite') return undefined;
    statements.push(...line.body);
  }
  const [first] = statements;
  const isDocstring = first?.type === 'Expr' && /^(?:SimpleString|ConcatenatedString)$/.test(first.value.type);
  return isDocstring ? statements.slice(1) : statements;
}

/** `extra = {**(extra or {})}`, which is left of a dictionary that was given one entry more. */
function copiedParameter(
  { targets, value }: AnyNode & { readonly type: 'Assign' },
  node: FunctionDef,
): string | undefined {
  const target = targets.length === 1 ? targets[0]!.target : undefined;
  if (target?.type !== 'Name' || !parametersOf(node)?.some(({ name }) => name.value === target.value)) return undefined;
  const name = target.value;
  const source = value.code.replace(/\s+/g, '').replace(/,\}/, '}');
  const copies = [
    `{**(${name}or{})}`,
    `{**({}if${name}isNoneelse${name})}`,
    `{**(${name}if${name}isnotNoneelse{})}`,
    `{**${name}}`,
    `dict(${name}or{})`,
    `dict(${name})`,
    `${name}or{}`,
    `({}if${name}isNoneelse${name})`,
    `{}if${name}isNoneelse${name}`,
  ];
  return copies.includes(source) ? name : undefined;
}

function parametersOf({ params }: FunctionDef): readonly Param[] | undefined {
  const { posonlyParams, kwonlyParams, starArg, starKwarg } = params;
  const all = [...posonlyParams, ...params.params, ...(starArg?.type === 'Param' ? [starArg] : []), ...kwonlyParams];
  return starKwarg ? [...all, starKwarg] : all;
}

/** `super().name(a, b=b, *args, **kwargs)` with every parameter once, in its own place or by its own name. */
function callsOverridden({ func, args }: Call, node: FunctionDef, owner: string): boolean {
  if (func.type !== 'Attribute' || func.attr.value !== node.name.value || !isSuper(func.value, node, owner))
    return false;
  const parameters = parametersOf(node)?.slice(1) ?? [];
  if (args.length !== parameters.length) return false;
  let placed = 0;
  const given = new Set<string>();
  for (const { value, keyword, star } of args) {
    if (value.type !== 'Name') return false;
    const index = parameters.findIndex(({ name }) => name.value === value.value);
    const parameter = parameters[index];
    if (!parameter || given.has(value.value)) return false;
    given.add(value.value);
    if ((parameter.star ?? '') !== star) return false;
    if (keyword) {
      if (keyword.value !== value.value) return false;
    } else if (star === '' && index !== placed) return false;
    if (!keyword) placed++;
  }
  return true;
}

/** `super()` and `super(Page, self)`. */
function isSuper(node: AnyNode, method: FunctionDef, owner: string): boolean {
  if (node.type !== 'Call' || node.func.type !== 'Name' || node.func.value !== 'super') return false;
  const self = parametersOf(method)?.[0]?.name.value;
  const given = node.args.map(({ value }) => (value.type === 'Name' ? value.value : '?'));
  return given.length === 0 || (given.length === 2 && given[0] === owner && given[1] === self);
}

/** `show.short_description = 'Show'` and `get = post` use the name in the body of the class. */
function isNamedInBody(file: SourceFile, node: FunctionDef): boolean {
  const binding = scopesOf(file).bindingOf(node.name);
  return binding?.declarations.length !== 1 || binding.references.length > 0;
}

/** What the caller may notice where the signature is not known; undefined where it is another one. */
function doubtsAbout(session: Session, file: SourceFile, node: FunctionDef): readonly string[] | undefined {
  const owner = classAround(node)!;
  const name = node.name.value;
  const inherited = ancestorsOf(session, { path: file.path, node: owner })
    .flatMap((one) => findAll(one.node, 'FunctionDef').filter((method) => classAround(method) === one.node))
    .filter((method) => method.name.value === name);
  const parameters = (parametersOf(node) ?? []).slice(1);
  if (parameters.every(({ star }) => star === '*' || star === '**')) return [];
  if (inherited.length === 0) {
    const defaults = parameters.filter((one) => one.default);
    return [
      `the inherited ${name} takes the same arguments${defaults.length > 0 ? ' and has the same defaults' : ''}: it is not in the workspace`,
    ];
  }
  const signature = (method: FunctionDef) =>
    (parametersOf(method) ?? [])
      .slice(1)
      .map((one) => `${one.star ?? ''}${one.name.value}=${one.default?.code ?? ''}`)
      .join();
  // Without it a caller who leaves an argument out would get the default of the other.
  return inherited.every((one) => signature(one) === signature(node)) ? [] : undefined;
}

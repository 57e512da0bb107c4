import type { AnyNode, Call, ClassPlace, FunctionDef, SourceFile } from '@ffsd/python';
import { findAll, parsedFile, scopesOf, stringValue } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { calleeOf, classWith } from './callee.ts';
import { ancestorsOf } from './class-family.ts';
import { onlyIndex } from './constant-of.ts';

/** Where an expression stands, and the key that is asked for. */
export interface Asked {
  readonly workspace: Workspace;
  readonly file: SourceFile;
  readonly key: string;
  /** What is being looked at: a function that calls itself proves nothing. */
  readonly within?: readonly AnyNode[];
  /** The class whose object runs the code, where it is another one than the class around: an inherited method. */
  readonly self?: ClassPlace | undefined;
}

/**
 * Whether the expression is a dictionary that has the key whenever it is evaluated. What the value is, is not asked: that is known of
 * all entries of the key together.
 */
export function holdsKey(asked: Asked, node: AnyNode): boolean {
  switch (node.type) {
    case 'Dict':
      return node.elements.some((one) =>
        one.type === 'DictElement' ? stringValue(one.key) === asked.key : holdsKey(asked, one.value),
      );
    case 'IfExp':
      return holdsKey(asked, node.body) && holdsKey(asked, node.orelse);
    case 'BinaryOperation':
      return node.operator.type === 'BitOr' && (holdsKey(asked, node.left) || holdsKey(asked, node.right));
    case 'Name':
      return nameHolds(asked, node);
    case 'Call':
      return callHolds(asked, node);
    default:
      return false;
  }
}

/** Whether one of the arguments is the key by its name, or holds it: `render(**context)`. */
export function argumentsHold(asked: Asked, { args }: Call): boolean {
  return args.some(({ keyword, star, value }) =>
    star === '**' ? holdsKey(asked, value) : keyword?.value === asked.key,
  );
}

/** Whether every `return` of the function gives a dictionary that has the key. */
export function resultHolds(asked: Asked, fn: FunctionDef): boolean {
  if (asked.within?.includes(fn)) return false;
  const own = ownNodes(fn);
  const returns = own.filter((one) => one.type === 'Return');
  if (returns.length === 0 || own.some(({ type }) => type === 'Yield')) return false;
  const inside = { ...asked, within: [...(asked.within ?? []), fn] };
  return returns.every(({ value }) => value !== null && holdsKey(inside, value));
}

/**
 * Whether the method of that name gives the key to an object of the class. A class that inherits from several has one order of them,
 * which only shows while the program runs; so all of the methods above must at least hand on what they are given.
 */
export function methodHolds(asked: Asked, owner: ClassPlace, name: string): boolean {
  const found = [owner, ...ancestorsOf(asked.workspace, owner)].flatMap((place) => methodsOf(place, name));
  const [first, ...others] = found;
  if (!first) return attributeHolds(asked, owner);
  const isHandedOn = ({ node }: Method) => /\bsuper\s*\(/.test(node.code);
  if (!others.every(isHandedOn)) return false;
  return ofMethod(asked, first, owner);
}

interface Method {
  readonly path: string;
  readonly node: FunctionDef;
  readonly owner: ClassPlace;
}

/** The methods of that name that the class defines itself. */
export function methodsOf(owner: ClassPlace, name: string): readonly Method[] {
  return (owner.node.body.body as readonly AnyNode[])
    .filter((one): one is FunctionDef => one.type === 'FunctionDef' && one.name.value === name)
    .map((node) => ({ path: owner.path, node, owner }));
}

function ofMethod(asked: Asked, { path, node }: Method, self: ClassPlace): boolean {
  const file = parsedFile(asked.workspace, path);
  return file !== undefined && resultHolds({ ...asked, file, self }, node);
}

/** `extra_context = {'k': True}`, which Django adds to what it gives by itself. */
function attributeHolds(asked: Asked, owner: ClassPlace): boolean {
  for (const { path, node } of [owner, ...ancestorsOf(asked.workspace, owner)]) {
    const value = attributeOf(node, 'extra_context');
    const file = value && parsedFile(asked.workspace, path);
    if (file) return holdsKey({ ...asked, file }, value);
  }
  return false;
}

/** What the body of a class gives one of its names. */
export function attributeOf({ body }: ClassPlace['node'], name: string): AnyNode | undefined {
  for (const line of body.body as readonly AnyNode[]) {
    if (line.type !== 'SimpleStatementLine') continue;
    for (const one of line.body) {
      if (one.type === 'AnnAssign' && one.target.type === 'Name' && one.target.value === name)
        return one.value ?? undefined;
      if (one.type === 'Assign' && one.targets.some(({ target }) => target.type === 'Name' && target.value === name))
        return one.value;
    }
  }
  return undefined;
}

function callHolds(asked: Asked, call: Call): boolean {
  const { func, args } = call;
  if (func.type === 'Name' && /^(?:dict|Context|RequestContext)$/.test(func.value)) {
    const isCopied = args.some((one) => one.keyword === null && one.star === '' && holdsKey(asked, one.value));
    return isCopied || argumentsHold(asked, call);
  }
  if (func.type === 'Attribute') {
    const method = func.attr.value;
    if (method === 'copy' && args.length === 0) return holdsKey(asked, func.value);
    const isContext = /^get_context(?:_data)?$/.test(method);
    // What is handed to it comes back with the rest.
    if (isContext && argumentsHold(asked, call)) return true;
    const owner = classWith(call);
    const own: ClassPlace | undefined = owner && { path: asked.file.path, node: owner };
    if (isSuper(func.value)) {
      return own !== undefined && isContext && superHolds(asked, own, method);
    }
    if (func.value.type === 'Name' && func.value.value === 'self' && own) {
      const self = asked.self ?? own;
      return methodHolds(asked, self, method);
    }
  }
  const callee = calleeOf(asked.workspace, asked.file, call);
  const file = callee?.kind === 'function' ? parsedFile(asked.workspace, callee.path) : undefined;
  const isPlain = callee?.node.decorators.length === 0 && callee.node.asynchronous === null;
  return file !== undefined && isPlain && resultHolds({ ...asked, file, self: undefined }, callee!.node);
}

function superHolds(asked: Asked, own: ClassPlace, method: string): boolean {
  const above = ancestorsOf(asked.workspace, own).flatMap((place) => methodsOf(place, method));
  const [first] = above;
  if (first) return ofMethod(asked, first, asked.self ?? own);
  return attributeHolds(asked, asked.self ?? own);
}

export function isSuper(node: AnyNode): boolean {
  return node.type === 'Call' && node.func.type === 'Name' && node.func.value === 'super';
}

/** A local that was given the key before, on every way here, or that is such a dictionary from the beginning. */
function nameHolds(asked: Asked, name: AnyNode & { readonly type: 'Name' }): boolean {
  const scopes = scopesOf(asked.file);
  const binding = scopes.bindingOf(name);
  if (binding?.scope.kind !== 'function' || scopes.hasDynamicScope || asked.within?.includes(name)) return false;
  const isMeant = (node: AnyNode) =>
    node.type === 'Name' && node.value === name.value && scopes.bindingOf(node) === binding;
  const scope = binding.scope.node;
  if (!scope) return false;
  const inside = { ...asked, within: [...(asked.within ?? []), name] };
  const given = findAll(scope, ['Assign', 'Call']).flatMap((node) => {
    const receiver = givesKey(asked, node) ?? becomesDictionary(inside, node);
    const line = receiver && isMeant(receiver) ? lineAround(node) : undefined;
    return line ? [line] : [];
  });
  const assignments = binding.assignments.map(({ nameNode }) => nameNode);
  const assigned = (from: number, to: number) =>
    assignments.filter((one) => one && from <= one.start && one.start < to);
  const isSet = given.some(
    (line) => isAround(blockOf(line), name) && line.end <= name.start && assigned(line.end, name.start).length === 0,
  );
  if (isSet) return true;
  return (
    assignments.length > 0 &&
    assignments.every((one) => {
      const value = one ? valueAssignedTo(one) : undefined;
      return value !== undefined && !isAround(value, name) && holdsKey(inside, value);
    })
  );
}

/** What a statement gives the key: `context` of `context['k'] = v`, of `context.update({'k': v})` and of `context.setdefault('k', v)`. */
function givesKey(asked: Asked, node: AnyNode): AnyNode | undefined {
  if (node.type === 'Assign') {
    const target = node.targets.length === 1 ? node.targets[0]!.target : undefined;
    const index = target?.type === 'Subscript' ? onlyIndex(target) : undefined;
    return target?.type === 'Subscript' && index && stringValue(index) === asked.key ? target.value : undefined;
  }
  if (node.type !== 'Call' || node.func.type !== 'Attribute' || node.parent?.type !== 'Expr') return undefined;
  const { attr, value } = node.func;
  const [first] = node.args;
  if (attr.value === 'setdefault' && first && stringValue(first.value) === asked.key) return value;
  if (attr.value !== 'update') return undefined;
  const isGiven =
    first && first.keyword === null && first.star === '' && first.value.type === 'Dict' && holdsKey(asked, first.value);
  return isGiven || node.args.some(({ keyword }) => keyword?.value === asked.key) ? value : undefined;
}

/** `extra = {**(extra or {}), 'k': v}` */
function becomesDictionary(asked: Asked, node: AnyNode): AnyNode | undefined {
  if (node.type !== 'Assign' || node.targets.length !== 1 || node.value.type !== 'Dict') return undefined;
  return holdsKey(asked, node.value) ? node.targets[0]!.target : undefined;
}

function valueAssignedTo({ parent }: AnyNode): AnyNode | undefined {
  if (parent?.type === 'AnnAssign') return parent.value ?? undefined;
  const statement = parent?.type === 'AssignTarget' ? parent.parent : undefined;
  return statement?.type === 'Assign' ? statement.value : undefined;
}

/** The line of the statement. */
function lineAround(node: AnyNode): AnyNode | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) {
    if (at.type === 'SimpleStatementLine' || at.type === 'SimpleStatementSuite') return at;
  }
  return undefined;
}

/** What runs as a whole: `if on: context['k'] = True` is a block of its own. */
function blockOf(line: AnyNode): AnyNode | null {
  return line.type === 'SimpleStatementSuite' ? line : line.parent;
}

function isAround(node: AnyNode | null, inner: AnyNode): boolean {
  for (let at: AnyNode | null = inner; at; at = at.parent) if (at === node) return true;
  return false;
}

/** The nodes of a function that are not those of a function in it. */
export function ownNodes(fn: FunctionDef): readonly (AnyNode & { readonly type: 'Return' | 'Yield' | 'Call' })[] {
  return findAll(fn.body, ['Return', 'Yield', 'Call']).filter((node) => {
    for (let at = node.parent; at && at !== fn; at = at.parent) {
      if (at.type === 'FunctionDef' || at.type === 'Lambda' || at.type === 'ClassDef') return false;
    }
    return true;
  });
}

import type { AnyNode, Call, FunctionDef, Name, SourceFile } from '@ffsd/python';
import { dottedName, findAll, isCode, parsedFile, scopesOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTestPath } from '../test-path.ts';
import { calleeAt, classAround } from './callee.ts';
import { callsOf } from './calls-of.ts';
import { isSuper } from './context-holds.ts';
import type { ContextOccurrence } from './context-occurrences.ts';
import { isProcessor } from './context-processors.ts';
import { remembered } from './remembered.ts';

/** Where a dictionary is given to a template: a call that shows one, or a function whose result a framework shows. */
export interface Sink {
  readonly file: SourceFile;
  readonly node: AnyNode &
    (
      | { readonly type: 'Call' }
      | { readonly type: 'FunctionDef' }
      | { readonly type: 'Assign' }
      | { readonly type: 'AnnAssign' }
    );
}

/**
 * The places at which the dictionary of an entry is given to templates. Undefined where it may go elsewhere, too: what is made JSON of,
 * compared or stored.
 */
export function sinksOf(workspace: Workspace, { file, node }: ContextOccurrence): readonly Sink[] | undefined {
  if (!file || !node) return undefined;
  const at: Where = { workspace, file, depth: 0 };
  switch (node.type) {
    case 'DictElement':
      return ofExpression(at, node.parent as AnyNode);
    case 'Assign': {
      const target = node.targets[0]?.target;
      return target?.type === 'Subscript' ? ofName(at, target.value) : undefined;
    }
    case 'Arg': {
      const call = node.parent;
      if (call?.type !== 'Call') return undefined;
      return isMadeOf(call) ? ofExpression(at, call) : ofArgument(at, call);
    }
    case 'Call':
      return node.func.type === 'Attribute' ? ofName(at, node.func.value) : undefined;
    default:
      return undefined;
  }
}

interface Where {
  readonly workspace: Workspace;
  readonly file: SourceFile;
  readonly depth: number;
}

type Sinks = readonly Sink[] | undefined;

function together(parts: readonly Sinks[]): Sinks {
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part!);
}

/** `dict(k=True)` */
function isMadeOf({ func }: Call): boolean {
  return func.type === 'Name' && /^(?:dict|Context|RequestContext)$/.test(func.value);
}

/** What is done with an expression that is the dictionary. */
function ofExpression(at: Where, node: AnyNode): Sinks {
  const { parent } = node;
  switch (parent?.type) {
    case 'Arg': {
      const call = parent.parent;
      if (call?.type !== 'Call') return undefined;
      return isMadeOf(call) ? ofExpression(at, call) : ofArgument(at, call);
    }
    case 'StarredDictElement':
      return ofExpression(at, parent.parent as AnyNode);
    case 'BooleanOperation':
    case 'IfExp':
      return ofExpression(at, parent);
    case 'BinaryOperation':
      return parent.operator.type === 'BitOr' ? ofExpression(at, parent) : undefined;
    case 'Return':
      return ofResult(at, parent);
    case 'Assign':
    case 'AnnAssign': {
      const targets = parent.type === 'Assign' ? parent.targets.map(({ target }) => target) : [parent.target];
      const [target, ...more] = targets;
      if (target?.type !== 'Name' || more.length > 0) return undefined;
      if (parent.parent?.parent?.parent?.type !== 'ClassDef') return ofName(at, target);
      return target.value === 'extra_context' ? [{ file: at.file, node: parent }] : undefined;
    }
    default:
      return undefined;
  }
}

/** A call that hands what it is given to a template, or to the dictionary that it is called on. */
function ofArgument(at: Where, call: Call): Sinks {
  const { func } = call;
  const name = func.type === 'Attribute' ? func.attr.value : (dottedName(func) ?? '');
  const sink: Sinks = [{ file: at.file, node: call }];
  if (func.type === 'Attribute') {
    if (name === 'update') return ofName(at, func.value);
    if (name === 'as_view') return sink;
    if (/^get_context(?:_data)?$/.test(name)) return isSuper(func.value) ? sink : ofExpression(at, call);
    if (/^(?:add|change|changelist|changeform|delete|history)_view$|^render_(?:change_form|to_response)$/.test(name)) {
      return isSuper(func.value) || (func.value.type === 'Name' && func.value.value === 'self') ? sink : undefined;
    }
  }
  const isShown = /^(?:render(?:_to_response|_to_string|_template)?|(?:Simple)?TemplateResponse)$/.test(name);
  return isShown ? sink : undefined;
}

/** Every use of a local that holds the dictionary. */
function ofName(at: Where, name: AnyNode): Sinks {
  if (name.type !== 'Name') return undefined;
  const scopes = scopesOf(at.file);
  const binding = scopes.bindingOf(name);
  if (binding?.scope.kind !== 'function' || scopes.hasDynamicScope || at.depth > 8) return undefined;
  // `def add(context): context['k'] = True` gives the entry to whoever called.
  if (binding.declarations.some((one) => isBorrowed(one))) return undefined;
  const inside = { ...at, depth: at.depth + 1 };
  return together(
    binding.references.map(({ node, write, deletion }): Sinks => {
      const { parent } = node;
      if (deletion) return undefined;
      if (write || (parent?.type === 'Subscript' && parent.value === node)) return [];
      if (parent?.type === 'Attribute' && parent.value === node) {
        return /^(?:update|setdefault|get|pop)$/.test(parent.attr.value) ? [] : undefined;
      }
      if (parent?.type === 'IfExp' && parent.test === node) return [];
      if (/^(?:Comparison|ComparisonTarget|UnaryOperation|If)$/.test(parent?.type ?? '')) return [];
      // `extra = {**(extra or {})}` goes on as what it is assigned to, which is looked at with the other uses.
      return isAssignedToItself(node, name.value) ? [] : ofExpression(inside, node);
    }),
  );
}

/** A parameter that is the dictionary of a caller; what `**` collects is one of its own, and what Django's admin hands on is made for that. */
function isBorrowed({ parent, value }: Name): boolean {
  return parent?.type === 'Param' && parent.star !== '**' && value !== 'extra_context';
}

function isAssignedToItself(node: AnyNode, name: string): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'Assign') return at.targets.every(({ target }) => target.type === 'Name' && target.value === name);
    if (!/^(?:StarredDictElement|Dict|BooleanOperation|IfExp|Arg|Call|BinaryOperation)$/.test(at.type)) return false;
    if (at.type === 'Call' && !isMadeOf(at)) return false;
  }
  return false;
}

function ofResult(at: Where, statement: AnyNode): Sinks {
  const fn = functionAround(statement);
  if (!fn || at.depth > 8) return undefined;
  const name = fn.name.value;
  const sink: Sinks = [{ file: at.file, node: fn }];
  if (classAround(fn) && /^get_context(?:_data)?$/.test(name)) {
    return areResultsShown(at.workspace, name) ? sink : undefined;
  }
  const known = fn.decorators.filter(({ decorator }) => isOfView(decorator));
  // `@view_config(renderer='json')` beside `@view_config(renderer='a.jinja2')` makes JSON of it as well.
  if (known.length > 0) return known.every(({ decorator }) => showsTemplate(decorator)) ? sink : undefined;
  if (isProcessor(at.workspace, at.file, fn)) return sink;
  if (fn.decorators.length > 0) return undefined;
  const { calls, hindrances } = callsOf(at.workspace, at.file, calleeAt(at.file.path, fn));
  const inProduct = calls.filter(({ path }) => !isTestPath(path));
  if (inProduct.length === 0 || hindrances.some(({ path }) => !isTestPath(path))) return undefined;
  return together(inProduct.map(({ file, call }) => ofExpression({ ...at, file, depth: at.depth + 1 }, call)));
}

function isOfView(decorator: AnyNode): boolean {
  const name = dottedName(decorator.type === 'Call' ? decorator.func : decorator) ?? '';
  return /(?:^|\.)(?:inclusion_tag|template|render_to|(?:\w+_)?view_config)$/.test(name);
}

/** `@view_config(renderer='a.jinja2')`, `@register.inclusion_tag('a.html')`, and not `@view_config(renderer='json')`. */
function showsTemplate(decorator: AnyNode): boolean {
  return decorator.type === 'Call' && /\.(?:html?|txt|xml|jinja2?|j2)\b/.test(decorator.code);
}

function functionAround(node: AnyNode): FunctionDef | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) if (at.type === 'FunctionDef') return at;
  return undefined;
}

/** Frameworks call the method to show a template; whoever calls it besides may do something else with what it gives. */
function areResultsShown(workspace: Workspace, method: string): boolean {
  return remembered(workspace, `results of ${method}`, () =>
    workspace.search([`.${method}(`]).every((path) => {
      if (!isCode(path) || isTestPath(path)) return true;
      const file = parsedFile(workspace, path);
      if (!file) return false;
      return findAll(file.tree, 'Call').every((call) => {
        if (call.func.type !== 'Attribute' || call.func.attr.value !== method) return true;
        // What the inherited method gives was given to it by this one, or by one above.
        return isSuper(call.func.value) || ofExpression({ workspace, file, depth: 1 }, call) !== undefined;
      });
    }),
  );
}

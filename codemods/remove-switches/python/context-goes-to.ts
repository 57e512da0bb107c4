import type { AnyNode, Call, FunctionDef, SourceFile } from '@ffsd/python';
import { dottedName, findAll, isCode, parsedFile, scopesOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTestPath } from '../test-path.ts';
import { calleeAt, classAround } from './callee.ts';
import { callsOf } from './calls-of.ts';
import { isSuper } from './context-holds.ts';
import type { ContextOccurrence } from './context-occurrences.ts';
import { remembered } from './remembered.ts';

/**
 * Whether the dictionary of an entry is given to templates and to nothing else: what is made JSON of, compared or stored keeps its
 * entries.
 */
export function isOnlyShown(workspace: Workspace, { file, node }: ContextOccurrence): boolean {
  if (!file || !node) return false;
  const at: Where = { workspace, file, depth: 0 };
  switch (node.type) {
    case 'DictElement':
      return isShown(at, node.parent as AnyNode);
    case 'Assign': {
      const target = node.targets[0]?.target;
      return target?.type === 'Subscript' && isNameShown(at, target.value);
    }
    case 'Arg': {
      const call = node.parent;
      return call?.type === 'Call' && (isMadeOf(call) ? isShown(at, call) : isArgumentShown(at, call));
    }
    case 'Call':
      return node.func.type === 'Attribute' && isNameShown(at, node.func.value);
    default:
      return false;
  }
}

interface Where {
  readonly workspace: Workspace;
  readonly file: SourceFile;
  readonly depth: number;
}

/** `dict(k=True)` */
function isMadeOf({ func }: Call): boolean {
  return func.type === 'Name' && /^(?:dict|Context|RequestContext)$/.test(func.value);
}

/** What is done with an expression that is the dictionary. */
function isShown(at: Where, node: AnyNode): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'Arg': {
      const call = parent.parent;
      if (call?.type !== 'Call') return false;
      return isMadeOf(call) ? isShown(at, call) : isArgumentShown(at, call);
    }
    case 'StarredDictElement':
      return isShown(at, parent.parent as AnyNode);
    case 'BooleanOperation':
    case 'IfExp':
      return isShown(at, parent);
    case 'BinaryOperation':
      return parent.operator.type === 'BitOr' && isShown(at, parent);
    case 'Return':
      return isResultShown(at, parent);
    case 'Assign':
    case 'AnnAssign': {
      const targets = parent.type === 'Assign' ? parent.targets.map(({ target }) => target) : [parent.target];
      const [target, ...more] = targets;
      if (target?.type !== 'Name' || more.length > 0) return false;
      const isField = parent.parent?.parent?.parent?.type === 'ClassDef';
      return isField ? target.value === 'extra_context' : isNameShown(at, target);
    }
    default:
      return false;
  }
}

/** A call that hands what it is given to a template, or to the dictionary that it is called on. */
function isArgumentShown(at: Where, call: Call): boolean {
  const { func } = call;
  const name = func.type === 'Attribute' ? func.attr.value : (dottedName(func) ?? '');
  if (func.type === 'Attribute') {
    if (name === 'update') return isNameShown(at, func.value);
    if (name === 'as_view') return true;
    if (/^get_context(?:_data)?$/.test(name)) return isSuper(func.value) || isShown(at, call);
    const isView =
      /^(?:add|change|changelist|changeform|delete|history)_view$|^render_(?:change_form|to_response)$/.test(name);
    if (isView) return isSuper(func.value) || (func.value.type === 'Name' && func.value.value === 'self');
  }
  return /^(?:render(?:_to_response|_to_string|_template)?|(?:Simple)?TemplateResponse)$/.test(name);
}

/** Every use of a local that holds the dictionary. */
function isNameShown(at: Where, name: AnyNode): boolean {
  if (name.type !== 'Name') return false;
  const scopes = scopesOf(at.file);
  const binding = scopes.bindingOf(name);
  if (binding?.scope.kind !== 'function' || scopes.hasDynamicScope || at.depth > 8) return false;
  const inside = { ...at, depth: at.depth + 1 };
  return binding.references.every(({ node, write, deletion }) => {
    const { parent } = node;
    if (deletion) return false;
    if (write || (parent?.type === 'Subscript' && parent.value === node)) return true;
    if (parent?.type === 'Attribute' && parent.value === node)
      return /^(?:update|setdefault|get|pop)$/.test(parent.attr.value);
    if (parent?.type === 'IfExp' && parent.test === node) return true;
    if (/^(?:Comparison|ComparisonTarget|UnaryOperation|If)$/.test(parent?.type ?? '')) return true;
    // `extra = {**(extra or {})}` goes on as what it is assigned to, which is looked at with the other uses.
    return isAssignedToItself(node, name.value) || isShown(inside, node);
  });
}

function isAssignedToItself(node: AnyNode, name: string): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'Assign') return at.targets.every(({ target }) => target.type === 'Name' && target.value === name);
    if (!/^(?:StarredDictElement|Dict|BooleanOperation|IfExp|Arg|Call|BinaryOperation)$/.test(at.type)) return false;
    if (at.type === 'Call' && !isMadeOf(at)) return false;
  }
  return false;
}

function isResultShown(at: Where, statement: AnyNode): boolean {
  const fn = functionAround(statement);
  if (!fn || at.depth > 8) return false;
  const name = fn.name.value;
  if (classAround(fn) && /^get_context(?:_data)?$/.test(name)) return areResultsShown(at.workspace, name);
  if (fn.decorators.some(({ decorator }) => showsTemplate(decorator))) return true;
  if (fn.decorators.length > 0) return false;
  const { calls, hindrances } = callsOf(at.workspace, at.file, calleeAt(at.file.path, fn));
  const inProduct = calls.filter(({ path }) => !isTestPath(path));
  return (
    inProduct.length > 0 &&
    hindrances.every(({ path }) => isTestPath(path)) &&
    inProduct.every(({ file, call }) => isShown({ ...at, file, depth: at.depth + 1 }, call))
  );
}

/** `@view_config(renderer='a.jinja2')`, `@register.inclusion_tag('a.html')`, and not `@view_config(renderer='json')`. */
function showsTemplate(decorator: AnyNode): boolean {
  if (decorator.type !== 'Call') return /(?:^|\.)(?:app_)?context_processor$/.test(dottedName(decorator) ?? '');
  const isKnown = /(?:^|\.)(?:inclusion_tag|template|render_to|(?:\w+_)?view_config)$/.test(
    dottedName(decorator.func) ?? '',
  );
  return isKnown && /\.(?:html?|txt|xml|jinja2?|j2)\b/.test(decorator.code);
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
        return isSuper(call.func.value) || isShown({ workspace, file, depth: 1 }, call);
      });
    }),
  );
}
